// The rules of price rules: what may not drive a price is refused when a rule is saved, and once more whenever prices are asked, however
// the rule came into the base.

import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { Condition, Effect, problemOf, type PriceRule } from '@shared/features/prices/price-rule';
import { isWithin } from '@shared/features/prices/price-book';
import type { priceRulesContract } from '@shared/features/prices/prices.contract';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { siteCountry } from '../settings';
import { namesIn } from './names-of-id';
import { createPriceWriters } from './price-words';
import * as statements from './prices.sql';

type Ops = (typeof priceRulesContract)['operations'];

export function createPriceRulesService(): Handlers<typeof priceRulesContract> {
  const writersFor = createPriceWriters();
  return {
    list({ db }) {
      const words = writersFor(siteCountry(db), namesIn(db));
      const rows = db.all(statements.selectRules({}));
      const rules = rows.flatMap((row) => usableRule(row) ?? []);
      return ok({
        rules: rules.map((rule) => ({ ...rule, words: words.rule(rule) })),
        refused: rows
          .filter((row) => row.active === 1 && usableRule(row) === undefined)
          .map(({ id, names }) => ({ id, names: JSON.parse(names) as PriceRule['names'] })),
      });
    },
    stop({ db }, { id }) {
      if (db.first(statements.selectRule({ id })) === undefined) return fail('prices.rule-not-found', { id });
      db.run(statements.updateRule(id, { active: 0 }));
      return ok({ id });
    },
    save,
  };
}

const usableRule = (row: Tables['price_rule']): PriceRule | undefined => {
  const rule = ruleOf(row);
  return rule === undefined || problemOf(rule.condition) !== null ? undefined : rule;
};

function save({ db, ids }: CommandContext, draft: InputOf<Ops['save']>): Answer<Ops['save']> {
  const { id, names, condition, effect, priority, from, to, ends, active } = draft;
  if (from !== null && to !== null && to < from) return fail('prices.rule-days');
  const wrong = problemOf(condition);
  if (wrong?.problem === 'size') return fail('prices.rule-too-large');
  if (wrong?.problem === 'value') return fail('prices.value-unknown', { field: wrong.field, value: wrong.value });
  if (wrong?.problem === 'field')
    return fail(wrong.bar === 'unknown' ? 'prices.unknown-field' : 'prices.protected-field', {
      field: wrong.field,
      bar: wrong.bar,
    });
  const columns = {
    names: JSON.stringify(names),
    condition: JSON.stringify(condition),
    effect: JSON.stringify(effect),
    priority,
    from_on: from,
    to_on: to,
    ends: ends ? 1 : 0,
    active: active ? 1 : 0,
  };
  const saved = id ?? ids();
  if (id === undefined) db.run(statements.insertRule({ id: saved, ...columns }));
  else if (db.first(statements.selectRule({ id })) === undefined) return fail('prices.rule-not-found', { id });
  else db.run(statements.updateRule(id, columns));
  return ok({ id: saved });
}

/** The rules that hold on a day, in their order, or the one that must not be used. */
export function rulesOn(
  db: ReadDb,
  day: string,
):
  | { readonly rules: readonly PriceRule[] }
  | { readonly refused: Tables['price_rule']; readonly field: string | null } {
  const rules: PriceRule[] = [];
  for (const row of db.all(statements.selectRules({}))) {
    if (row.active !== 1 || !isWithin(day, { from: row.from_on, to: row.to_on })) continue;
    const rule = ruleOf(row);
    const wrong = rule === undefined ? undefined : problemOf(rule.condition);
    if (rule === undefined || wrong !== null)
      return { refused: row, field: wrong?.problem === 'field' ? wrong.field : null };
    rules.push(rule);
  }
  return { rules };
}

/** Undefined when what is stored is no rule: written past the program, or by a later one. */
function ruleOf(row: Tables['price_rule']): PriceRule | undefined {
  const condition = Condition.safeParse(JSON.parse(row.condition));
  const effect = Effect.safeParse(JSON.parse(row.effect));
  if (!condition.success || !effect.success) return undefined;
  return {
    id: row.id,
    names: JSON.parse(row.names) as PriceRule['names'],
    condition: condition.data,
    effect: effect.data,
    priority: row.priority,
    from: row.from_on,
    to: row.to_on,
    ends: row.ends === 1,
    active: row.active === 1,
  };
}
