// "from: …": which of a party's records a fact was written to, shown beside each fact when asked.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useState } from 'react';
import { isolate, useT } from '../../../ui';
import styles from './merge.module.css';

interface Origins {
  /** Whether the reader asked to see where facts are from. */
  readonly shown: boolean;
  /** The records by their own names; fewer than two when nothing was merged. */
  readonly names: ReadonlyMap<string, string>;
  show(shown: boolean): void;
}

const OriginsContext = createContext<Origins>({ shown: false, names: new Map(), show: () => undefined });

export interface OriginsProviderProps {
  readonly record: PartyRecord;
  readonly children: ReactNode;
}

export function OriginsProvider({ record, children }: OriginsProviderProps): ReactNode {
  const [asked, show] = useState(false);
  const { records } = record;
  const origins = useMemo(
    () => ({ shown: asked && records.length > 1, names: new Map(records.map(({ id, name }) => [id, name])), show }),
    [asked, records],
  );
  return <OriginsContext value={origins}>{children}</OriginsContext>;
}

export const useOrigins = (): Origins => useContext(OriginsContext);

/** Nothing unless it was asked for. */
export function Origin({ partyId }: { readonly partyId: string | undefined }): ReactNode {
  const t = useT();
  const { shown, names } = useOrigins();
  const name = partyId === undefined ? undefined : names.get(partyId);
  if (!shown || name === undefined) return null;
  return <span className={styles.origin}>{t('merging.from', { name: isolate(name) })}</span>;
}

/**
 * Two records of one person often say the same; it is said once. When the reader asked where facts are from, each is shown with its
 * own.
 */
export function useDistinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const { shown, names } = useOrigins();
  if (shown || names.size < 2) return items;
  return items.filter((item, at) => items.findIndex((other) => keyOf(other) === keyOf(item)) === at);
}
