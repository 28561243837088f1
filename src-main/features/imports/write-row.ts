// Stores one mapped row: a new party, or the party with the same external key brought up to date by the chosen policy.

import { PartyDraft, type PartyPatch } from '@shared/features/parties/party';
import { normalContactPoint } from '@shared/features/parties/contact-point';
import { sortKey } from '@shared/text/sort-key';
import type { CommandContext } from '../../core/context';
import {
  insertPreparedParty,
  prepareParty,
  selectContactPoints,
  selectNames,
  selectParty,
  selectPartyByExternalKey,
  updateParty,
  type PartyProjectionState,
  type PreparedParty,
} from '../parties';
import { insertRelationship } from '../relationships';
import type { StoredPlan } from './job';
import { selectOrganisationByKey } from './imports.sql';
import type { RowToStore } from './prepared-row';

export type RowOutcome = 'created' | 'updated' | 'unchanged';

export interface RowWriter {
  readonly context: CommandContext;
  readonly state: PartyProjectionState;
  readonly country: string;
  readonly existing: StoredPlan['existing'];
  /** Organisations met so far in this import, by their names as written. */
  readonly organisations: Map<string, string>;
}

export function writeRow(writer: RowWriter, { party, employer }: RowToStore): RowOutcome {
  const { externalKey } = party.draft;
  const known = externalKey ? writer.context.db.first(selectPartyByExternalKey({ key: externalKey })) : undefined;
  if (known !== undefined) return writer.existing === 'skip' ? 'unchanged' : updateKnown(writer, known.id, party.draft);
  const id = insertPreparedParty(storing(writer), party);
  if (employer !== undefined) employ(writer, id, employer);
  return 'created';
}

const storing = ({ context, state }: RowWriter): Parameters<typeof insertPreparedParty>[0] => ({
  db: context.db,
  ids: context.ids,
  at: context.at,
  userId: context.actor.userId ?? '',
  state,
});

const REMEMBERED = 20_000;

function employ(writer: RowWriter, personId: string, { name, title }: { name: string; title?: string }): void {
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

function updateKnown(writer: RowWriter, id: string, draft: PartyDraft): RowOutcome {
  const patch = patchFor(writer, id, draft);
  if (Object.keys(patch.set ?? {}).length === 0 && Object.values(patch.put ?? {}).every((parts) => parts?.length === 0))
    return 'unchanged';
  // It may have been created by a row of the same batch.
  writer.state.fresh.delete(id);
  const updated = updateParty(writer.context, patch);
  if (!updated.ok) throw new Error(`an import could not update a party: ${updated.error.code}`);
  return 'updated';
}

function patchFor({ context: { db }, existing, country }: RowWriter, id: string, draft: PartyDraft): PartyPatch {
  const now = db.first(selectParty({ id }))!;
  const names = db.all(selectNames({ party: id }));
  const points = new Set(db.all(selectContactPoints({ party: id })).map((point) => point.normal));
  const overwrites = existing === 'overwrite';
  const set: NonNullable<PartyPatch['set']> = {};
  if (draft.birth && (overwrites ? now.birth_on !== draft.birth.on : now.birth_on === null)) set.birth = draft.birth;
  if (draft.gender && (overwrites ? now.gender !== draft.gender : now.gender === null)) set.gender = draft.gender;
  if (draft.language && (overwrites ? now.language !== draft.language : now.language === null))
    set.language = draft.language;
  if (draft.nationality && (overwrites ? now.nationality !== draft.nationality : now.nationality === null))
    set.nationality = draft.nationality;
  if (draft.industry && (overwrites ? now.industry !== draft.industry : now.industry === null))
    set.industry = draft.industry;
  if (draft.note && (overwrites ? now.note !== draft.note : now.note === null)) set.note = draft.note;
  const [shown] = draft.names;
  const first = names.find((name) => name.kind === 'used') ?? names[0];
  const renamed = overwrites && shown !== undefined && first !== undefined && shown.text !== first.text;
  return {
    id,
    set,
    put: {
      names: renamed ? [{ ...shown, id: first.id }] : [],
      contactPoints: draft.contactPoints
        .filter((point) => isNew(points, point, country))
        .map((point) => ({ ...point, preferred: false, doNotUse: false })),
    },
  };
}

const isNew = (known: ReadonlySet<string>, point: PartyDraft['contactPoints'][number], country: string): boolean =>
  !known.has(normalContactPoint(point.kind, point.value, country).normal);
