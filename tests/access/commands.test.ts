// What a person may change, held against a second reading of the rules: chance writes of chance people under chance policies, as
// any command, import or undo would leave them in the ledger. None goes through that should not, none is refused that may.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RolePolicy, Scope } from '@shared/features/policy/policy';
import { fail } from '@shared/core/result';
import { guardChanges, OutOfReach, systemActor, userActor } from '../../src-main/access';
import { compiled, sql, type ChangeRow, type WriteDb } from '../../src-main/db';
import { reachOf } from '../../src-main/features/policy/actor-of';
import { chanceFrom } from '../support/chance';
import { chancePolicy, everything, giveAuthors, makeOffice, pick, type Office } from './support/office';
import { Naive, type Everything, type Row } from './support/naive';

const seed = Number(process.env['DIWAN_SEED'] ?? 20_261_128);
const rounds = Number(process.env['DIWAN_ROUNDS'] ?? 300) * 4;
const chance = chanceFrom(seed);

let office: Office;
let all: Everything;

beforeAll(async () => {
  office = await makeOffice(chance, 60);
  giveAuthors(office, chance);
  all = everything(office.test.engine.base()!.writer);
}, 120_000);
afterAll(() => office.test.close());

interface Judge {
  readonly policy: RolePolicy;
  readonly naive: Naive;
  readonly authors: (scope: Scope) => readonly string[];
}

/** A write, and whether somebody may make it. */
interface Write {
  readonly what: string;
  readonly write: (db: WriteDb) => void;
  readonly may: (judge: Judge) => boolean;
}

const rows = (table: string): readonly Row[] => all.get(table)!;
const any = (table: string): Row => pick(chance, rows(table));
const isWhole = ({ naive }: Judge, [table, field]: readonly [string, string], row: Row): boolean =>
  naive.shownWhole(table, field, row);
const within = ({ policy, naive }: Judge, permission: keyof RolePolicy['grants'], party: unknown): boolean =>
  naive.seesParty(party) && naive.partyIn(policy.grants[permission], party as string);

function set(table: string, field: string, value: unknown): (row: Row) => (db: WriteDb) => void {
  return (row) => (db) =>
    void db.run(compiled(sql`update ${sql.table(table)} set ${sql.ref(field)} = ${value} where id = ${row.id}`));
}

const taskWrites: readonly (() => Write)[] = [
  () => {
    const row = any('task');
    return {
      what: 'task',
      write: set('task', 'priority', row['priority'] === 'high' ? 'low' : 'high')(row),
      may: (judge) => writesTask(judge, 'tasks.write', row),
    };
  },
  () => {
    const row = any('task');
    const others = office.users.filter((id) => id !== row['owner_id']);
    return {
      what: 'owner of a task',
      write: set('task', 'owner_id', pick(chance, others))(row),
      may: (judge) => writesTask(judge, 'tasks.assign', row),
    };
  },
  () => {
    const row = any('task');
    const id = `new-${chance()}`;
    return {
      what: 'end of a task',
      write: (db) =>
        void db.run(
          compiled(
            sql`insert into task_event (id, task_id, kind, at, by_id) values (${id}, ${row.id}, 'done', 1, 'x')`,
          ),
        ),
      may: (judge) => writesTask(judge, 'tasks.write', row),
    };
  },
];

