// What was found of a party goes as soon as it is mended, whoever mends it by whatever operation: it is judged again before the commit.

import type { ChangeRow, WriteDb } from '../../db';
import { findingsOf, judgedOf } from './judge';
import { officeRules } from './office-rules';
import * as statements from './quality.sql';

/** An import or an undo touches more in one go: what was found of those is forgotten until the next search looks at them. */
const MOST_AT_ONCE = 50;
/** Whoever had a telephone in common with those touched is looked at, too. */
const MOST_FOUND = 300;

export function projectFindings(db: WriteDb, changes: readonly ChangeRow[], at: number): void {
  const touched = new Set<string>();
  const decided = new Set<string>();
  for (const change of changes) {
    for (const party of partiesOf(change)) touched.add(party);
    if (change.entity === 'quality_dismissal' && change.party_id !== null) decided.add(change.party_id);
  }
  if (touched.size === 0) return;
  const ids = JSON.stringify([...touched]);
  const rules = officeRules(db);
  const found = db.all(statements.selectFound(ids, rules.shared, MOST_FOUND));
  if (found.length === 0 && decided.size === 0) return;
  if (touched.size > MOST_AT_ONCE) return void db.run(statements.deleteFindingsOf(ids));
  const broken = new Set(found.map(({ judged_by }) => judged_by));
  // What becomes wrong waits for the next search: only the rules that were broken are asked, unless one was taken up again.
  const active = decided.size > 0 ? rules.active : rules.active.filter(({ judgedBy }) => broken.has(judgedBy));
  const parties = [...new Set([...found.map(({ id }) => id), ...decided])];
  const lines = findingsOf(db, { active }, judgedOf(db, parties, { now: at }));
  db.run(statements.deleteFindingsOf(JSON.stringify([...parties, ...touched])));
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
