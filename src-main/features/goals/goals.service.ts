// Goals: set for oneself, or by whoever manages those of the person, the unit or the office; seen by the same people.

import type { GoalView, goalsContract } from '@shared/features/goals/goals.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanText } from '@shared/text/clean';
import { peopleOf, scopeFor, type Actor } from '../../access';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import { selectUserExists, userRefs } from '../users';
import { askedOf, type Asked } from './asked';
import { progressOf } from './goal-progress';
import * as statements from './goals.sql';

type Ops = (typeof goalsContract)['operations'];

export const createGoalsService = (): Handlers<typeof goalsContract> => ({
  set: setGoal,
  remove({ db, actor }, { id }) {
    const goal = db.first(statements.selectGoal({ id }));
    if (goal === undefined || !sees(actor, goal)) return fail('goals.not-found', { id });
    if (!mayChange(actor, goal)) return fail('goals.not-yours');
    db.run(statements.deleteGoal(id));
    return ok({});
  },
  list(context, input) {
    const asked = askedOf(context, input);
    if (asked === null) return fail('forecast.period-out-of-range');
    return ok({ period: asked.period, goals: goalsOf(context.db, context.actor, asked) });
  },
  progress(context, input) {
    const asked = askedOf(context, input);
    if (asked === null) return fail('forecast.period-out-of-range');
    const goals = goalsOf(context.db, context.actor, asked).map(progressOf(context.db, asked));
    return ok({ period: asked.period, today: asked.today, goals });
  },
});

function setGoal(context: CommandContext, input: InputOf<Ops['set']>): Answer<Ops['set']> {
  const { db, ids, at, actor } = context;
  const { ownerId = null, unitId = null, metric, target } = input;
  const asked = askedOf(context, { period: input.period, calendar: input.calendar });
  if (asked === null) return fail('forecast.period-out-of-range');
  const refused = wrongGoal(db, input);
  if (refused !== undefined) return refused;
  const { period } = asked;
  const currency = metric === 'won-amount' ? (input.currency ?? null) : null;
  const note = cleanText(input.note ?? '') === '' ? null : cleanText(input.note ?? '');
  const whose = { owner_id: ownerId, unit_id: unitId };
  if (!mayManage(actor, whose) && !isOwn(actor, whose)) return fail('goals.not-yours');
  const there = db
    .all(statements.selectGoals(period))
    .find(
      (goal) =>
        goal.owner_id === ownerId && goal.unit_id === unitId && goal.metric === metric && goal.currency === currency,
    );
  if (there !== undefined) {
    if (!mayChange(actor, there)) return fail('goals.not-yours');
    db.run(statements.updateGoal(there.id, { target, note }));
    return ok({ id: there.id });
  }
  const id = ids();
  const made = { created_at: at, created_by: actor.userId ?? '' };
  const days = { calendar: period.calendar, from_on: period.from, to_on: period.to };
  db.run(statements.insertGoal({ id, ...whose, metric, ...days, target, currency, note, ...made }));
  return ok({ id });
}

function wrongGoal(
  db: ReadDb,
  { ownerId, unitId, metric, currency }: InputOf<Ops['set']>,
): Exclude<Answer<Ops['set']>, { ok: true }> | undefined {
  if (metric === 'won-amount' && currency === undefined) return fail('goals.currency-needed');
  if (ownerId && unitId) return fail('goals.for-one');
  if (ownerId && db.first(selectUserExists({ id: ownerId })) === undefined)
    return fail('goals.owner-unknown', { ownerId });
  if (unitId && db.first(statements.selectUnit({ id: unitId })) === undefined)
    return fail('goals.unit-unknown', { unitId });
  return undefined;
}

type Whose = Pick<statements.GoalRow, 'owner_id' | 'unit_id'>;

const isOwn = (actor: Actor, { owner_id }: Whose): boolean =>
  owner_id !== null && (actor.policy === null || actor.policy.reach.own.includes(owner_id));

function mayManage(actor: Actor, { owner_id, unit_id }: Whose): boolean {
  const scope = scopeFor(actor, 'forecast.manage');
  if (scope === 'all') return true;
  if (scope === undefined || actor.policy === null) return false;
  const { reach } = actor.policy;
  if (owner_id !== null) return reach[peopleOf(scope)].includes(owner_id);
  return unit_id !== null && (scope === 'team' || scope === 'subtree') && reach[`${scope}Units`].includes(unit_id);
}

const sees = (actor: Actor, goal: Whose): boolean => isOwn(actor, goal) || mayManage(actor, goal);

/** What somebody else has set for a person, the person does not change. */
const mayChange = (actor: Actor, goal: statements.GoalRow): boolean =>
  mayManage(actor, goal) || (isOwn(actor, goal) && goal.created_by === actor.userId);

/** The goals of a period that the reader sees. */
function goalsOf(db: ReadDb, actor: Actor, { period, ownerId }: Asked): GoalView[] {
  const users = userRefs(db);
  const rows = db.all(statements.selectGoals(period));
  return rows
    .filter((row) => ownerId === undefined || row.owner_id === ownerId)
    .map((row) => ({
      id: row.id,
      owner: users(row.owner_id),
      unit: row.unit_id === null ? null : (db.first(statements.selectUnit({ id: row.unit_id })) ?? null),
      metric: row.metric,
      period,
      target: row.target,
      currency: row.currency,
      note: row.note,
      mayChange: mayChange(actor, row),
    }));
}
