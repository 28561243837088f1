// Findings as people see them: everything that leaves the engine about one passes `findingOf`.

import { z } from 'zod';
import type { Finding, qualityContract, QualityRule } from '@shared/features/quality/quality.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import { liveRootOf } from '../clusters';
import { userRefs } from '../users';
import { isJudgeable } from './judgeable';
import { findingsOf, judgedOf, scoreOf, type FindingLine } from './judge';
import { officeRules, type ActiveRule } from './office-rules';
import * as statements from './quality.sql';
import { selectWish } from './rules.sql';

type Ops = (typeof qualityContract)['operations'];
type ListInput = InputOf<Ops['list']>;

export const listFindings = (context: QueryContext, input: ListInput): Answer<Ops['list']> =>
  input.dismissed ? listDismissed(context, input) : listOpen(context, input);

const isChosen =
  (context: QueryContext, { ruleId, ownerId, severity }: ListInput) =>
  (rule: QualityRule): boolean =>
    isJudgeable(context.actor, rule.definition.all) &&
    (ruleId === undefined || rule.id === ruleId) &&
    (ownerId === undefined || (rule.owner?.id ?? null) === ownerId) &&
    (severity === undefined || rule.severity === severity);

interface Shown {
  readonly rule: QualityRule;
  readonly party: string;
  readonly record: string | null;
  readonly evidence: string | null;
  readonly dismissal: statements.DismissalRow | null;
}

/** Rule by rule, along one index each; the place is the rule and the party of the last row. */
function listOpen(context: QueryContext, input: ListInput): Answer<Ops['list']> {
  const place =
    input.after === undefined ? (['', ''] as const) : readCursor(z.tuple([z.string(), z.string()]), input.after);
  if (place === undefined) return fail('quality.cursor-invalid');
  const chosen = officeRules(context.db).active.filter(isChosen(context, input));
  const from = place[0] === '' ? 0 : chosen.findIndex(({ judgedBy }) => judgedBy === place[0]);
  if (from < 0) return fail('quality.cursor-invalid');
  const found: (Shown & { readonly rule: ActiveRule })[] = [];
  for (const [index, rule] of chosen.slice(from).entries()) {
    const limit = input.limit + 1 - found.length;
    if (limit <= 0) break;
    const after = index === 0 ? place[1] : '';
    const rows = context.db.all(statements.selectFindings({ judgedBy: rule.judgedBy, after, limit }));
    found.push(
      ...rows.map((row) => ({
        rule,
        party: row.party_id,
        record: row.record_id,
        evidence: row.evidence,
        dismissal: null,
      })),
    );
  }
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    findings: findingsFrom(context, shown),
    next: found.length > input.limit && last !== undefined ? writeCursor([last.rule.judgedBy, last.party]) : null,
  });
}

/** Later than any decision. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

function listDismissed(context: QueryContext, input: ListInput): Answer<Ops['list']> {
  const place =
    input.after === undefined
      ? ([END_OF_TIME, ''] as const)
      : readCursor(z.tuple([z.number(), z.string()]), input.after);
  if (place === undefined) return fail('quality.cursor-invalid');
  const rules = new Map(
    officeRules(context.db)
      .rules.filter(isChosen(context, input))
      .map((rule) => [rule.id, rule]),
  );
  const [at, id] = place;
  const rows = context.db.all(statements.selectDismissed([...rules.keys()], { at, id, limit: input.limit + 1 }));
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const shown = page.map((row): Shown => {
    const rule = rules.get(row.rule_id)!;
    return { rule, party: row.party_id, record: null, evidence: null, dismissal: row };
  });
  return ok({
    findings: findingsFrom(context, shown),
    next: rows.length > input.limit && last !== undefined ? writeCursor([last.at, last.id]) : null,
  });
}

/** Those of parties in the recycle bin are left out. */
function findingsFrom({ db }: QueryContext, shown: readonly Shown[]): Finding[] {
  const cards = new Map(db.all(statements.selectCards(shown.map(({ party }) => party))).map((row) => [row.id, row]));
  const users = userRefs(db);
  return shown.flatMap((one) => {
    const card = cards.get(one.party);
    return card === undefined ? [] : [findingOf(one, card, users)];
  });
}

function findingOf(
  { rule, record, evidence, dismissal }: Shown,
  card: statements.PartyCardRow,
  users: ReturnType<typeof userRefs>,
): Finding {
  return {
    rule: withoutMark(rule),
    party: { id: card.id, kind: card.kind, name: card.display_name, owner: users(card.shown_owner_id) },
    recordId: record,
    evidence,
    dismissed: dismissal === null ? null : { by: users(dismissal.by_id), at: dismissal.at, reason: dismissal.reason },
  };
}

export const withoutMark = ({
  id,
  preset,
  name,
  severity,
  owner,
  active,
  definition,
  place,
}: QualityRule): QualityRule => ({
  id,
  preset,
  name,
  severity,
  owner,
  active,
  definition,
  place,
});

/** Judged now, so that a record that is open shows what was mended at once. */
export function partyQuality(context: QueryContext, { id }: { readonly id: string }): Answer<Ops['ofParty']> {
  const { db, clock } = context;
  const root = liveRootOf(db, id);
  if (root === undefined) return fail('quality.party-not-found', { id });
  const all = officeRules(db);
  const rules = {
    active: all.active.filter(({ definition }) => isJudgeable(context.actor, definition.all)),
    wishes: all.wishes.filter(({ definition }) => isJudgeable(context.actor, [definition.has])),
  };
  const judged = judgedOf(db, [root.root_id], { now: clock.now() });
  const wishes = rules.wishes.flatMap((wish) => {
    const answer = db.first(selectWish(wish.definition, judged));
    return answer === undefined || answer.applies === 0 ? [] : [{ wish, has: answer.has === 1 }];
  });
  const sum = (all: typeof wishes): number => all.reduce((total, { wish }) => total + wish.weight, 0);
  const wished = sum(wishes);
  return ok({
    score: wished === 0 ? null : scoreOf(sum(wishes.filter(({ has }) => has)), wished),
    wishes,
    findings: findingsFrom(
      context,
      findingsOf(db, rules, judged).map((line) => shownOf(line, rules.active)),
    ),
  });
}

function shownOf([judgedBy, party, record, evidence]: FindingLine, rules: readonly ActiveRule[]): Shown {
  const rule = rules.find((one) => one.judgedBy === judgedBy)!;
  return { rule, party, record, evidence, dismissal: null };
}
