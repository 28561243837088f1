// Kill −9 at any moment while mail with attachments comes in: going on brings each file once and whole, and nothing lies about.
// DIWAN_KILLS=200 makes it longer, DIWAN_SEED another run of chances.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliScript, jsonOf, newBase, runCli, type Place } from './support/cli';

const KILLS = Math.ceil(Number(process.env['DIWAN_KILLS'] ?? 60) / 6);
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);
const MESSAGES = 40;

let place: Place;
let fatima: string;
beforeAll(() => {
  place = newBase();
  const draft = {
    kind: 'person',
    names: [{ text: 'فاطمة' }],
    contactPoints: [{ kind: 'email', value: 'fatima@example.com' }],
  };
  const made = runCli(['call', 'parties.create', '--input', '-', ...place.access, '--json'], {
    input: JSON.stringify(draft),
  });
  fatima = jsonOf<{ value: { id: string } }>(made).value.id;
}, 120_000);
afterAll(() => place.remove());

const content = (box: number, id: number): Buffer =>
  Buffer.concat(Array.from({ length: 6000 }, (_, at) => createHash('sha256').update(`${box} ${id} ${at}`).digest()));

function writeBox(box: number): string {
  const path = join(place.folder, `box-${box}.mbox`);
  const messages = Array.from(
    { length: MESSAGES },
    (_, id) =>
      `From a@b Sun Mar  8 08:00:00 2026\nFrom: fatima@example.com\nSubject: ${box}-${id}\nDate: Mon, 02 Mar 2026 09:30:00 +0300\nMessage-ID: <${box}-${id}@x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/octet-stream; name=${box}-${id}.bin\nContent-Transfer-Encoding: base64\n\n${content(box, id).toString('base64').replace(/.{76}/g, '$&\n')}\n--b--\n\n`,
  );
  writeFileSync(path, messages.join(''));
  return path;
}

async function importing(path: string, killAfter: number): Promise<{ ended: boolean; took: number }> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    cliScript,
    'import',
    path,
    '--into',
    'activities',
    ...place.access,
  ];
  const began = Date.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const gone = new Promise<number | null>((done) => child.once('close', done));
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  const exitCode = await gone;
  clearTimeout(timer);
  return { ended: exitCode === 0, took: Date.now() - began };
}

const run = (...args: string[]) => runCli([...args, ...place.access, '--json']);
type Item = { readonly id: string; readonly name: string; readonly state: string };
function listed(box: number): readonly Item[] {
  return jsonOf<{ value: { items: Item[] } }>(
    run('attachments', 'list', '--for', fatima, '--text', `${box}-`, '--limit', '200'),
  ).value.items.filter(({ name }) => name.startsWith(`${box}-`));
}

it(`${KILLS} kills while mail comes in double nothing and lose nothing (seed ${SEED})`, async () => {
  const { took } = await importing(writeBox(0), 600_000);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const path = writeBox(kill);
    const chance = ((SEED * 31 + kill * 7919) % 1000) / 1000;
    const { ended } = await importing(path, took * (0.3 + 0.7 * chance));
    if (!ended) {
      const resumed = jsonOf(run('import', '--resume'));
      // Killed before it had begun, or after it was done: there is nothing to go on with.
      if (!resumed.ok) {
        expect(resumed.error?.code).toBe('cli.nothing-paused');
        expect(jsonOf(run('import', path, '--into', 'activities')).ok).toBe(true);
      }
    }
    const items = listed(kill);
    expect(items.map(({ name }) => name).toSorted()).toEqual(
      Array.from({ length: MESSAGES }, (_, id) => `${kill}-${id}.bin`).toSorted(),
    );
    expect(items.every(({ state }) => state === 'present')).toBe(true);
    const out = join(place.folder, `out-${kill}`);
    run('attachments', 'save', items[0]!.id, '--out', out);
    const id = Number(/-(\d+)\./.exec(items[0]!.name)?.[1]);
    expect(readFileSync(out).equals(content(kill, id))).toBe(true);
  }
  expect(jsonOf(run('verify'))).toMatchObject({ value: { sound: true } });
  expect(readdirSync(join(place.base, 'blobs')).filter((name) => name.endsWith('.partial'))).toEqual([]);
}, 900_000);
