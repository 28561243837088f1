// Brings a party's derived columns and its search document up to date with its parts, after any operation that touched them.

import { normalContactPoint } from '@shared/features/parties/contact-point';
import { deriveParty } from '@shared/features/parties/derive';
import { statement, tables, type ChangeRow, type WriteDb } from '../../db';
import {
  insertPartyDocument,
  partyDocument,
  putPartyDocument,
  removePartyDocument,
  type PartyDocument,
} from '../../search';
import { siteCountry } from '../settings';
import { normaliseParts } from './part-projection';
import * as statements from './parties.sql';

const partsOfParty = new Set([
  'party',
  'party_name',
  'contact_point',
  'address',
  'identifier',
  'party_role',
  'role_stage_event',
]);
const justMetadata = new Set(['relationship', 'occasion', 'preference']);

/**
 * Parties written whole by `insertPartyDraft` carry their derived values already; only their search documents are to be written.
 * A part that is changed in the same unit of work takes its party out again.
 */
export interface PartyProjectionState {
  readonly fresh: Map<string, PartyDocument>;
}

/**
 * Rows first, documents last: before any statement with triggers SQLite makes the full-text tables write what they hold, so
 * that a document between two rows becomes a segment of its own, at six times the cost of the row.
 */
export function createPartyProjection(state: PartyProjectionState) {
  return (db: WriteDb, changes: readonly ChangeRow[], at: number): void => {
    const full = new Set<string>();
    const touched = new Set<string>();
    const documents = insertedDocuments(state, changes);
    const stale = changes.filter(({ party_id }) => party_id !== null && !state.fresh.has(party_id));
    state.fresh.clear();
    for (const { entity, party_id } of stale) {
      if (partsOfParty.has(entity)) full.add(party_id!);
      else if (justMetadata.has(entity)) touched.add(party_id!);
    }
    const country = full.size > 0 ? siteCountry(db) : '';
    normaliseParts(db, stale, country);
    for (const id of touched) if (!full.has(id)) db.run(touchParty({ id, at }));
    const projected = [...full].map((id) => projectRow(db, id, { at, country }));
    for (const one of projected) projectDocument(db, one);
    for (const document of documents) insertPartyDocument(db, document);
  };
}

/** Documents of parties that this unit of work really inserted: what a rolled-back one left behind is not written. */
function insertedDocuments({ fresh }: PartyProjectionState, changes: readonly ChangeRow[]): PartyDocument[] {
  if (fresh.size === 0) return [];
  return changes.flatMap(({ entity, action, record_id }) => {
    const document = entity === 'party' && action === 'insert' ? fresh.get(record_id) : undefined;
    return document === undefined ? [] : [document];
  });
}

const touchParty = statement<{ id: string; at: number }>((arg) =>
  tables
    .updateTable('party')
    .set({ updated_at: arg('at') })
    .where('id', '=', arg('id')),
);

/** One party by itself: its derived columns and its search document. */
export function projectParty(db: WriteDb, id: string, { at, country }: { at: number; country: string }): void {
  projectDocument(db, projectRow(db, id, { at, country }));
}

function projectDocument(db: WriteDb, { id, document }: Projected): void {
  if (document === null) removePartyDocument(db, id);
  else putPartyDocument(db, document);
}

type Projected = { readonly id: string; readonly document: PartyDocument | null };

/** Brings the derived columns up to date; answers the search document, or null where there is to be none. */
function projectRow(db: WriteDb, id: string, { at, country }: { at: number; country: string }): Projected {
  const party = db.first(statements.selectParty({ id }));
  if (party === undefined) return { id, document: null };
  const names = db.all(statements.selectNames({ party: id }));
  const points = db.all(statements.selectContactPoints({ party: id }));
  const derived = deriveParty({
    names,
    contactPoints: points.map((point) => ({
      ...point,
      preferred: point.preferred === 1,
      doNotUse: point.do_not_use === 1,
    })),
    addresses: db.all(statements.selectAddresses({ party: id })),
    roles: db.all(statements.selectRoleStages({ party: id })),
  });
  db.run(statements.updateDerived({ id, ...derived, updated_at: at }));
  if (party.deleted_at !== null) return { id, document: null };
  const source = {
    id,
    kind: party.kind,
    names: names.flatMap(
      (name) => [name.text, name.kunya, name.nickname].filter((text) => text !== null && text !== '') as string[],
    ),
    phones: points.flatMap((point) => normalContactPoint(point.kind, point.value, country).digits),
    emails: points.filter((point) => point.kind === 'email').map((point) => point.normal),
  };
  return { id, document: partyDocument(source) };
}
