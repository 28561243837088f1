// What a price may know of a client: only fields of which the catalogue says that they may drive a price. Nothing else is read.

import { barOf, customerFacts } from '@shared/features/prices/price-facts';
import type { PriceFacts } from '@shared/features/prices/price-rule';
import type { ReadDb } from '../../db';
import { selectPartyFacts, selectRoleFacts } from './prices.sql';

/** Values of all records of one client, with roles that run on a day. */
export function customerFactsOf(db: ReadDb, records: readonly string[], day: string): PriceFacts['customer'] {
  const rows = { party: db.all(selectPartyFacts(records)), party_role: db.all(selectRoleFacts(records, day)) };
  const facts = customerFacts
    .filter((fact) => barOf(fact) === null)
    .map((fact) => {
      const [entity, field] = fact.split('.') as [keyof typeof rows, string];
      return [fact, rows[entity].flatMap((row) => row[field] ?? [])] as const;
    });
  return Object.fromEntries(facts);
}
