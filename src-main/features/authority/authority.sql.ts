// Statements on authorities, the questions that go with them and the answers that were given. What decides a light is read from the
// tables themselves (`main.`), not as whoever asks sees them: what is hidden from them may forbid something. It is never answered.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type AuthorityRow = Tables['authority'];
export type QuestionRow = Tables['authority_question'];

/** At most so many pairs stand on a page. */
export const MOST_PAIRS = 200;

export const insertAuthority = (row: AuthorityRow): Query => compiled(tables.insertInto('authority').values(row));
export const updateAuthority = (id: string, columns: Partial<AuthorityRow>): Query =>
  compiled(tables.updateTable('authority').set(columns).where('id', '=', id));
export const selectAuthority = statement<{ id: string }, AuthorityRow>((arg) =>
  tables.selectFrom('authority').selectAll().where('id', '=', arg('id')),
);

export const insertQuestion = (row: QuestionRow): Query =>
  compiled(tables.insertInto('authority_question').values(row));
export const deleteQuestion = (id: string): Query =>
  compiled(tables.deleteFrom('authority_question').where('id', '=', id));
export const selectQuestion = statement<{ id: string }, QuestionRow>((arg) =>
  tables.selectFrom('authority_question').selectAll().where('id', '=', arg('id')),
);

export const insertAnswer = (row: Tables['authority_answer']): Query =>
  compiled(tables.insertInto('authority_answer').values(row));

/** Ids of parties as a JSON list; of a party all its records. */
type Ids = string;
const among = (ids: ReturnType<typeof sql>) => sql`(select value from json_each(${ids}))`;

/** What whoever asks sees of the authorities of some records, in one direction. */
export const selectSeenAuthorities = statement<{ records: Ids }, AuthorityRow>(
  (arg) =>
    sql<AuthorityRow>`select * from authority where party_id in ${among(arg('records'))} order by created_at, id`,
);
export const selectSeenHeld = statement<{ records: Ids }, AuthorityRow>(
  (arg) =>
    sql<AuthorityRow>`select * from authority where agent_id in ${among(arg('records'))} order by created_at, id`,
);
export const selectSeenQuestions = statement<{ subject: Ids }, QuestionRow>(
  (arg) =>
    sql<QuestionRow>`select * from authority_question where party_id in ${among(arg('subject'))} order by created_at, id`,
);

export type MandateRow = AuthorityRow & { readonly has_document: number };

/** All authorities of a caller for a subject, whoever sees them. */
export const selectBetween = statement<{ subject: Ids; caller: Ids }, MandateRow>(
  (
    arg,
  ) => sql<MandateRow>`select t.*, exists (select 1 from main.attachment f where f.id = t.attachment_id and f.deleted_at is null)
      as has_document from main.authority t
    where t.party_id in ${among(arg('subject'))} and t.agent_id in ${among(arg('caller'))} order by t.created_at, t.id`,
);

export const selectQuestionIds = statement<{ subject: Ids }, { id: string; authority_id: string | null }>(
  (arg) =>
    sql<{ id: string; authority_id: string | null }>`select id, authority_id from main.authority_question
      where party_id in ${among(arg('subject'))} order by created_at, id`,
);

export const selectStandings = statement<
  { records: Ids },
  { id: string; birth_on: string | null; death_on: string | null; deleted_at: number | null }
>(
  (arg) =>
    sql<{ id: string; birth_on: string | null; death_on: string | null; deleted_at: number | null }>`
      select id, birth_on, death_on, deleted_at from main.party where id in ${among(arg('records'))}`,
);

/** Where some records write a number down, and whether one of them says not to use it. */
export const selectNumber = statement<{ records: Ids; normal: string }, { found: number; forbidden: number | null }>(
  (arg) => sql<{ found: number; forbidden: number | null }>`select count(*) as found, max(do_not_use) as forbidden
    from main.contact_point where party_id in ${among(arg('records'))} and kind = 'phone' and normal = ${arg('normal')}`,
);

interface Answered {
  subject: Ids;
  caller: Ids;
  user: string;
  since: number;
}

/** Questions that a caller has answered rightly to this user since then. */
export const selectRight = statement<Answered, { id: string }>(
  (arg) => sql<{ id: string }>`select distinct question_id as id from main.authority_answer
    where party_id in ${among(arg('subject'))} and caller_id in ${among(arg('caller'))} and by_id = ${arg('user')}
      and is_right = 1 and at >= ${arg('since')}`,
);

/** Wrong answers since then: of this caller to anybody, and of anybody to this user. */
export const countWrong = statement<Answered, { count: number }>(
  (arg) => sql<{ count: number }>`select count(*) as count from main.authority_answer
    where party_id in ${among(arg('subject'))} and is_right = 0 and at >= ${arg('since')}
      and (by_id = ${arg('user')} or caller_id in ${among(arg('caller'))})`,
);
