// What of the ledger has to be told, and what of it somebody has seen. None of it changes a record: an index holds those lines.

import { sql, statement, tables } from '../../db';

export interface NoticeRow {
  readonly id: string;
  readonly command: string;
  readonly at: number;
  readonly who: string;
  readonly details: string | null;
}

export const acknowledged = 'notices.acknowledge';

/** `commands` as JSON; only what happened since the user is there. */
export const selectUnseen = statement<{ commands: string; userId: string }, NoticeRow>((arg) =>
  tables
    .selectFrom('operation')
    .leftJoin('app_user', 'app_user.id', 'operation.user_id')
    .select(['operation.id', 'operation.command', 'operation.at', 'operation.details'])
    .select(({ fn, ref }) => fn.coalesce(ref('app_user.display_name'), ref('operation.actor')).as('who'))
    .where('changes', '=', sql.lit(0))
    .where('command', 'in', sql<string>`(select value from json_each(${arg('commands')}))`)
    .where(sql<boolean>`(command <> 'backups.restore' or details ->> '$.olderKey' = 1)`)
    .where('operation.at', '>=', (eb) =>
      eb.selectFrom('app_user as reader').select('reader.created_at').where('reader.id', '=', arg('userId')),
    )
    .where(({ not, exists }) =>
      not(
        exists(
          tables
            .selectFrom('operation as seen')
            .select('seen.seq')
            .where('seen.changes', '=', sql.lit(0))
            .where('seen.command', '=', sql.lit(acknowledged))
            .where('seen.user_id', '=', arg('userId'))
            .where(sql`seen.details ->> '$.operationId'`, '=', sql.ref('operation.id')),
        ),
      ),
    )
    .orderBy('seq'),
);
