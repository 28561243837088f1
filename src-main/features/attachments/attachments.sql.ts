// Statements on attachments and on the sealed files that lie here.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type AttachmentRow = Tables['attachment'];

export const insertAttachment = (row: AttachmentRow): Query => compiled(tables.insertInto('attachment').values(row));

export const selectAttachment = statement<{ id: string }, AttachmentRow>((arg) =>
  tables.selectFrom('attachment').selectAll().where('id', '=', arg('id')),
);

export const updateAttachment = (id: string, columns: Partial<AttachmentRow>): Query =>
  compiled(tables.updateTable('attachment').set(columns).where('id', '=', id));

export interface ListedRow extends AttachmentRow {
  readonly activity_subject: string | null;
}

export interface Listing {
  /** Every record that is the party; or none, for an activity. */
  readonly partyIds: readonly string[];
  readonly activityId: string | null;
  readonly withActivities: boolean;
  readonly kinds?: readonly AttachmentRow['kind'][] | undefined;
  readonly before: readonly [addedAt: number, id: string] | null;
}

/** Newest first. What is in the bin, and what belongs to an activity in the bin, is left out. */
export function selectListed({ partyIds, activityId, withActivities, kinds, before }: Listing): Query<ListedRow> {
  const parties = sql`(select value from json_each(${JSON.stringify(partyIds)}))`;
  const where = [sql`a.deleted_at is null`];
  if (kinds !== undefined) where.push(sql`a.kind in (${sql.join([...kinds])})`);
  if (before !== null) where.push(sql`(a.added_at, a.id) < (${before[0]}, ${before[1]})`);
  const filter = sql.join(where, sql` and `);
  const ofActivity = sql`select a.*, t.subject as activity_subject from attachment a
    cross join activity t on t.id = a.activity_id where a.activity_id = ${activityId} and ${filter}`;
  const ofParty = sql`select a.*, null as activity_subject from attachment a where a.party_id in ${parties} and ${filter}`;
  const ofItsActivities = sql`select a.*, t.subject as activity_subject from activity_party p
    cross join attachment a indexed by attachment_by_activity on a.activity_id = p.activity_id
    cross join activity t on t.id = p.activity_id
    where p.party_id in ${parties} and t.deleted_at is null and ${filter}`;
  const rows = activityId !== null ? ofActivity : withActivities ? sql`${ofParty} union ${ofItsActivities}` : ofParty;
  return compiled(sql<ListedRow>`${rows} order by added_at desc, id desc`);
}

export const selectActivitySubject = statement<{ id: string }, { subject: string }>((arg) =>
  tables.selectFrom('activity').select('subject').where('id', '=', arg('id')).where('deleted_at', 'is', null),
);

/** Rows of one subject with the same content, those in the bin too. */
export const selectSameContent = statement<{ subject: string; content: string }, AttachmentRow>((arg) =>
  tables
    .selectFrom('attachment')
    .selectAll()
    .where('sealed_for', '=', arg('subject'))
    .where('content', '=', arg('content'))
    .orderBy('id'),
);

/** Whatever names a sealed file. */
export const selectNaming = statement<{ blob: string }, { id: string }>(
  (arg) => sql<{ id: string }>`select id from sealed_file where id = ${arg('blob')}
    union all select id from attachment where blob = ${arg('blob')}
    union all select id from attachment where thumb_blob = ${arg('blob')} limit 1`,
);

export const insertSealedFile = (row: Tables['sealed_file']): Query =>
  compiled(
    tables
      .insertInto('sealed_file')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );

export const deleteSealedFile = (id: string): Query => compiled(tables.deleteFrom('sealed_file').where('id', '=', id));

export const markErased = (id: string, at: number): Query =>
  compiled(tables.updateTable('sealed_file').set({ erased_at: at }).where('id', '=', id));

export const selectErased = statement<{ id: string }, { erased_at: number | null }>((arg) =>
  tables.selectFrom('sealed_file').select('erased_at').where('id', '=', arg('id')),
);

/** Rows whose file is wrapped under another subject's key than that of whom they belong to, as after a separation. */
export const selectHandedOver = statement<{ limit: number }, AttachmentRow>((arg) =>
  tables
    .selectFrom('attachment')
    .selectAll()
    .where(sql<boolean>`sealed_for <> coalesce(party_id, activity_id)`)
    .limit(arg('limit')),
);

export const selectSealedFor = statement<{ subject: string }, AttachmentRow>((arg) =>
  tables.selectFrom('attachment').selectAll().where('sealed_for', '=', arg('subject')),
);

export const selectOwnedBy = statement<{ party: string }, AttachmentRow>((arg) =>
  tables.selectFrom('attachment').selectAll().where('party_id', '=', arg('party')),
);

/** Activities with attachments in which nobody took part but these parties. */
export const selectOwnActivities = statement<{ parties: string }, { id: string }>(
  (arg) => sql<{ id: string }>`select distinct p.activity_id as id from activity_party p
    where p.party_id in (select value from json_each(${arg('parties')}))
      and exists (select 1 from attachment a where a.activity_id = p.activity_id)
      and not exists (select 1 from activity_party other where other.activity_id = p.activity_id
        and other.party_id not in (select value from json_each(${arg('parties')})))`,
);

/** Sealed files that a row in use, by subject, keeps alive. */
export const selectUsersOf = statement<{ blob: string }, { sealed_for: string }>(
  (arg) => sql<{ sealed_for: string }>`select sealed_for from attachment where blob = ${arg('blob')}
    union select sealed_for from attachment where thumb_blob = ${arg('blob')}`,
);

/** Every attachment that is in use, in the order of its making; with `activity_subject` of those of activities. */
export const selectAllInUse = statement<Record<string, never>, ListedRow>(
  () => sql<ListedRow>`select a.*, t.subject as activity_subject from attachment a
    left join activity t on t.id = a.activity_id
    where a.deleted_at is null and (a.activity_id is null or t.deleted_at is null) order by a.id`,
);

export type VerifiedRow = Pick<AttachmentRow, 'id' | 'name' | 'blob'> & {
  readonly sealed_bytes: number | null;
  readonly erased_at: number | null;
};

/** Each sealed file that attachments name, once, with one attachment that names it. */
export const selectToVerify = statement<Record<string, never>, VerifiedRow>(
  () => sql<VerifiedRow>`select min(a.id) as id, a.name, a.blob, f.bytes as sealed_bytes, f.erased_at
    from attachment a left join sealed_file f on f.id = a.blob group by a.blob`,
);

export const selectCountOfParties = statement<{ parties: string }, { count: number }>(
  (arg) => sql<{ count: number }>`select count(*) as count from attachment
    where party_id in (select value from json_each(${arg('parties')})) and deleted_at is null`,
);

/** How many files in use belong to each of some activities. */
export const selectCounts = statement<{ activities: string }, { id: string; count: number }>(
  (arg) => sql<{ id: string; count: number }>`select a.activity_id as id, count(*) as count
    from (select value from json_each(${arg('activities')})) cross join attachment a on a.activity_id = value
    where a.deleted_at is null group by a.activity_id`,
);

/** Where the base of this connection lies; an empty text for one in memory. */
export const selectDatabaseFile = statement<Record<string, never>, { file: string }>(
  () => sql<{ file: string }>`select file from pragma_database_list where name = 'main'`,
);
