// What is told of an erasure afterwards, to the person and to whoever checks: nothing that says who it was.

import type { Certificate } from '@shared/features/erasure/erasure-operations';
import type { ReadDb, Tables } from '../../db';
import { hex, selectLastOperation } from '../../ledger';
import { siteSettings } from '../settings';
import { userRefs } from '../users';

export function certificateOf(db: ReadDb, row: Tables['erasure']): Certificate {
  const users = userRefs(db);
  const { officeName, timeZone } = siteSettings(db);
  const head = db.first(selectLastOperation({}));
  const counts = JSON.parse(row.counts) as Record<string, number>;
  return {
    id: row.id,
    mode: row.mode,
    at: row.at,
    askedBy: users(row.asked_by),
    approvedBy: users(row.approved_by),
    requestId: row.request_id,
    records: (JSON.parse(row.party_ids) as string[]).length,
    counts: Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [{ what, count }] : [])),
    copies: JSON.parse(row.copies) as Certificate['copies'],
    language: row.language as Certificate['language'],
    officeName,
    timeZone,
    head: { seq: head?.seq ?? 0, hash: head === undefined ? '' : hex(head.hash) },
  };
}
