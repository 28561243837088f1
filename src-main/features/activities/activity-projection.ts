// Search document and derived times of activities, and the last contact of the parties that took part.

import type { ChangeRow, WriteDb } from '../../db';
import { putActivityDocument, removeActivityDocument, type ActivitySource } from '../../search';
import * as statements from './activities.sql';

/** Rows first, documents last; why, party-projection.ts says. */
export function projectActivities(db: WriteDb, changes: readonly ChangeRow[]): void {
  const inserted = new Set<string>();
  const changed = new Set<string>();
  const lostParties = new Set<string>();
  for (const change of changes) {
    if (change.entity === 'activity') (change.action === 'insert' ? inserted : changed).add(change.record_id);
    if (change.entity === 'activity_party' && change.action === 'delete' && change.party_id !== null)
      lostParties.add(change.party_id);
    if (change.entity === 'activity_party' && change.action === 'insert') changed.add(activityOf(change));
    if (change.entity === 'activity_party' && change.action === 'update')
      for (const party of [change.party_id, partyBefore(change)]) if (party !== null) lostParties.add(party);
  }
  const documents: ActivitySource[] = [];
  for (const id of inserted) {
    changed.delete(id);
    const activity = db.first(statements.selectActivity({ id }));
    if (activity === undefined || activity.deleted_at !== null) changed.add(id);
    else documents.push(projectNew(db, activity));
  }
  const live = [...changed].map((id) => ({ id, activity: projectChanged(db, id, lostParties) }));
  for (const party of withRoots(db, lostParties)) db.run(statements.recomputeLastActivity({ party }));
  for (const document of documents) putActivityDocument(db, document);
  for (const { id, activity } of live) {
    if (activity === null) removeActivityDocument(db, id);
    else putActivityDocument(db, activity);
  }
}

/** Records, and whoever stands for them. */
function withRoots(db: WriteDb, parties: ReadonlySet<string>): ReadonlySet<string> {
  const roots = [...parties].map((party) => db.first(statements.selectRootId({ party }))?.root_id ?? party);
  return new Set([...parties, ...roots]);
}

/** Whose participation it was before it was handed over. */
const partyBefore = (change: ChangeRow): string | null =>
  (JSON.parse(change.old ?? '{}') as { party_id?: string }).party_id ?? null;

const activityOf = (change: ChangeRow): string =>
  (JSON.parse(change.new ?? '{}') as { activity_id: string }).activity_id;

function projectNew(db: WriteDb, activity: statements.ActivityRow): ActivitySource {
  for (const { party_id, at, kind } of db.all(statements.selectParticipantRows({ activity: activity.id }))) {
    if (at !== activity.at || kind !== activity.kind)
      db.run(statements.updateParticipantTimes(activity.id, activity.at, activity.kind));
    db.run(statements.raiseLastActivity({ party: party_id, at: activity.at }));
  }
  return activity;
}

/** Answers the activity, or null when it is there no more. */
function projectChanged(db: WriteDb, id: string, lostParties: Set<string>): ActivitySource | null {
  const activity = db.first(statements.selectActivity({ id }));
  const participants = db.all(statements.selectParticipantRows({ activity: id }));
  for (const { party_id } of participants) lostParties.add(party_id);
  if (activity === undefined || activity.deleted_at !== null) return null;
  db.run(statements.updateParticipantTimes(id, activity.at, activity.kind));
  return activity;
}
