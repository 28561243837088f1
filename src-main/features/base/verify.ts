// Is the base sound? Pages and indexes, the search index, merged parties, the ledger against the rows it describes, the audit chain.

import { capturedFields, ledgerEntities, type Entity } from '@shared/catalogue';
import { compiled, databaseErrorCode, sql, tables, type ReadDb } from '../../db';
import { compareFiles } from '../attachments';
import { compareClusters } from '../clusters';
import { verifyAudit, type AuditReport, type ChainReport } from '../../ledger';

export interface Finding {
  readonly check: string;
  readonly detail: string;
}

export interface Verification {
  sound: boolean;
  findings: Finding[];
  counts: Record<string, number>;
  chain: ChainReport;
}

const FINDING_LIMIT = 100;

interface Depth {
  readonly quick: boolean;
  /** Whether the keys of attachments can be read; left out where no key is at hand. */
  readonly keysOpen?: () => boolean;
  /** Told before each look how many are over, of how many; throws to end the verification. */
  readonly onLook?: (done: number, total: number) => void;
}

/** pages, counts, search, clusters, attachments and chain beside one look at each entity */
const LOOKS = ledgerEntities.length + 6;

export function verifyBase(db: ReadDb, { quick, onLook, keysOpen }: Depth): Verification {
  const findings: Finding[] = [];
  const note = (check: string, detail: string): void => {
    if (findings.length < FINDING_LIMIT) findings.push({ check, detail });
  };
  let looks = 0;
  const look = <T>(check: string, otherwise: T, work: () => T): T => {
    onLook?.(looks++, LOOKS);
    return overDamage({ check, note, otherwise }, work);
  };
  look('pages', undefined, () => notePages(db, quick, note));
  const counts = look('pages', {}, () => countRows(db));
  for (const entity of ledgerEntities) {
    look('ledger', undefined, () => {
      for (const detail of compareWithLedger(db, entity, { quick })) note('ledger', detail);
    });
  }
  look('search', undefined, () => {
    for (const detail of compareSearch(db)) note('search', detail);
  });
  look('clusters', undefined, () => {
    for (const detail of compareClusters(db)) note('clusters', detail);
  });
  look('attachments', undefined, () => {
    const onFile = (): void => onLook?.(looks, LOOKS);
    for (const detail of compareFiles(db, { quick, onFile })) note('attachments', detail);
    if (keysOpen?.() === false) note('attachments', 'damaged: keys');
  });
  const audit = look('chain', nothingRead, () => verifyAudit(db));
  for (const detail of brokenParts(audit)) note('chain', detail);
  const { operations, head, brokenAt } = audit;
  return { sound: findings.length === 0, findings, counts, chain: { operations, head, brokenAt } };
}

const nothingRead: AuditReport = {
  operations: 0,
  head: '',
  brokenAt: null,
  readings: 0,
  readingsBrokenAt: null,
  checkpoints: 0,
  checkpointBrokenAt: null,
  signedUpTo: 0,
};

function* brokenParts({ brokenAt, readingsBrokenAt, checkpointBrokenAt }: AuditReport): Iterable<string> {
  if (brokenAt !== null) yield `operation ${brokenAt}`;
  if (readingsBrokenAt !== null) yield `reading ${readingsBrokenAt}`;
  if (checkpointBrokenAt !== null) yield `checkpoint ${checkpointBrokenAt}`;
}

interface Look<T> {
  readonly check: string;
  readonly note: (check: string, detail: string) => void;
  /** What stands in the report when the look itself met a damaged page. */
  readonly otherwise: T;
}

/** A damaged page ends one look, not the verification: it is what is being looked for. */
function overDamage<T>({ check, note, otherwise }: Look<T>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (databaseErrorCode(error) !== 'db.damaged') throw error;
    note(check, 'damaged pages');
    return otherwise;
  }
}

/**
 * A full-text table checks the segments that its connection remembers. A reader may remember ones that were joined by the writer since,
 * and would call them damaged; any question makes it look again.
 */
function lookAgain(db: ReadDb): void {
  const found = db.all(
    compiled(sql<{ name: string }>`select name from sqlite_schema where sql like 'create virtual table%using fts5%'`),
  );
  for (const { name } of found)
    db.first(compiled(sql`select rowid from ${sql.table(name)} where ${sql.table(name)} match '"zzz"' limit 1`));
}

