// Forecast and goals: sums of deals and what became of them, kept by triggers; what was seen of them each day; adjustments; goals.

/** The third of a month in which a day lies, by its first day. */
const third = (day: string) =>
  `substr(${day}, 1, 8) || CASE WHEN substr(${day}, 9, 2) < '11' THEN '01' WHEN substr(${day}, 9, 2) < '21' THEN '11' ELSE '21' END`;

const spanOf = (row: string) =>
  `coalesce(CASE ${row}.state WHEN 'open' THEN ${third(`${row}.expected_on`)} ELSE ${third(`date(${row}.stage_at / 1000, 'unixepoch')`)} END, '')`;

const columns = 'state, span, stage_id, category, owner_id, currency, count, unknown, sum';

const cellOf = (row: string) =>
  `${row}.state, ${spanOf(row)}, ${row}.stage_id, CASE ${row}.state WHEN 'open' THEN ${row}.category ELSE '' END, coalesce(${row}.owner_id, ''), ${row}.currency`;

const add = (row: 'OLD' | 'NEW', by: 1 | -1) => `
  INSERT INTO deal_sum (${columns})
    SELECT ${cellOf(row)}, ${by}, ${by} * (${row}.amount IS NULL), ${by} * coalesce(${row}.amount, 0) WHERE ${row}.deleted_at IS NULL
    ON CONFLICT DO UPDATE SET count = count + excluded.count, unknown = unknown + excluded.unknown, sum = sum + excluded.sum;`;

const forgetEmpty = `DELETE FROM deal_sum WHERE count = 0 AND (state, span, stage_id, category, owner_id, currency) = (${cellOf('OLD')});`;

const decided = (row: string, state: string) => `(${row}.deleted_at IS NULL AND ${row}.state = '${state}')`;

/** What became of a deal counts for every stage in which it has been. */
const reach = (row: 'OLD' | 'NEW', by: '' | '-') => `
  INSERT INTO stage_reach (stage_id, won, lost)
    SELECT DISTINCT to_stage_id, ${by}${decided(row, 'won')}, ${by}${decided(row, 'lost')} FROM deal_stage_event WHERE deal_id = ${row}.id
    ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost;`;

const reachByEvent = (row: 'OLD' | 'NEW', by: '' | '-') => `
  INSERT INTO stage_reach (stage_id, won, lost)
    SELECT ${row}.to_stage_id, ${by}${decided('deal', 'won')}, ${by}${decided('deal', 'lost')} FROM deal WHERE id = ${row}.deal_id
      AND NOT EXISTS (SELECT 1 FROM deal_stage_event e WHERE e.deal_id = ${row}.deal_id AND e.to_stage_id = ${row}.to_stage_id AND e.id <> ${row}.id)
    ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost;`;

