// The third of a month under which a deal stands in `deal_sum`: as its triggers reckon it (migration 0026).

const thirdOf = (day: string): string =>
  `substr(${day}, 1, 8) || CASE WHEN substr(${day}, 9, 2) < '11' THEN '01' WHEN substr(${day}, 9, 2) < '21' THEN '11' ELSE '21' END`;

/** SQL text; `row` is an alias of `deal`. Open deals by the day they are expected, others by the day they ended (UTC); '' without one. */
export const spanOf = (row: string): string =>
  `coalesce(CASE ${row}.state WHEN 'open' THEN ${thirdOf(`${row}.expected_on`)} ELSE ${thirdOf(`date(${row}.stage_at / 1000, 'unixepoch')`)} END, '')`;
