// Where a lead stands follows from its steps, and when it was first responded to from its steps and the activities of its party. Both
// are derived again whenever one of these is written, taken back, merged or separated.

import type { ChangeRow, ReadDb, WriteDb } from '../../db';
import { endsOfLink, memberIdsOf } from '../clusters';
import { selectParticipantRows } from '../activities';
import * as statements from './leads.sql';

export function projectLeads(db: WriteDb, changes: readonly ChangeRow[]): void {
  const leads = new Set<string>();
  const parties = new Set<string>();
  for (const change of changes) {
    // A lead that is handed to another record may have been responded to otherwise.
    const isGiven = change.action === 'insert' || valuesOf(change, 'party_id').length > 0;
    if (change.entity === 'lead' && isGiven) leads.add(change.record_id);
    if (change.entity === 'lead_event') for (const id of valuesOf(change, 'lead_id')) leads.add(id);
    for (const id of partiesOf(db, change)) parties.add(id);
  }
  if (parties.size > 0 && db.first(statements.selectAnyLead({})) !== undefined)
    for (const { id } of db.all(statements.selectLeadsOfParties({ parties: JSON.stringify([...parties]) })))
      leads.add(id);
  for (const id of leads) projectLead(db, id);
}

/** Parties whose first response may be another now. */
function partiesOf(db: ReadDb, change: ChangeRow): readonly string[] {
  if (change.entity === 'activity_party') return valuesOf(change, 'party_id');
  if (change.entity === 'activity') return change.action === 'update' ? participants(db, change.record_id) : [];
  if (change.entity !== 'party_link') return [];
  return endsOfLink(db, change).flatMap((id) => memberIdsOf(db, id));
}

const participants = (db: ReadDb, activity: string): readonly string[] =>
  db.all(selectParticipantRows({ activity })).map(({ party_id }) => party_id);

function projectLead(db: WriteDb, id: string): void {
  const last = db.first(statements.selectLastEvent({ lead: id }));
  if (last === undefined) return;
  const responded_at = db.first(statements.selectFirstResponse({ lead: id }))?.at ?? null;
  const state_at = sinceOf(db, id);
  db.run(statements.updateLead(id, { state: last.to_state, state_at, responded_at }));
}

/** When it came to where it stands: contacts that left it there do not begin it anew. */
function sinceOf(db: ReadDb, id: string): number {
  const events = db.all(statements.selectLeadEvents({ lead: id }));
  const state = events.at(-1)!.to_state;
  const before = events.findLastIndex(({ to_state }) => to_state !== state);
  return events[before + 1]!.at;
}

/** Of the row as it was and as it is. */
function valuesOf(change: ChangeRow, name: string): string[] {
  const values = [change.old, change.new].map((side) => (JSON.parse(side ?? '{}') as Record<string, unknown>)[name]);
  return values.filter((value) => typeof value === 'string');
}
