// A change to a merged party goes to the records its facts belong to: what is there stays where it is, what is new goes to the root.

import type { PartyPatch } from '@shared/features/parties/party';
import { shownFields, type ShownField } from '@shared/features/parties/cluster';
import { compiled, tables, type ReadDb } from '../../db';
import { partTables, type PartTable } from './part-columns';
import type { Survivor } from './survivor';

/** One patch per record that is touched; the root's comes first and is there even when it holds nothing. */
export function routePatch(
  db: ReadDb,
  { party: root, members, sources }: Survivor,
  patch: PartyPatch,
): readonly PartyPatch[] {
  if (members.length === 1) return [{ ...patch, id: root.id }];
  const patches = new Map<string, Mutable>(members.map(({ id }) => [id, { id, set: {}, put: {}, remove: [] }]));
  const ofRoot = patches.get(root.id)!;
  const holder = (table: PartTable, id: string): Mutable => patches.get(partyOf(db, table, id) ?? '') ?? ofRoot;
  for (const [name, value] of Object.entries(patch.set ?? {})) {
    const record = patches.get(sourceOfField(name, sources) ?? root.id) ?? ofRoot;
    record.set[name] = value;
  }
  for (const [name, parts] of Object.entries(patch.put ?? {})) {
    for (const part of parts ?? []) {
      const record = part.id === undefined ? ofRoot : holder(tableOfPut[name as PutName], part.id);
      (record.put[name] ??= []).push(part);
    }
  }
  for (const one of patch.remove ?? []) holder(partTables[one.part], one.id).remove.push(one);
  return [...patches.values()].filter((record) => record === ofRoot || holdsAnything(record)) as PartyPatch[];
}

/** The record whose value of a field is shown, if there is a choice at all. */
export const sourceOfField = (
  field: string,
  sources: Readonly<Partial<Record<ShownField, string>>>,
): string | undefined => {
  const shown = shownFields.find((one) => one === (field === 'ownerId' ? 'owner' : field));
  return shown === undefined ? undefined : sources[shown];
};

interface Mutable {
  readonly id: string;
  readonly set: Record<string, unknown>;
  readonly put: Record<string, unknown[]>;
  readonly remove: NonNullable<PartyPatch['remove']>;
}

const holdsAnything = ({ set, put, remove }: Mutable): boolean =>
  Object.keys(set).length + Object.keys(put).length + remove.length > 0;

type PutName = keyof NonNullable<PartyPatch['put']>;
const tableOfPut: Readonly<Record<PutName, PartTable>> = {
  names: 'party_name',
  contactPoints: 'contact_point',
  addresses: 'address',
  identifiers: 'identifier',
  occasions: 'occasion',
  preferences: 'preference',
  needs: 'need',
  valueDrivers: 'value_driver',
};

const partyOf = (db: ReadDb, table: PartTable, id: string): string | undefined =>
  db.first<{ party_id: string }>(
    compiled(
      tables
        .selectFrom(table as 'party_name')
        .select('party_id')
        .where('id', '=', id),
    ),
  )?.party_id;
