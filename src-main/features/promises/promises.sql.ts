// How the promises of a party stand, counted over its own index.

import { sql, statement, type Tables } from '../../db';

export interface WordCount {
  readonly word: 'ours' | 'theirs';
  readonly state: Tables['task']['state'];
  readonly count: number;
  readonly late: number;
}

/** `parties` is a JSON list of the records of one party; late are open ones due before `before` (ms UTC). */
export const selectWordCounts = statement<{ parties: string; before: number }, WordCount>(
  (arg) => sql`select word, state, count(*) as count,
      sum(case when state = 'open' and due_at < ${arg('before')} then 1 else 0 end) as late
    from task indexed by task_by_party
    where party_id in (select value from json_each(${arg('parties')})) and word is not null group by word, state`,
);
