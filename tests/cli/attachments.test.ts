// Files on the command line: attached, listed, found, saved, in little memory however large they are.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';
import { peakOf as peakOfRun } from './support/peak';

const patience = 240_000;
let place: Place;
let partyId: string;
const peakOf = (args: readonly string[]) => peakOfRun([...args, ...place.access]);
const at = (name: string): string => join(place.folder, name);
const run = (...args: string[]) => runCli([...args, ...place.access, '--json']);
const call = (operation: string, input: unknown) =>
  jsonOf<{ value: never }>(
    runCli(['call', operation, '--input', '-', ...place.access, '--json'], { input: JSON.stringify(input) }),
  ).value;

beforeAll(() => {
  place = newBase();
  ({ id: partyId } = call('parties.create', { kind: 'person', names: [{ text: 'سلمى الحسن' }] }));
}, patience);
afterAll(() => place.remove());

it(
  'files are attached, listed, found by name and saved as they were',
  () => {
    writeFileSync(at('عقد.pdf'), '%PDF-1.7 not much of one');
    writeFileSync(at('note.txt'), 'hello');
    const added = run('attach', at('عقد.pdf'), at('note.txt'), '--to', partyId, '--label', 'first');
    expect(added.exitCode).toBe(0);
    expect(jsonOf(added).value).toMatchObject({ added: [{ name: 'عقد.pdf' }, { name: 'note.txt' }], refused: [] });
    const listed = jsonOf<{ value: { items: { id: string; name: string; label: string }[] } }>(
      run('attachments', 'list', '--for', partyId, '--text', 'عقد'),
    );
    expect(listed.value.items).toMatchObject([{ name: 'عقد.pdf', label: 'first', mediaType: 'application/pdf' }]);
    const { id } = listed.value.items[0]!;
    expect(run('attachments', 'save', id, '--out', at('out.pdf')).exitCode).toBe(0);
    expect(readFileSync(at('out.pdf'), 'utf8')).toBe('%PDF-1.7 not much of one');
    const again = run('attach', at('note.txt'), '--to', partyId);
    expect(jsonOf(again).value).toMatchObject({ added: [], already: [{ name: 'note.txt' }] });
    expect(run('verify').exitCode).toBe(0);
  },
  patience,
);

it(
  'an activity takes files by its id as well',
  () => {
    const { id } = call('activities.log', { kind: 'call', subject: 'مكالمة', partyIds: [partyId] }) as { id: string };
    expect(run('attach', at('note.txt'), '--to', id).exitCode).toBe(0);
    expect(jsonOf(run('attachments', 'list', '--for', id)).value).toMatchObject({ items: [{ activity: { id } }] });
  },
  patience,
);

it(
  'what cannot be taken is said in words with exit code 1, and wrong usage with 2',
  () => {
    const missing = run('attach', at('nowhere.txt'), '--to', partyId);
    expect([missing.exitCode, jsonOf(missing).error?.code]).toEqual([1, 'attachments.file-missing']);
    expect(jsonOf(missing).error?.message).toContain('nowhere.txt');
    const some = run('attach', at('nowhere.txt'), at('out.pdf'), '--to', partyId);
    expect(some.exitCode).toBe(1);
    expect(jsonOf(some).value).toMatchObject({ added: [{ name: 'out.pdf' }], refused: [{ name: 'nowhere.txt' }] });
    const nobody = run('attach', at('note.txt'), '--to', '019dfc22-eac0-707a-a004-16c90fc0dc7a');
    expect(jsonOf(nobody).error?.code).toBe('attachments.owner-not-found');
    for (const args of [['attach'], ['attach', 'x'], ['attachments'], ['attachments', 'save'], ['attachments', 'list']])
      expect([args, runCli(args).exitCode]).toEqual([args, 2]);
  },
  patience,
);

/** A file of so many megabytes that no compression or hole makes smaller; answers its SHA-256. */
function bigFile(path: string, megabytes: number): string {
  const handle = openSync(path, 'w');
  const hash = createHash('sha256');
  let block = createHash('sha256').update('seed').digest();
  for (let written = 0; written < megabytes; written += 1) {
    block = createHash('sha256').update(block).digest();
    const piece = Buffer.alloc(1_000_000, block);
    hash.update(piece);
    writeSync(handle, piece);
  }
  closeSync(handle);
  return hash.digest('hex');
}

it(
  'a file of 400 MB goes in and comes out in no more memory than a small one needs, but for pieces that wait to be freed',
  async () => {
    call('settings.updateSite', { attachmentMegabytes: 500 });
    const small = at('small.bin');
    bigFile(small, 1);
    const digest = bigFile(at('big.bin'), 400);
    const base = await peakOf(['attach', small, '--to', partyId]);
    const taken = await peakOf(['attach', at('big.bin'), '--to', partyId]);
    expect([base.exitCode, taken.exitCode]).toEqual([0, 0]);
    const { items } = jsonOf<{ value: { items: { id: string; name: string; bytes: number }[] } }>(
      run('attachments', 'list', '--for', partyId, '--text', 'big.bin'),
    ).value;
    expect(items).toMatchObject([{ name: 'big.bin', bytes: 400_000_000 }]);
    const given = await peakOf(['attachments', 'save', items[0]!.id, '--out', at('back.bin')]);
    expect(given.exitCode).toBe(0);
    expect(
      createHash('sha256')
        .update(readFileSync(at('back.bin')))
        .digest('hex'),
    ).toBe(digest);
    const told = [base, taken, given].map(({ peak }) => peak.toFixed(0)).join(', ');
    process.stderr.write(`peak memory in MB, 1 MB in, 400 MB in, 400 MB out: ${told}\n`);
    // Freed pieces wait for the collector, which comes at 64 MB of them, however large the file, and late where others work beside it.
    for (const { peak } of [taken, given]) expect(peak - base.peak).toBeLessThan(250);
  },
  patience,
);
