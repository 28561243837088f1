// Mistakes that must not compile. tests/system/types.test.ts holds that each of them is an error, and that nothing else here is.
import { z } from 'zod';
import { action, command, defineContract, query } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { DiwanClient } from '@shared/features/contracts';
import type { Handlers } from '../../../src-main/core/context';
import type { Query, ReadDb, WriteDb } from '../../../src-main/db';

const lampsContract = defineContract('lamps', {
  count: query({
    permission: 'parties.read',
    input: z.object({}),
    output: z.object({ count: z.number() }),
    errors: ['lamps.dark'],
  }),
  light: command({
    permission: 'parties.write',
    input: z.object({ id: z.string() }),
    output: z.object({ lit: z.boolean() }),
    errors: ['lamps.broken'],
  }),
  buy: action({ permission: 'base.manage', input: z.object({}), output: z.object({}), errors: [] }),
});
type Lamps = Handlers<typeof lampsContract>;
declare const write: Query;
declare const needsWriting: (db: WriteDb) => void;

export const right: Lamps = {
  count: ({ db }) => (db.all(write).length === 0 ? fail('lamps.dark') : ok({ count: 1 })),
  light: ({ db }) => (db.run(write) === 0 ? fail('lamps.broken') : ok({ lit: true })),
  buy: async () => ok({}),
};

export const aQueryHasNoWayToWrite: Lamps['count'] = ({ db }) => {
  // expected A query's connection cannot run a write.
  db.run(write);
  return ok({ count: 0 });
};

export const aQueryCannotHandItsConnectionToAWriter: Lamps['count'] = ({ db }) => {
  // expected A reading connection is not a writing one.
  needsWriting(db);
  return ok({ count: 0 });
};

// expected A reading connection cannot be passed off as a writing one.
export const noConnectionBecomesWriting: WriteDb = {} as ReadDb;

// expected Code that is not declared by this operation.
export const anUndeclaredCode: Lamps['light'] = () => fail('lamps.stolen');

// expected Code that another operation declares, not this one.
export const aNeighboursCode: Lamps['light'] = () => fail('lamps.dark');

// expected No codes are declared at all.
export const aCodeWhereNoneIs: Lamps['buy'] = async () => fail('lamps.dark');

// expected An output of another shape.
export const anotherOutput: Lamps['count'] = () => ok({ total: 1 });

// expected A command is one synchronous unit of work.
export const aCommandThatWaits: Lamps['light'] = async () => ok({ lit: true });

// expected Every operation has a handler.
export const aForgottenHandler: Lamps = { count: right.count, light: right.light };

export const aPermissionNobodyHas = command({
  // expected Permissions come from one list.
  permission: 'lamps.light',
  input: z.object({}),
  output: z.object({}),
  errors: [],
});

export async function callers(client: DiwanClient): Promise<void> {
  const created = await client.parties.create({ kind: 'person', names: [{ text: 'x' }] });
  if (!created.ok) {
    const known:
      | 'parties.owner-unknown'
      | 'parties.unit-unknown'
      | 'parties.date-invalid'
      | 'parties.was-erased'
      | `door.${string}`
      | `db.${string}`
      | 'engine.restarted' = created.error.code;
    void known;
    // expected The codes of an answer are a closed set.
    if (created.error.code === 'parties.exploded') return;
  }
  // expected A value is there only when the answer is ok.
  void created.value;
  // expected A party is a person, an organisation or a group.
  void client.parties.create({ kind: 'robot', names: [{ text: 'x' }] });
  // expected There is no such operation.
  void client.parties.explode({});
}
