// What was opened last, newest first. Kept as a draft in the encrypted base, because names may not lie in plain files.

import { create } from 'zustand';
import { client } from '../../api';

export interface RecentRecord {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

const KEY = 'recent-records';
const KEPT = 12;

interface RecentState {
  readonly records: readonly RecentRecord[];
  readonly loaded: boolean;
  load(): Promise<void>;
  opened(record: RecentRecord): void;
  forget(): void;
}

export const useRecentRecords = create<RecentState>((set, get) => ({
  records: [],
  loaded: false,
  load: async () => {
    if (get().loaded) return;
    const kept = await client.drafts.get({ key: KEY });
    if (!get().loaded)
      set({ records: kept.ok ? merged(get().records, read(kept.value.value)) : get().records, loaded: kept.ok });
  },
  opened: (record) => {
    void get()
      .load()
      .then(() => {
        const records = merged([record], get().records);
        set({ records });
        return client.drafts.save({ key: KEY, value: JSON.stringify(records) });
      });
  },
  forget: () => set({ records: [], loaded: false }),
}));

const merged = (first: readonly RecentRecord[], then: readonly RecentRecord[]): RecentRecord[] =>
  [...first, ...then.filter((old) => !first.some((one) => one.id === old.id))].slice(0, KEPT);

function read(text: string | null): RecentRecord[] {
  if (text === null) return [];
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isRecent) : [];
}

function isRecent(value: unknown): value is RecentRecord {
  const { id, kind, name } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof kind === 'string' && typeof name === 'string';
}