const writes: readonly (() => Write)[] = [
  () => {
    const row = any('party');
    const may = (judge: Judge): boolean =>
      within(judge, 'parties.write', row.id) && isWhole(judge, ['party', 'note'], row);
    return { what: 'note', write: set('party', 'note', `n ${chance()}`)(row), may };
  },
  () => {
    const row = any('party');
    return {
      what: 'owner',
      write: set(
        'party',
        'owner_id',
        pick(
          chance,
          office.users.filter((id) => id !== row['owner_id']),
        ),
      )(row),
      may: (judge) => within(judge, 'parties.assign', row.id),
    };
  },
  () => {
    const row = any('party');
    return {
      what: 'bin',
      write: set('party', 'deleted_at', 5)(row),
      may: (judge) => within(judge, 'parties.delete', row.id),
    };
  },
  () => {
    const row = any('contact_point');
    const field = ['contact_point', 'value'] as const;
    return {
      what: 'phone',
      write: set('contact_point', 'value', `05${Math.floor(chance() * 1e8)}`)(row),
      may: (judge) => within(judge, 'parties.write', row['party_id']) && isWhole(judge, field, row),
    };
  },
  () => {
    const row = any('party');
    const id = `new-${chance()}`;
    return {
      what: 'preference',
      write: (db) =>
        void db.run(
          compiled(sql`insert into preference (id, party_id, key, value) values (${id}, ${row.id}, 'likes', 'x')`),
        ),
      may: (judge) => within(judge, 'parties.write', row.id),
    };
  },
  () => {
    const [from, to] = [any('party'), any('party')];
    const id = `new-${chance()}`;
    return {
      what: 'relationship',
      write: (db) =>
        void db.run(
          compiled(
            sql`insert into relationship (id, from_party_id, to_party_id, type) values (${id}, ${from.id}, ${to.id}, 'friend')`,
          ),
        ),
      may: (judge) =>
        within(judge, 'parties.write', from.id) && [from, to].every(({ id: one }) => judge.naive.seesParty(one)),
    };
  },
  () => {
    const row = any('activity');
    return {
      what: 'activity',
      write: set('activity', 'kind', row['kind'] === 'call' ? 'visit' : 'call')(row),
      may: (judge) => writesActivity(judge, row),
    };
  },
  () => {
    const row = any('deal');
    return {
      what: 'deal',
      write: set('deal', 'expected_on', row['expected_on'] === '2027-01-01' ? '2027-01-02' : '2027-01-01')(row),
      may: (judge) => writesDeal(judge, 'deals.write', row),
    };
  },
  () => {
    const row = any('deal');
    const others = office.users.filter((id) => id !== row['owner_id']);
    return {
      what: 'owner of a deal',
      write: set('deal', 'owner_id', pick(chance, others))(row),
      may: (judge) => writesDeal(judge, 'deals.assign', row),
    };
  },
  () => {
    const row = any('lead');
    return {
      what: 'lead',
      write: set('lead', 'source', row['source'] === 'event' ? 'other' : 'event')(row),
      may: (judge) => writesLead(judge, 'leads.write', row),
    };
  },
  () => {
    const row = any('lead');
    const others = office.users.filter((id) => id !== row['owner_id']);
    return {
      what: 'owner of a lead',
      write: set('lead', 'owner_id', pick(chance, others))(row),
      may: (judge) => writesLead(judge, 'leads.assign', row),
    };
  },
  () => {
    const row = any('lead');
    const id = `new-${chance()}`;
    return {
      what: 'step of a lead',
      write: (db) =>
        void db.run(
          compiled(
            sql`insert into lead_event (id, lead_id, party_id, to_state, at, by_id) values (${id}, ${row.id}, ${row['party_id']}, 'talks', 1, 'x')`,
          ),
        ),
      may: (judge) => writesLead(judge, 'leads.write', row),
    };
  },
  () => {
    const [deal, party] = [any('deal'), any('party')];
    const id = `new-${chance()}`;
    return {
      what: 'say in a deal',
      write: (db) =>
        void db.run(
          compiled(
            sql`insert into deal_party (id, deal_id, party_id, role) values (${id}, ${deal.id}, ${party.id}, 'user')`,
          ),
        ),
      may: (judge) => writesDeal(judge, 'deals.write', deal) && judge.naive.seesParty(party.id),
    };
  },
  () => pick(chance, taskWrites)(),
  () => {
    const row = any('quote');
    const others = office.users.filter((id) => id !== row['owner_id']);
    const isGiven = chance() < 0.5;
    return {
      what: isGiven ? 'owner of a quote' : 'quote',
      write: isGiven ? set('quote', 'owner_id', pick(chance, others))(row) : set('quote', 'title', `${chance()}`)(row),
      may: (judge) =>
        isGiven
          ? writesQuote(judge, 'quotes.assign', row)
          : writesQuote(judge, 'quotes.write', row) && isWhole(judge, ['quote', 'title'], row),
    };
  },
  () => {
    const [activity, party] = [any('activity'), any('party')];
    const id = `new-${chance()}`;
    return {
      what: 'participant',
      write: (db) =>
        void db.run(
          compiled(sql`insert into activity_party (id, activity_id, party_id, role, at, kind)
            values (${id}, ${activity.id}, ${party.id}, 'participant', 1, 'call')`),
        ),
      may: ({ policy, naive }) =>
        policy.grants['activities.write'] !== undefined && naive.seesParty(party.id) && naive.seesActivity(activity.id),
    };
  },
];

