// Brings a party's derived columns and its search document up to date with its parts, after any operation that touched them.

import { normalContactPoint } from '@shared/features/parties/contact-point';
import { restrictedPoints } from '@shared/features/parties/cluster';
import { deriveParty } from '@shared/features/parties/derive';
import { sql, statement, tables, type ChangeRow, type WriteDb } from '../../db';
import {
  insertPartyDocument,
  partyDocument,
  putPartyDocument,
  removePartyDocument,
  type PartyDocument,
} from '../../search';
import { recomputeLastActivity } from '../activities';
import { projectClusters } from '../clusters';
import { siteCountry } from '../settings';
import { gathered } from './member-facts';
import { normaliseParts } from './part-projection';
import * as statements from './parties.sql';
import { survivorOf } from './survivor';

const partsOfParty = new Set([
  'party',
  'party_name',
  'contact_point',
  'address',
  'identifier',
  'party_role',
  'role_stage_event',
]);
const justMetadata = new Set(['relationship', 'occasion', 'preference', 'need', 'value_driver']);

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
    const full = new Set(projectClusters(db, changes));
    for (const party of full) db.run(recomputeLastActivity({ party }));
    const touched = new Set<string>();
    const documents = insertedDocuments(state, changes);
    const stale = changes.filter(({ party_id }) => party_id !== null && !state.fresh.has(party_id));
    state.fresh.clear();
    for (const change of stale) {
      const set = partsOfParty.has(change.entity) ? full : justMetadata.has(change.entity) ? touched : null;
      for (const party of holdersOf(change)) set?.add(party);
    }
    const country = full.size > 0 ? siteCountry(db) : '';
    normaliseParts(db, stale, country);
    const changedAt = db.first(selectErases({}))?.erases === 1 ? null : at;
    if (changedAt !== null) for (const id of touched) if (!full.has(id)) db.run(touchParty({ id, at: changedAt }));
    const projected = projectRows(db, full, { at: changedAt, country });
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

/** Whose fact it is, and whose it was before it was handed over. */
function holdersOf({ party_id, action, old }: ChangeRow): string[] {
  const before = action === 'update' && old?.includes('party_id"') === true ? JSON.parse(old) : {};
  const values = before as Readonly<Record<string, string | undefined>>;
  return [party_id, values['party_id'], values['from_party_id']].filter((id) => typeof id === 'string');
}

/** Who stands for a party was touched with it. */
const touchParty = statement<{ id: string; at: number }>((arg) =>
  tables
    .updateTable('party')
    .set({ updated_at: arg('at') })
    .where('id', 'in', [arg('id'), sql<string>`(select root_id from party where id = ${arg('id')})`]),
);

/** To take words away, or to keep them otherwise, is no change of a party. */
const selectErases = statement<object, { erases: number }>(() =>
  tables.selectFrom('current_operation').select('erases'),
);

interface Surroundings {
  /** When it was changed; null where nothing was. */
  readonly at: number | null;
  readonly country: string;
}

/** The parties, and whoever stands for them. */
function projectRows(db: WriteDb, ids: Iterable<string>, surroundings: Surroundings): Projected[] {
  const all = new Set(ids);
  const projected: Projected[] = [];
  for (const id of all) {
    const one = projectRow(db, id, surroundings);
    projected.push(one);
    if (one.rootId !== null) all.add(one.rootId);
  }
  return projected;
}

/** One party by itself: its derived columns and its search document. */
export function projectParty(db: WriteDb, id: string, surroundings: Surroundings): void {
  for (const one of projectRows(db, [id], surroundings)) projectDocument(db, one);
}

function projectDocument(db: WriteDb, { id, document }: Projected): void {
  if (document === null) removePartyDocument(db, id);
  else putPartyDocument(db, document);
}

interface Projected {
  readonly id: string;
  /** Who stands for this party, or null when it stands for itself. */
  readonly rootId: string | null;
  /** Null where there is to be none: of parties that are gone, in the recycle bin, or found through their root. */
  readonly document: PartyDocument | null;
}

/**
 * Brings the derived columns up to date. A root carries what all its members say; a member keeps what it says by itself, so that
 * nothing is lost of it on the day it is separated.
 */
function projectRow(db: WriteDb, id: string, { at, country }: Surroundings): Projected {
  const row = db.first(statements.selectParty({ id }));
  if (row === undefined) return { id, rootId: null, document: null };
  const alone = { party: row, members: [row], byName: [row] };
  const { party, members, byName } = row.root_id === null ? survivorOf(db, row) : alone;
  const names = gathered(db, byName, statements.selectNames);
  const points = gathered(db, members, statements.selectContactPoints).map((point) => ({
    ...point,
    preferred: point.preferred === 1,
    doNotUse: point.do_not_use === 1,
  }));
  const isRestricted = restrictedPoints(points);
  const roles = gathered(db, members, statements.selectRoleStages);
  const derived = deriveParty({
    names,
    contactPoints: points.map((point) => ({ ...point, doNotUse: isRestricted(point) })),
    addresses: gathered(db, members, statements.selectAddresses),
    roles,
  });
  const isHeld = roles.some(({ owner_id, deputy_id }) => owner_id !== null || deputy_id !== null);
  const shown = {
    shown_owner_id: party.owner_id,
    shown_language: party.language,
    more_owners: members.length > 1 || row.root_id !== null ? 2 : isHeld ? 1 : 0,
  };
  db.run(statements.updateDerived({ id, ...derived, ...shown, updated_at: at ?? row.updated_at }));
  if (row.deleted_at !== null || row.root_id !== null) return { id, rootId: row.root_id, document: null };
  const source = {
    kind: party.kind,
    names: names.flatMap(
      (name) => [name.text, name.kunya, name.nickname].filter((text) => text !== null && text !== '') as string[],
    ),
    phones: points.flatMap((point) => normalContactPoint(point.kind, point.value, country).digits),
    emails: points.filter((point) => point.kind === 'email').map((point) => point.normal),
  };
  const { shown_owner_id, more_owners } = shown;
  const holding = { party_id: id, shown_owner_id, unit_id: row.unit_id, more_owners };
  return { id, rootId: null, document: { ...holding, ...partyDocument(source) } };
}
