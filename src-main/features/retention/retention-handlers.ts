// Rules of retention, whose time is over, and what a lost device held.

import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import { retentionPresets } from '@shared/features/retention/retention';
import type { RetentionProposal, retentionOperations } from '@shared/features/retention/retention-operations';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { breachOf, writeBreachList, type BreachDeps } from './breach';
import * as statements from './retention.sql';
import { reviewRetention } from './review-job';
import { retentionRules } from './rules';

type Ops = (typeof privacyContract)['operations'];
export type RetentionHandlers = Pick<Handlers<typeof privacyContract>, keyof typeof retentionOperations>;

const MOST_PROPOSED = 200;

export const createRetentionHandlers = (deps: BreachDeps): RetentionHandlers => ({
  retentionRules: ({ db }) => ok({ rules: retentionRules(db) }),
  saveRetentionRule,
  removeRetentionRule({ db }, { id }) {
    const removed = db.run(statements.deleteRule({ id }));
    return removed > 0 || isShipped(id) ? ok({}) : fail('privacy.rule-not-found', { id });
  },
  review: async (context) => ok({ jobId: context.startJob(reviewRetention.name, {}).id }),
  proposals,
  breach: (context, input) => breachOf(context, input, deps),
  breachList: (context, input) => writeBreachList(context, input, deps),
});

const isShipped = (id: string): boolean => retentionPresets.some((preset) => preset.id === id);

function saveRetentionRule(
  { db, ids, at }: CommandContext,
  input: InputOf<Ops['saveRetentionRule']>,
): Answer<Ops['saveRetentionRule']> {
  const known = retentionRules(db).some(({ id }) => id === input.id);
  if (input.id !== undefined && !known) return fail('privacy.rule-not-found', { id: input.id });
  const name = cleanLine(input.name ?? '');
  if (name === '' && (input.id === undefined || !isShipped(input.id))) return fail('privacy.rule-name-required');
  if (input.about !== 'person' && (input.action !== 'review' || input.binding)) return fail('privacy.rule-review-only');
  const source = cleanLine(input.source ?? '');
  const id = input.id ?? ids();
  db.run(
    statements.putRule({
      id,
      name: name === '' ? null : name,
      role: input.role,
      event: input.event,
      months: input.months,
      action: input.action,
      binding: input.binding ? 1 : 0,
      source: source === '' ? null : source,
      active: input.active ? 1 : 0,
      created_at: at,
      about: input.about,
    }),
  );
  return ok({ id });
}

function proposals({ db }: QueryContext): Answer<Ops['proposals']> {
  const rules = new Map(retentionRules(db).map((rule) => [rule.id, rule]));
  const rows = db.all(statements.selectFindings({ limit: MOST_PROPOSED + 1 }));
  const shown = rows.slice(0, MOST_PROPOSED).flatMap((row): RetentionProposal[] => {
    const rule = rules.get(row.rule_id);
    // A rule that was changed since is looked at again tonight.
    if (rule === undefined || !rule.active) return [];
    const { id, things, due_on: due } = row;
    const party = { id: row.party_id, name: row.party_name };
    return [{ id, party, rule, dueOn: due, onHold: row.held === 1, things }];
  });
  return ok({ proposals: shown, more: rows.length > MOST_PROPOSED });
}