function writesActivity({ policy, naive, authors }: Judge, row: Row): boolean {
  const scope = policy.grants['activities.write'];
  if (scope === undefined || !naive.seesActivity(row.id)) return false;
  return scope === 'all' || authors(scope).includes(row['author_id'] as string);
}

function writesDeal({ policy, naive, authors }: Judge, permission: 'deals.write' | 'deals.assign', row: Row): boolean {
  const scope = policy.grants[permission];
  if (scope === undefined || !naive.seesDeal(row.id)) return false;
  return scope === 'all' || authors(scope).includes(row['owner_id'] as string);
}

function writesLead({ policy, naive }: Judge, permission: 'leads.write' | 'leads.assign', row: Row): boolean {
  const scope = policy.grants[permission];
  return scope !== undefined && naive.seesLead(row.id) && naive.leadIn(scope, row);
}

function writesTask({ policy, naive, authors }: Judge, permission: 'tasks.write' | 'tasks.assign', row: Row): boolean {
  const scope = policy.grants[permission];
  if (scope === undefined || !naive.seesTask(row.id)) return false;
  return scope === 'all' || authors(scope).includes(row['owner_id'] as string);
}

function writesQuote(
  { policy, naive, authors }: Judge,
  permission: 'quotes.write' | 'quotes.assign',
  row: Row,
): boolean {
  const scope = policy.grants[permission];
  if (scope === undefined || !naive.seesQuote(row.id)) return false;
  return scope === 'all' || authors(scope).includes(row['owner_id'] as string);
}

/** What the ledger would hold of a write, which is taken back: every round begins from the same office. */
function changesOf(write: (db: WriteDb) => void): readonly ChangeRow[] {
  const base = office.test.engine.base()!;
  const seen: ChangeRow[] = [];
  base.unitOfWork.run({ command: 'trial', actor: systemActor('trial', []) }, ({ db, seq }) => {
    write(db);
    seen.push(...db.all(compiled(sql<ChangeRow>`select * from change where operation_seq = ${seq}`)));
    return fail('trial.over');
  });
  return seen;
}

function passes(guard: () => void): boolean {
  try {
    guard();
    return true;
  } catch (error) {
    if (error instanceof OutOfReach) return false;
    throw error;
  }
}

describe(`chance writes, seed ${seed}`, { timeout: 240_000 }, () => {
  it('go through exactly when the rules allow them', () => {
    const base = office.test.engine.base()!;
    const outcomes = { done: new Set<string>(), refused: new Set<string>() };
    for (let round = 0; round < rounds; round += 1) {
      const policy = chancePolicy(chance, office);
      const user = pick(chance, office.users);
      const reach = reachOf(base.read, user, '2026-05-06');
      const actor = userActor({ id: user, displayName: '', role: 'any' }, policy, reach);
      const authors = (scope: Scope): readonly string[] =>
        scope === 'team' ? reach.team : scope === 'subtree' ? reach.subtree : reach.own;
      const judge = { policy, naive: new Naive(all, { policy, reach }), authors };
      const { what, write, may } = pick(chance, writes)();
      const allowed = may(judge);
      const changes = changesOf(write);
      const done = base.seeAs(actor, (db) => passes(() => guardChanges(actor, changes, () => db)));
      expect([round, what, done]).toEqual([round, what, allowed]);
      outcomes[done ? 'done' : 'refused'].add(what);
    }
    // Nothing was shown of a kind of write that only ever went one way.
    expect([...outcomes.done].toSorted()).toEqual([...outcomes.refused].toSorted());
  });
});
