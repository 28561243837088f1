// Keeps the search document of an activity.

import { indexTextWords } from '@shared/text/search-tokens';
import type { WriteDb } from '../db';
import * as statements from './search.sql';

/** Longer bodies are found by their first part. */
const BODY_LIMIT = 20_000;

export interface ActivitySource {
  readonly id: string;
  readonly subject: string;
  readonly body: string | null;
}

export function insertActivityDocument(db: WriteDb, source: ActivitySource): void {
  const words = wordsOf(source);
  db.run(statements.insertActivityDoc({ activity_id: source.id, words }));
  const { rid } = db.first(statements.selectLastRid({}))!;
  db.run(statements.indexActivityWords({ rid, words }));
}

export function putActivityDocument(db: WriteDb, source: ActivitySource): void {
  const old = db.first(statements.selectActivityDoc({ id: source.id }));
  if (old?.words === wordsOf(source)) return;
  if (old !== undefined) forget(db, old);
  insertActivityDocument(db, source);
}

export function removeActivityDocument(db: WriteDb, activityId: string): void {
  const old = db.first(statements.selectActivityDoc({ id: activityId }));
  if (old !== undefined) forget(db, old);
}

function forget(db: WriteDb, old: { rid: number; words: string }): void {
  db.run(statements.forgetActivityWords({ rid: old.rid, words: old.words }));
  db.run(statements.deleteActivityDoc({ rid: old.rid }));
}

const wordsOf = (source: ActivitySource): string =>
  indexTextWords(`${source.subject} ${source.body?.slice(0, BODY_LIMIT) ?? ''}`).join(' ');
