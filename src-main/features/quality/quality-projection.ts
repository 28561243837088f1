// What was found of a party goes as soon as it is mended, whoever mends it by whatever operation: it is judged again before the commit.

import type { ChangeRow, WriteDb } from '../../db';
import { findingsOf, judgedOf } from './judge';
import { officeRules } from './office-rules';
import * as statements from './quality.sql';

/** An import or an undo touches more in one go: what was found of those is forgotten until the next search looks at them. */
const MOST_AT_ONCE = 50;
/** Parties that had the same telephone in common, beside those that were touched. */
const MOST_NEAR = 150;

export function projectFindings(db: WriteDb, changes: readonly ChangeRow[], at: number): void {
  const touched = new Set<string>();
  const decided = new Set<string>();
  for (const change of changes) {
    for (const party of partiesOf(change)) touched.add(party);
    if (change.entity === 'quality_dismissal' && change.party_id !== null) decided.add(change.party_id);
  }
  if (touched.size === 0) return;
  const ids = JSON.stringify([...touched]);
  const found = db.all(statements.selectFoundNear(ids, MOST_NEAR)).map(({ id }) => id);
  if (found.length === 0 && decided.size === 0) return;
  if (touched.size > MOST_AT_ONCE) return void db.run(statements.deleteFindingsOf(ids));
  judgeAgain(db, [...new Set([...found, ...decided, ...touched])], at);
}

export function judgeAgain(db: WriteDb, ids: readonly string[], at: number): void {
  const lines = findingsOf(db, officeRules(db), judgedOf(db, ids, { now: at }));
  db.run(statements.deleteFindingsOf(JSON.stringify(ids)));
  if (lines.length > 0) db.run(statements.putFindings(JSON.stringify(lines)));
}

const ends = ['party_id', 'to_party_id', 'from_party_id'] as const;

/** Both ends of a relationship or link, and whose a part was before it was handed over. */
function partiesOf({ party_id, old, new: now, entity }: ChangeRow): string[] {
  const both = entity === 'relationship' || entity === 'party_link' || old?.includes('party_id"') === true;
  const rows = both ? [old, now].map((row) => (row === null ? {} : (JSON.parse(row) as Record<string, unknown>))) : [];
  const named = rows.flatMap((row) => ends.map((end) => row[end]));
  return [party_id, ...named].filter((id) => typeof id === 'string');
}
