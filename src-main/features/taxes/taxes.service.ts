// The rules of taxes: one rate a day, and a tax in the price stays in the price.

import type { LineTaxes, Tax as DueTax } from '@shared/core/document-arithmetic';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { rateOn, type Tax } from '@shared/features/taxes/tax';
import type { taxesContract } from '@shared/features/taxes/taxes.contract';
import type { Actor } from '../../access';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import * as statements from './taxes.sql';

type Ops = (typeof taxesContract)['operations'];

export const createTaxesService = (): Handlers<typeof taxesContract> => ({
  list: ({ db }) => ok({ taxes: db.all(statements.selectTaxes({})).map(taxOf) }),
  save,
});

function save({ db, ids }: CommandContext, draft: InputOf<Ops['save']>): Answer<Ops['save']> {
  const { id, names, included, rates, unitId, active } = draft;
  if (new Set(rates.map(({ from }) => from)).size < rates.length) return fail('taxes.day-twice');
  if (unitId !== null && db.first(statements.selectBranch({ id: unitId })) === undefined)
    return fail('taxes.unit-not-found', { id: unitId });
  const columns = {
    names: JSON.stringify(names),
    rates: JSON.stringify(rates.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
    unit_id: unitId,
    active: active ? 1 : 0,
  };
  if (id === undefined) {
    const made = ids();
    db.run(statements.insertTax({ id: made, included: included ? 1 : 0, ...columns }));
    return ok({ id: made });
  }
  const tax = taxById(db, id);
  if (tax === undefined) return fail('taxes.not-found', { id });
  if (tax.included !== included) return fail('taxes.kind-changed', { id });
  db.run(statements.updateTax(id, columns));
  return ok({ id });
}

export const taxById = (db: ReadDb, id: string): Tax | undefined => {
  const row = db.first(statements.selectTax({ id }));
  return row === undefined ? undefined : taxOf(row);
};

/** What is due on something that bears these taxes, sold by somebody on a day: only taxes in use, of their branches, with a rate by then. */
export function taxesDue(db: ReadDb, asked: { actor: Actor; day: string }): (ids: readonly string[]) => LineTaxes {
  const { actor, day } = asked;
  const units = new Set(db.all(statements.selectUnitsAbove({ user: actor.userId ?? '', day })).map(({ id }) => id));
  const taxes = new Map(db.all(statements.selectTaxes({})).map((row) => [row.id, taxOf(row)]));
  return (ids) => {
    const due = ids.flatMap((id): (DueTax & { included: boolean })[] => {
      const tax = taxes.get(id);
      if (tax === undefined || !tax.active || (tax.unitId !== null && !units.has(tax.unitId))) return [];
      const rate = rateOn(tax.rates, day);
      return rate === null ? [] : [{ id, rate, included: tax.included }];
    });
    const plain = (tax: DueTax): DueTax => ({ id: tax.id, rate: tax.rate });
    const held = due.find(({ included }) => included);
    return {
      included: held === undefined ? undefined : plain(held),
      added: due.filter(({ included }) => !included).map(plain),
    };
  };
}

const taxOf = (row: Tables['tax']): Tax => ({
  id: row.id,
  names: JSON.parse(row.names) as Tax['names'],
  included: row.included === 1,
  rates: JSON.parse(row.rates) as Tax['rates'],
  unitId: row.unit_id,
  active: row.active === 1,
});
