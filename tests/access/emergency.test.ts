// What an emergency access opens, held against the second reading of the rules: one person, all records that are linked as that person,
// and not one row more, whatever the policy.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '@shared/catalogue';
import { dressedInEmergency, userActor } from '../../src-main/access';
import { inEmergency } from '../../src-main/access/emergency-policy';
import { compiled, openDatabase, sql } from '../../src-main/db';
import { memberIdsOf } from '../../src-main/features/clusters';
import { reachOf } from '../../src-main/features/policy/actor-of';
import { databaseKey } from '../../src-main/keys';
import { chanceFrom } from '../support/chance';
import { Naive, type Everything, type Row } from './support/naive';
import { chancePolicy, everything, giveAuthors, makeOffice, pick, type Office } from './support/office';

const seed = Number(process.env['DIWAN_SEED'] ?? 20_261_128);
const rounds = Number(process.env['DIWAN_ROUNDS'] ?? 60);
const chance = chanceFrom(seed);

let office: Office;
let all: Everything;

beforeAll(async () => {
  office = await makeOffice(chance, 80);
  giveAuthors(office, chance);
  all = everything(office.test.engine.base()!.writer);
}, 240_000);
afterAll(() => office.test.close());

/** Every kind, so that the rules of a scope are asked and everybody left is in it. */
const anybody = { rule: { kinds: ['person', 'organisation', 'group'] as ('person' | 'organisation' | 'group')[] } };

const byId = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

it(`one person and nobody else, by chance policies, seed ${seed}`, { timeout: 240_000 }, () => {
  const base = office.test.engine.base()!;
  const opened = openDatabase({
    file: base.databaseFile,
    key: Uint8Array.from(databaseKey(base.unlocked.secret)),
    mode: 'reader',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const linked = all.get('party')!.flatMap((row) => (row['root_id'] === null ? [] : [row.id]));
  let merged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const user = pick(chance, office.users);
    const policy = chancePolicy(chance, office);
    if (policy.grants['parties.read'] === undefined) continue;
    const reach = reachOf(base.read, user, '2026-05-06');
    const actor = userActor({ id: user, displayName: '', role: 'any' }, policy, reach);
    const ids = memberIdsOf(base.read, pick(chance, round % 3 === 0 ? linked : office.parties));
    if (ids.length > 1) merged += 1;
    const db = dressedInEmergency(opened.value, actor, ids);
    const theirs = new Map([...all, ['party', all.get('party')!.filter(({ id }) => ids.includes(id))] as const]);
    const asOpened = inEmergency(policy);
    const grants = { ...asOpened.grants, 'parties.read': anybody };
    const naive = new Naive(theirs, { policy: { ...asOpened, grants }, reach });
    for (const entity of catalogue) {
      const rows = db.all(compiled(sql<Row>`select * from ${sql.table(entity.key)}`));
      expect(byId(rows), `${entity.key}, round ${round}`).toEqual(byId(naive.rows(entity)));
    }
  }
  opened.value.close();
  expect(merged).toBeGreaterThan(3);
});