export const forecast = {
  id: '0026-forecast',
  sql: `
    -- Deals by the third of a month in which they are expected, or ended (UTC). Whole thirds are read here, days at the edges from an index.
    CREATE TABLE deal_sum (
      state TEXT NOT NULL, span TEXT NOT NULL, stage_id TEXT NOT NULL, category TEXT NOT NULL, owner_id TEXT NOT NULL,
      currency TEXT NOT NULL, count INTEGER NOT NULL, unknown INTEGER NOT NULL, sum INTEGER NOT NULL,
      PRIMARY KEY (state, span, stage_id, category, owner_id, currency)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO deal_sum SELECT ${cellOf('deal')}, count(*), sum(amount IS NULL), coalesce(sum(amount), 0)
      FROM deal WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6;
    CREATE TRIGGER deal_sum_insert AFTER INSERT ON deal BEGIN ${add('NEW', 1)} END;
    CREATE TRIGGER deal_sum_delete AFTER DELETE ON deal BEGIN ${add('OLD', -1)} ${forgetEmpty} END;
    CREATE TRIGGER deal_sum_update
      AFTER UPDATE OF state, stage_id, stage_at, category, owner_id, currency, amount, expected_on, deleted_at ON deal
      BEGIN ${add('OLD', -1)} ${add('NEW', 1)} ${forgetEmpty} END;

    -- Of the deals that have been in a stage, how many were won and lost.
    CREATE TABLE stage_reach (
      stage_id TEXT PRIMARY KEY NOT NULL, won INTEGER NOT NULL, lost INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO stage_reach SELECT to_stage_id, sum(state = 'won'), sum(state = 'lost') FROM (
      SELECT DISTINCT e.to_stage_id, d.id, d.state FROM deal_stage_event e JOIN deal d ON d.id = e.deal_id WHERE d.deleted_at IS NULL
    ) GROUP BY to_stage_id;
    CREATE TRIGGER stage_reach_deal AFTER INSERT ON deal BEGIN ${reach('NEW', '')} END;
    CREATE TRIGGER stage_reach_gone AFTER DELETE ON deal BEGIN ${reach('OLD', '-')} END;
    CREATE TRIGGER stage_reach_state AFTER UPDATE OF state, deleted_at ON deal
      WHEN OLD.state <> NEW.state OR OLD.deleted_at IS NOT NEW.deleted_at
      BEGIN ${reach('OLD', '-')} ${reach('NEW', '')} END;
    CREATE TRIGGER stage_reach_event AFTER INSERT ON deal_stage_event BEGIN ${reachByEvent('NEW', '')} END;
    CREATE TRIGGER stage_reach_no_event AFTER DELETE ON deal_stage_event BEGIN ${reachByEvent('OLD', '-')} END;

    CREATE INDEX deal_by_forecast ON deal (expected_on, id, stage_id, category, owner_id, currency, amount, party_id)
      WHERE state = 'open' AND deleted_at IS NULL;
    CREATE INDEX deal_by_won ON deal (stage_at, id, stage_id, owner_id, currency, amount, party_id)
      WHERE state = 'won' AND deleted_at IS NULL;

    CREATE TABLE forecast_snapshot (
      id TEXT PRIMARY KEY NOT NULL, taken_on TEXT NOT NULL, at INTEGER NOT NULL, through_change INTEGER NOT NULL, odds TEXT NOT NULL
    ) STRICT;
    CREATE INDEX forecast_snapshot_by_day ON forecast_snapshot (taken_on);

    -- A deal as it was from the day of one snapshot until the day of its next line.
    CREATE TABLE forecast_line (
      id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, taken_on TEXT NOT NULL, stage_id TEXT NOT NULL,
      state TEXT NOT NULL, category TEXT NOT NULL, owner_id TEXT, amount INTEGER, currency TEXT NOT NULL, counts_on TEXT
    ) STRICT;
    CREATE INDEX forecast_line_by_deal ON forecast_line (deal_id, taken_on, id);
    CREATE INDEX forecast_line_by_day ON forecast_line (counts_on, taken_on, deal_id);
    CREATE INDEX forecast_line_by_party ON forecast_line (party_id);
    CREATE TRIGGER forecast_line_fixed BEFORE UPDATE ON forecast_line
      BEGIN SELECT RAISE(ABORT, 'forecast: append-only'); END;
    CREATE TRIGGER forecast_snapshot_fixed BEFORE UPDATE ON forecast_snapshot
      BEGIN SELECT RAISE(ABORT, 'forecast: append-only'); END;

    CREATE TABLE forecast_adjustment (
      id TEXT PRIMARY KEY NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, figure TEXT NOT NULL, pipeline_id TEXT, owner_id TEXT,
      currency TEXT NOT NULL, delta INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX forecast_adjustment_by_period ON forecast_adjustment (from_on, to_on, at);

    CREATE TABLE goal (
      id TEXT PRIMARY KEY NOT NULL, owner_id TEXT, unit_id TEXT, metric TEXT NOT NULL, calendar TEXT NOT NULL, from_on TEXT NOT NULL,
      to_on TEXT NOT NULL, target INTEGER NOT NULL, currency TEXT, note TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX goal_by_period ON goal (from_on, to_on, owner_id);
    CREATE INDEX activity_by_author ON activity (author_id, at) WHERE deleted_at IS NULL;
  `,
} as const;
