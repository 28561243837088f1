// What the health report reads: the newest backup, rehearsal and check, and what failed.

import { sql, statement, tables } from '../../db';

type Nothing = Record<string, never>;

export const newestBackup = statement<Nothing, { verified_at: number }>(() =>
  tables.selectFrom('backup').select('verified_at').orderBy('made_at', 'desc').limit(1),
);
export const newestRehearsal = statement<Nothing, { finished_at: number; sound: number }>(() =>
  tables.selectFrom('rehearsal').select(['finished_at', 'sound']).orderBy('finished_at', 'desc').limit(1),
);
export const newestDrill = statement<Nothing, { finished_at: number; sound: number }>(() =>
  tables.selectFrom('exit_drill').select(['finished_at', 'sound']).orderBy('finished_at', 'desc').limit(1),
);
export const targets = statement<Nothing, { path: string }>(() => tables.selectFrom('backup_target').select('path'));
export const newestCheck = statement<Nothing, { finished_at: number; sound: number }>(() =>
  tables
    .selectFrom('job')
    .select(['finished_at', sql<number>`coalesce(result ->> '$.sound', 0)`.as('sound')])
    .where('kind', '=', 'base.check')
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .$castTo<{ finished_at: number; sound: number }>(),
);
export const failedJobs = statement<Nothing, { count: number }>(() =>
  tables
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'failed'),
);
/** The last time that cards were laid together. */
export const cardsUsed = statement<Nothing, { at: number }>(() =>
  tables
    .selectFrom('operation')
    .select('at')
    .where('changes', '=', sql.lit(0))
    .where('command', '=', 'session.recoverByCards')
    .orderBy('seq', 'desc')
    .limit(1),
);
export const activeLogins = statement<Nothing, { login: string }>(() =>
  tables.selectFrom('app_user').select('login').where('status', '=', 'active'),
);
export const administrators = statement<Nothing, { count: number }>(() =>
  tables
    .selectFrom('app_user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('status', '=', 'active'),
);
