// "As it was yesterday at 14:05": whatever was done before and after, the restored base is what the base was then, to the field.
import { expect, it } from 'vitest';
import { ledgerEntities } from '@shared/catalogue';
import { code, value, type TestEngine } from '../../support/open-engine';
import { backUp, closeAfterEach, contents, emptyEngine, engine, newFolder, opening } from './support/place';
import { chanceFrom } from '../../support/chance';

closeAfterEach();

/** Users stay as the backup has them; the search documents of parties follow from the rest. */
const tables = ledgerEntities.map(({ key }) => key).filter((key) => key !== 'app_user');
const SEEDS = (process.env['DIWAN_SEED'] ?? '1,2,3').split(',').map(Number);

it.each(SEEDS)('random work, seed %i', async (seed) => {
  const chance = chanceFrom(seed);
  const below = (limit: number): number => Math.floor(chance() * limit);
  const test = await engine();
  const ids: string[] = [];
  const moments: { at: number; was: Record<string, unknown[]> }[] = [];
  for (let step = 0; step < 60; step += 1) {
    test.clock.at += 60_000;
    await work(test, ids, below);
    if (step % 20 === 7) moments.push({ at: test.clock.at, was: contents(test, tables) });
  }
  const folder = await backUp(test, newFolder());
  for (const { at, was } of moments) {
    const other = await emptyEngine();
    other.clock.at = test.clock.at + 1000;
    const { rewound } = value(await other.client.backups.restore({ folder, ...opening, asOf: at + 30_000 }));
    expect(rewound).toBeGreaterThan(0);
    value(await other.client.session.unlock(opening));
    expect(withoutTouch(contents(other, tables))).toEqual(withoutTouch(was));
    expect(value(await other.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
    for (const id of ids) {
      const there = was['party']!.some((row) => (row as { id: string }).id === id);
      expect((await other.client.parties.get({ id })).ok).toBe(there);
    }
  }
});

it('a moment after the copy was made is nothing the copy knows of', async () => {
  const test = await engine();
  const folder = await backUp(test, newFolder());
  const other = await emptyEngine();
  expect(code(await other.client.backups.restore({ folder, ...opening, asOf: test.clock.at + 60_000 }))).toBe(
    'backups.made-before',
  );
});

/** When a record was touched last is derived, and going back touches it. */
function withoutTouch(all: Record<string, unknown[]>): Record<string, unknown[]> {
  const party = all['party']!.map((row) => ({ ...(row as object), updated_at: null }));
  return { ...all, party };
}

async function work(test: TestEngine, ids: string[], below: (limit: number) => number): Promise<void> {
  const id = ids[below(ids.length)];
  const what = id === undefined ? 0 : below(8);
  if (what <= 1) {
    const made = await test.client.parties.create({
      kind: 'person',
      names: [{ text: `نرگس ${below(1000)}` }],
      contactPoints: [{ kind: 'phone', value: `05012345${10 + below(90)}` }],
      roles: [{ type: 'customer' }],
    });
    ids.push(value(made).id);
    return;
  }
  // A record in the bin refuses most of this, which is as good a step as any.
  if (what === 2) await test.client.parties.update({ id: id!, set: { note: `n${below(1000)}` } });
  else if (what === 3) {
    const record = await test.client.parties.get({ id: id! });
    const name = record.ok ? record.value.names[0]?.id : undefined;
    if (name !== undefined)
      await test.client.parties.update({ id: id!, put: { names: [{ id: name, text: `مریم ${below(1000)}` }] } });
  } else if (what === 4) await test.client.activities.log({ kind: 'call', subject: `s${below(99)}`, partyIds: [id!] });
  else if (what === 5) await test.client.operations.undo({});
  else if (what === 6) await test.client.parties.remove({ ids: [id!] });
  else await test.client.parties.restore({ ids: [id!] });
}
