// The change feed's message: which records of which entities an operation touched, for screens to refresh themselves.

import type { ChangeRow } from '../db';

/** Up to 500 ids per entity; beyond that a screen refreshes whatever it shows of it. */
export interface ChangeSummary {
  readonly entities: Readonly<Record<string, readonly string[] | 'many'>>;
  readonly parties: readonly string[] | 'many';
}

const ID_LIMIT = 500;

export function summarise(changes: readonly ChangeRow[]): ChangeSummary {
  const byEntity = new Map<string, Set<string>>();
  const parties = new Set<string>();
  for (const change of changes) {
    const ids = byEntity.get(change.entity) ?? new Set<string>();
    byEntity.set(change.entity, ids.add(change.record_id));
    if (change.party_id !== null) parties.add(change.party_id);
  }
  const entities: Record<string, readonly string[] | 'many'> = {};
  for (const [entity, ids] of byEntity) entities[entity] = capped(ids);
  return { entities, parties: capped(parties) };
}

const capped = (ids: ReadonlySet<string>): readonly string[] | 'many' => (ids.size > ID_LIMIT ? 'many' : [...ids]);
