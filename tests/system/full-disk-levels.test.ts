// Fifty disks, each with a little more room than the last: writing of every kind goes on until it is refused in words; whatever was
// acknowledged is there, and with room again the refused is done and an interrupted import comes to its end with every row once.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from '../support/open-engine';
import { fill } from './support/fill';
import {
  codeWithWords,
  disk,
  endAfterEach,
  engineIn,
  isWhole,
  nothingUnexpected,
  unlock,
  write,
} from './support/trouble';
import type { Answer } from './support/trouble';

endAfterEach();

const LEVELS = 50;
const ROWS = 150;
const WRITES = 40;
const disks = { refused: 0, roomy: 0 };
const held = { folder: '', source: '' };

beforeAll(async () => {
  held.folder = mkdtempSync(join(tmpdir(), 'diwan-levels-'));
  held.source = join(held.folder, 'people.csv');
  const rows = Array.from({ length: ROWS }, (_, row) => `نرگس ${row},05${10_000_000 + row}`);
  writeFileSync(held.source, `name,mobile\r\n${rows.join('\r\n')}\r\n`);
  const test = await openEngine({ folder: join(held.folder, 'base') });
  value(await write(test, 'نخستین'));
  await test.close();
});
afterAll(() => rmSync(held.folder, { recursive: true, force: true }));

it.each(Array.from({ length: LEVELS }, (_, level) => Math.round(level * level * 2)))(
  'with %i KiB left',
  async (kibibytes) => {
    const { path } = disk(16);
    const folder = join(path, 'base');
    cpSync(join(held.folder, 'base'), folder, { recursive: true });
    const filler = fill(path, kibibytes * 1024);
    const test = await engineIn(folder, false);
    const opened = await unlock(test);
    if (!opened.ok) {
      isFull(opened);
      rmSync(filler);
      value(await unlock(test));
    }
    const { people, merged, refused } = await writeUntilRefused(test);
    const started = await importFrom(test);
    if (refused !== null) isFull(refused);
    disks[refused === null ? 'roomy' : 'refused'] += 1;
    rmSync(filler, { force: true });
    value(await write(test, 'با جای خالی'));
    if (started !== null) await finished(test, started);
    else await finished(test, value(await test.client.imports.start(await plan(test))).id);
    const counted = value(await test.client.base.counts({}));
    expect(counted.parties).toBe(1 + people.length + 1 + ROWS - merged);
    await isWhole(test, people);
    nothingUnexpected(test);
  },
);

it('some of the disks were full, and some were not', () => {
  expect(disks.refused).toBeGreaterThan(10);
  expect(disks.roomy).toBeGreaterThan(10);
});

function isFull(answer: Answer): void {
  expect(['db.disk-full', 'files.disk-full']).toContain(codeWithWords(answer));
}

interface Written {
  readonly people: string[];
  /** How many of them are shown with another. */
  merged: number;
  refused: Answer | null;
}

/** Every kind of change in turn: new people, notes, calls, merging and separating. */
async function writeUntilRefused({ client }: TestEngine): Promise<Written> {
  const written: Written = { people: [], merged: 0, refused: null };
  const { people } = written;
  const kinds: readonly (() => Promise<Answer>)[] = [
    () => create(client, people),
    () => create(client, people),
    () => client.parties.update({ id: people[0]!, set: { note: 'متن '.repeat(300) } }),
    () => client.activities.log({ kind: 'call', subject: 'تماس', partyIds: [people[1]!] }),
    () => client.parties.merge({ intoId: people[0]!, ids: [people[1]!] }),
    () => client.parties.unmerge({ ids: [people[1]!] }),
  ];
  for (let done = 0; done < WRITES && written.refused === null; done += 1) {
    const kind = done % kinds.length;
    const answer = await kinds[kind]!();
    if (!answer.ok) written.refused = answer;
    else if (kind >= 4) written.merged = kind === 4 ? 1 : 0;
  }
  return written;
}

async function create(client: TestEngine['client'], people: string[]): Promise<Answer> {
  const made = await client.parties.create({ kind: 'person', names: [{ text: `نام ${people.length}` }] });
  if (made.ok) people.push(made.value.id);
  return made;
}

const plan = async ({ client }: TestEngine) => {
  const { mapping } = value(await client.imports.inspect({ file: held.source }));
  return { file: held.source, read: {}, mapping };
};

/** The import's id, or null when it could not even begin. */
async function importFrom(test: TestEngine): Promise<string | null> {
  const started = await test.client.imports.start(await plan(test));
  if (started.ok) return started.value.id;
  isFull(started);
  return null;
}

async function finished({ client }: TestEngine, id: string): Promise<void> {
  for (;;) {
    const status = value(await client.imports.get({ id }));
    if (status.state === 'done') return expect(status.counts).toMatchObject({ read: ROWS, created: ROWS });
    if (status.state === 'paused') await client.imports.resume({ id });
    await new Promise((done) => setTimeout(done, 20));
  }
}
