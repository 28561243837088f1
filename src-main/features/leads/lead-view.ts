// Leads as people see them: a row of the list with its clock and score, and all that is known of one.

import type { Lead, LeadRow, LeadStep } from '@shared/features/leads/lead';
import { responseOf } from '@shared/features/leads/response';
import { scoreOf, type ScoreFacts } from '@shared/features/leads/score';
import type { ReadDb, Tables } from '../../db';
import { partyRefsOf } from '../parties';
import { lossReasonsOf } from '../pipelines';
import { siteSettings, siteToday } from '../settings';
import { userRefs } from '../users';
import { selectLeadFacts, type LeadFacts } from './lead-facts.sql';
import * as statements from './leads.sql';

type Row = Tables['lead'];

const DAY = 86_400_000;

/** All rows of a page at once: parties, users and what the score needs are asked for once. */
export function leadRows(db: ReadDb, rows: readonly Row[], now: number): LeadRow[] {
  const users = userRefs(db);
  const site = siteSettings(db);
  const parties = partyRefsOf(
    db,
    rows.map(({ party_id }) => party_id),
  );
  const scores = scoresOf(db, rows, now);
  return rows.map((row) => {
    const timed = {
      receivedAt: row.received_at,
      respondedAt: row.responded_at,
      state: row.state,
      stateAt: row.state_at,
    };
    return {
      id: row.id,
      party: parties.get(row.party_id) ?? { id: row.party_id, kind: 'person', name: '' },
      interest: row.interest,
      source: row.source,
      amount: row.amount,
      currency: row.currency,
      owner: users(row.owner_id),
      unitId: row.unit_id,
      ...timed,
      response: responseOf(timed, site, now),
      score: scores.get(row.id)!,
    };
  });
}

/** The score of each by its id. */
export function scoresOf(db: ReadDb, rows: readonly Row[], now: number): ReadonlyMap<string, LeadRow['score']> {
  const asked = JSON.stringify(
    rows.map(({ id, party_id, received_at }) => ({ lead: id, party: party_id, at: received_at })),
  );
  const facts = new Map(
    db.all(selectLeadFacts({ asked, today: siteToday(db, now), now })).map((known) => [known.lead, known]),
  );
  const { leadWeights } = siteSettings(db);
  return new Map(
    rows.map((row) => {
      const { value, reasons } = scoreOf(factsOf(row, facts.get(row.id), now), leadWeights);
      return [row.id, { value, reasons: [...reasons] }];
    }),
  );
}

function factsOf(row: Row, known: LeadFacts | undefined, now: number): ScoreFacts {
  const said = known?.said?.split(' ')[1];
  const wasKnown = known !== undefined && known.known_since < row.received_at && known.known_since < row.created_at;
  return {
    channels: (known?.phones ?? 0) + (known?.mails ?? 0),
    consent: said === undefined ? null : (said as NonNullable<ScoreFacts['consent']>),
    source: row.source,
    days: Math.max(0, now - Math.max(row.received_at, known?.last_contact ?? 0)) / DAY,
    answers: known?.answers ?? 0,
    need: row.interest !== null,
    value: row.amount !== null,
    known: known?.customer === 1 ? 'customer' : wasKnown ? 'known' : 'new',
  };
}

export function leadView(db: ReadDb, row: Row, now: number): Lead {
  const [shown] = leadRows(db, [row], now);
  const users = userRefs(db);
  return {
    ...shown!,
    note: row.note,
    createdAt: row.created_at,
    createdBy: users(row.created_by),
    deletedAt: row.deleted_at,
    steps: stepsOf(db, row.id, users),
    deals: [...db.all(statements.selectDealsOf({ lead: row.id }))],
    targetMinutes: siteSettings(db).leadResponseMinutes,
  };
}

function stepsOf(db: ReadDb, lead: string, users: ReturnType<typeof userRefs>): LeadStep[] {
  const activities = new Map(
    db.all(statements.selectStepActivities({ lead })).map((activity) => [activity.id, activity]),
  );
  const reasons = new Map(lossReasonsOf(db).map(({ id, names }) => [id, names]));
  return db.all(statements.selectLeadEvents({ lead })).map((event) => ({
    id: event.id,
    toState: event.to_state,
    at: event.at,
    by: users(event.by_id),
    activity: activities.get(event.activity_id ?? '') ?? null,
    reason: reasons.get(event.reason_id ?? '') ?? null,
    words: event.words,
  }));
}
