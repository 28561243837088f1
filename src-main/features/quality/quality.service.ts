// The quality of records: the office's rules and wishes, what breaks them, and what people say about that.

import type { qualityContract } from '@shared/features/quality/quality.contract';
import { rulePresets, wishPresets } from '@shared/features/quality/presets';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import { liveRootOf } from '../clusters';
import { selectUserExists } from '../users';
import { listFindings, partyQuality } from './listed-findings';
import { officeRules } from './office-rules';
import * as statements from './quality.sql';
import { scanQuality } from './scan-job';
import { qualitySummary } from './summary';

type Ops = (typeof qualityContract)['operations'];

export function createQualityService(): Handlers<typeof qualityContract> {
  return {
    rules({ db }) {
      const { rules, allWishes } = officeRules(db);
      return ok({ rules: [...rules], wishes: [...allWishes] });
    },
    saveRule,
    removeRule: ({ db }, { id }) =>
      db.run(statements.deleteRule({ id })) > 0 || rulePresets.some((preset) => preset.id === id)
        ? ok({})
        : fail('quality.rule-not-found', { id }),
    saveWish,
    removeWish: ({ db }, { id }) =>
      db.run(statements.deleteWish({ id })) > 0 || wishPresets.some((preset) => preset.id === id)
        ? ok({})
        : fail('quality.rule-not-found', { id }),
    summary: (context) => ok(qualitySummary(context)),
    list: listFindings,
    ofParty: partyQuality,
    scan: async (context, input) => ok({ jobId: context.startJob(scanQuality.name, input).id }),
    dismiss,
    reopen({ db }, { partyId, ruleId }) {
      const party = liveRootOf(db, partyId)?.root_id ?? partyId;
      const dismissal = db.first(statements.selectDismissal({ party, rule: ruleId }));
      if (dismissal === undefined) return fail('quality.not-dismissed');
      db.run(statements.deleteDismissal({ id: dismissal.id }));
      return ok({});
    },
  };
}

function saveRule(
  { db, ids, at }: CommandContext,
  { id, name, severity, ownerId, active, definition }: InputOf<Ops['saveRule']>,
): Answer<Ops['saveRule']> {
  const known = officeRules(db).rules.find((rule) => rule.id === id);
  if (id !== undefined && known === undefined) return fail('quality.rule-not-found', { id });
  if (name === null && known?.preset !== true) return fail('quality.name-required');
  if (ownerId !== null && db.first(selectUserExists({ id: ownerId })) === undefined)
    return fail('quality.owner-unknown', { ownerId });
  const row = {
    id: id ?? ids(),
    name: name === null ? null : cleanLine(name),
    severity,
    owner_id: ownerId,
    active: active ? 1 : 0,
    definition: JSON.stringify(definition),
    created_at: at,
  };
  db.run(statements.putRule(row));
  return ok({ id: row.id });
}

function saveWish(
  { db, ids, at }: CommandContext,
  { id, name, weight, definition }: InputOf<Ops['saveWish']>,
): Answer<Ops['saveWish']> {
  const known = officeRules(db).allWishes.find((wish) => wish.id === id);
  if (id !== undefined && known === undefined) return fail('quality.rule-not-found', { id });
  if (name === null && known?.preset !== true) return fail('quality.name-required');
  const row = {
    id: id ?? ids(),
    name: name === null ? null : cleanLine(name),
    weight,
    definition: JSON.stringify(definition),
    created_at: at,
  };
  db.run(statements.putWish(row));
  return ok({ id: row.id });
}

function dismiss(
  { db, ids, at, actor }: CommandContext,
  { partyId, ruleId, reason }: InputOf<Ops['dismiss']>,
): Answer<Ops['dismiss']> {
  const root = liveRootOf(db, partyId);
  if (root === undefined) return fail('quality.party-not-found', { id: partyId });
  if (!officeRules(db).rules.some(({ id }) => id === ruleId)) return fail('quality.rule-not-found', { id: ruleId });
  if (db.first(statements.selectDismissal({ party: root.root_id, rule: ruleId })) !== undefined) return ok({});
  const by = actor.userId ?? '';
  db.run(
    statements.insertDismissal({
      id: ids(),
      party_id: root.root_id,
      rule_id: ruleId,
      reason: cleanLine(reason),
      at,
      by_id: by,
    }),
  );
  return ok({});
}
