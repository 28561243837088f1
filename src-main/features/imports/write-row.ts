// Stores what a row of parties was decided to be: a new party with its employer, or a change of one that is there.

import { PartyDraft, type PartyPatch } from '@shared/features/parties/party';
import { sortKey } from '@shared/text/sort-key';
import type { CommandContext } from '../../core/context';
import {
  insertPreparedParty,
  prepareParty,
  selectAddresses,
  selectNames,
  updateParty,
  type PartyProjectionState,
  type PreparedParty,
} from '../parties';
import { insertRelationship } from '../relationships';
import { insertRole } from '../roles';
import { selectOrganisationByKey, setExternalKey } from './imports.sql';
import type { PartyChange } from './party-state';
import type { PartyToStore } from './party-to-store';

export interface RowWriter {
  readonly context: CommandContext;
  readonly state: PartyProjectionState;
  readonly country: string;
  /** Organisations met so far in this import, by their names as written. */
  readonly organisations: Map<string, string>;
}

export function writeParty(writer: RowWriter, { party, employer }: PartyToStore, id: string): void {
  insertPreparedParty(storing(writer), party, id);
  if (employer !== undefined) employ(writer, id, employer);
}

const storing = ({ context, state }: RowWriter): Parameters<typeof insertPreparedParty>[0] => ({
  db: context.db,
  ids: context.ids,
  at: context.at,
  userId: context.actor.userId ?? '',
  state,
});

const REMEMBERED = 20_000;

function employ(writer: RowWriter, personId: string, { name, title }: NonNullable<PartyToStore['employer']>): void {
  const { db, ids } = writer.context;
  const organisation = writer.organisations.get(name) ?? organisationNamed(writer, name);
  const edge = {
    id: ids(),
    from_party_id: personId,
    to_party_id: organisation,
    type: 'employee',
    position: title ?? null,
  };
  db.run(insertRelationship({ ...edge, note: null, from_on: null, to_on: null }));
}

function organisationNamed(writer: RowWriter, name: string): string {
  const { organisations, context } = writer;
  const organisation =
    context.db.first(selectOrganisationByKey({ key: sortKey(name, 'en') }))?.id ??
    insertPreparedParty(storing(writer), employerNamed(name, writer.country));
  if (organisations.size >= REMEMBERED) organisations.clear();
  organisations.set(name, organisation);
  return organisation;
}

const employerNamed = (name: string, country: string): PreparedParty =>
  prepareParty(PartyDraft.parse({ kind: 'organisation', names: [{ text: name }] }), country);

export function writeChange(writer: RowWriter, id: string, change: PartyChange): void {
  const { db, ids, at, actor } = writer.context;
  // It may have been created by a row of the same batch.
  writer.state.fresh.delete(id);
  const updated = updateParty(writer.context, patchOf(writer, id, change));
  if (!updated.ok) throw new Error(`an import could not update a party: ${updated.error.code}`);
  for (const role of change.roles) insertRole({ db, ids, at, userId: actor.userId ?? '' }, { ...role, partyId: id });
  if (change.employer) employ(writer, id, change.employer);
  if (change.externalKey) db.run(setExternalKey(id, change.externalKey));
}

function patchOf({ context: { db } }: RowWriter, id: string, change: PartyChange): PartyPatch {
  const names = change.shownName ? db.all(selectNames({ party: id })) : [];
  const shown = names.find((name) => name.kind === 'used') ?? names[0];
  const addresses = change.changedAddresses.length > 0 ? db.all(selectAddresses({ party: id })) : [];
  return {
    id,
    set: { ...(change.birth ? { birth: change.birth } : {}), ...change.fields } as NonNullable<PartyPatch['set']>,
    put: {
      names: [...(change.shownName && shown ? [{ ...change.shownName, id: shown.id }] : []), ...change.otherNames],
      contactPoints: change.points.map(({ part }) => ({
        ...part,
        preferred: false,
        doNotUse: false,
      })),
      identifiers: change.identifiers.map(({ part }) => part),
      addresses: [
        ...change.newAddresses,
        ...change.changedAddresses.map((address) => ({
          ...blankAddress,
          ...address,
          id: addresses.find(({ kind }) => kind === address.kind)?.id,
        })),
      ],
    },
  };
}

/** An address that a file changes is the file's as a whole: parts of the old one beside the new street would be neither. */
const blankAddress = {
  lines: null,
  building: null,
  district: null,
  city: null,
  province: null,
  postcode: null,
  country: null,
  landmark: null,
};
