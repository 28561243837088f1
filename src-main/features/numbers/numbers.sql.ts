// Statements on series of numbers.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

/** Whose base this is: a copy of it is another device. */
export const selectDevice = statement<object, { value: string }>(() =>
  tables.selectFrom('meta').select('value').where('key', '=', 'device'),
);

export const selectSeriesOf = statement<{ device: string }, { code: string }>((arg) =>
  tables.selectFrom('number_series').select('code').where('device_id', '=', arg('device')),
);

export const selectCodes = statement<object, { code: string }>(() => tables.selectFrom('number_series').select('code'));

export const insertSeries = (row: Tables['number_series']): Query =>
  compiled(tables.insertInto('number_series').values(row));

export const selectLastCounter = statement<{ series: string }, { counter: number }>(
  (arg) => sql`select coalesce(max(counter), 0) as counter from quote indexed by quote_by_number
    where series = ${arg('series')} and counter is not null`,
);

export const selectNumbered = statement<{ series: string; counter: number }, { id: string }>(
  (arg) => sql`select id from quote indexed by quote_by_number
    where series = ${arg('series')} and counter = ${arg('counter')} and counter is not null`,
);