function notePages(db: ReadDb, quick: boolean, note: (check: string, detail: string) => void): void {
  lookAgain(db);
  const pages = quick
    ? sql<{ verdict: string }>`select quick_check as verdict from pragma_quick_check`
    : sql<{ verdict: string }>`select integrity_check as verdict from pragma_integrity_check`;
  for (const { verdict } of db.all(compiled(pages))) if (verdict !== 'ok') note('pages', verdict);
}

function countRows(db: ReadDb): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { key } of [...ledgerEntities, { key: 'operation' }, { key: 'change' }]) {
    counts[key] =
      db.first<{ count: number }>(compiled(sql<{ count: number }>`select count(*) as count from ${sql.table(key)}`))
        ?.count ?? 0;
  }
  return counts;
}

/** Rows the ledger does not know, records the ledger has that are gone, and (in full) values that differ from the last change. */
function* compareWithLedger(db: ReadDb, entity: Entity, { quick }: { quick: boolean }): Iterable<string> {
  const balance = db.first<{ expected: number }>(
    compiled(
      sql<{
        expected: number;
      }>`select coalesce(sum(case action when 'insert' then 1 when 'delete' then -1 else 0 end), 0) as expected from change where entity = ${entity.key}`,
    ),
  );
  const actual = db.first<{ count: number }>(
    compiled(sql<{ count: number }>`select count(*) as count from ${sql.table(entity.key)}`),
  );
  if (balance?.expected !== actual?.count)
    yield `${entity.key}: ${actual?.count} rows, ${balance?.expected} in the ledger`;
  if (quick) return;
  for (const row of db.each<HistoryRow>(compiled(withHistory(entity)))) {
    const wrong = firstDifference(entity, row);
    if (wrong !== null) yield `${entity.key}.${wrong} of ${row.id} is not what the ledger last wrote`;
  }
}

/** `untold`: words of its history were erased; only what was written after that can be compared. */
type HistoryRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly history: string;
  readonly untold: number;
};

/** Each row with everything the ledger ever wrote about it, oldest first. */
const withHistory = (entity: Entity) => sql<HistoryRow>`
  select r.*, (
    select json_group_array(json(new)) from (select new from change where record_id = r.id and new is not null
      and seq > coalesce((select max(seq) from change where record_id = r.id and hash is not null), 0) order by seq)
  ) as history, exists (select 1 from change where record_id = r.id and hash is not null) as untold from ${sql.table(entity.key)} r`;

function firstDifference(entity: Entity, row: HistoryRow): string | null {
  const written = (JSON.parse(row.history) as Record<string, unknown>[]).reduce(
    (all, change) => Object.assign(all, change),
    {},
  );
  const compared = capturedFields(entity).filter((field) => row.untold === 0 || field in written);
  return compared.find((field) => (written[field] ?? null) !== (row[field] ?? null)) ?? null;
}

function* compareSearch(db: ReadDb): Iterable<string> {
  const parties = db.first<{ count: number }>(
    compiled(
      sql<{
        count: number;
      }>`select (select count(*) from party where deleted_at is null and root_id is null) - (select count(*) from party_doc) as count`,
    ),
  );
  if (parties?.count !== 0) yield `party documents differ by ${parties?.count}`;
  const strayed = db.first<{ count: number }>(
    compiled(
      sql<{ count: number }>`select count(*) as count from party_doc d cross join party p on p.id = d.party_id
        where (d.shown_owner_id, d.unit_id, d.more_owners) is not (p.shown_owner_id, p.unit_id, p.more_owners)`,
    ),
  );
  if (strayed?.count !== 0) yield `${strayed?.count} party documents are not with the owners of their parties`;
  const activities = db.first<{ count: number }>(
    compiled(
      sql<{
        count: number;
      }>`select (select count(*) from activity where deleted_at is null) - (select count(*) from activity_doc) as count`,
    ),
  );
  if (activities?.count !== 0) yield `activity documents differ by ${activities?.count}`;
}

export const counted = (db: ReadDb, table: 'party' | 'activity' | 'operation'): number =>
  db.first<{ count: number }>(compiled(tables.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))))
    ?.count ?? 0;
