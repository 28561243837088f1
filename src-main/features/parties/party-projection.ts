// Brings a party's derived columns and its search document up to date with its parts, after any operation that touched them.

import { normalContactPoint } from '@shared/features/parties/contact-point';
import { deriveParty } from '@shared/features/parties/derive';
import { compiled, tables, type ChangeRow, type WriteDb } from '../../db';
import { partyDocument, putPartyDocument, removePartyDocument } from '../../search';
import { siteCountry } from '../settings';
import { normaliseParts } from './part-projection';
import * as statements from './parties.sql';

const partsOfParty = new Set(['party', 'party_name', 'contact_point', 'address', 'identifier', 'party_role', 'role_stage_event']);
const justMetadata = new Set(['relationship', 'occasion', 'preference']);

/** Parties written whole by `insertPartyDraft` carry their derived values already; the set names them. */
export interface PartyProjectionState {
  readonly fresh: Set<string>;
}

export function createPartyProjection(state: PartyProjectionState) {
  return (db: WriteDb, changes: readonly ChangeRow[], at: number): void => {
    const full = new Set<string>();
    const touched = new Set<string>();
    const stale = changes.filter(({ party_id }) => party_id !== null && !state.fresh.has(party_id));
    state.fresh.clear();
    for (const { entity, party_id } of stale) {
      if (partsOfParty.has(entity)) full.add(party_id!);
      else if (justMetadata.has(entity)) touched.add(party_id!);
    }
    const country = full.size > 0 ? siteCountry(db) : '';
    normaliseParts(db, stale, country);
    for (const id of full) projectParty(db, id, { at, country });
    for (const id of touched) if (!full.has(id)) db.run(touchParty(id, at));
  };
}

const touchParty = (id: string, at: number) => compiled(tables.updateTable('party').set({ updated_at: at }).where('id', '=', id));

export function projectParty(db: WriteDb, id: string, { at, country }: { at: number; country: string }): void {
  const party = db.first(statements.selectParty({ id }));
  if (party === undefined) return removePartyDocument(db, id);
  const names = db.all(statements.selectNames({ party: id }));
  const points = db.all(statements.selectContactPoints({ party: id }));
  const derived = deriveParty({
    names,
    contactPoints: points.map((point) => ({ ...point, preferred: point.preferred === 1, doNotUse: point.do_not_use === 1 })),
    addresses: db.all(statements.selectAddresses({ party: id })),
    roles: db.all(statements.selectRoleStages({ party: id })),
  });
  db.run(compiled(tables.updateTable('party').set({ ...derived, updated_at: at }).where('id', '=', id)));
  if (party.deleted_at !== null) return removePartyDocument(db, id);
  const source = {
    id,
    kind: party.kind,
    names: names.flatMap((name) => [name.text, name.kunya, name.nickname].filter((text) => text !== null && text !== '') as string[]),
    phones: points.flatMap((point) => normalContactPoint(point.kind, point.value, country).digits),
    emails: points.filter((point) => point.kind === 'email').map((point) => point.normal),
  };
  putPartyDocument(db, partyDocument(source));
}
