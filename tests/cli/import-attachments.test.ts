// Mail with attachments on the command line: counted, in little memory however large they are.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';
import { peakOf } from './support/peak';

const patience = 240_000;
const mailbox = join(import.meta.dirname, '../import/fixtures/attachments.mbox');
let place: Place;
const at = (name: string): string => join(place.folder, name);
const inBase = (...args: string[]) => jsonOf<{ value: never }>(runCli([...args, ...place.access, '--json'])).value;

beforeAll(() => {
  place = newBase();
  writeFileSync(at('people.csv'), 'name,email\r\nفاطمة,fatima@example.com\r\nعلي,ali@example.com\r\n');
  inBase('import', at('people.csv'), '--into', 'parties');
}, patience);
afterAll(() => place.remove());

it(
  'a trial counts them, the import brings them, the refused ones are named in the file of rejected rows',
  () => {
    const tried = inBase('import', mailbox, '--into', 'activities', '--dry-run');
    expect(tried).toMatchObject({ created: 9, rejected: 0, attachments: 11, attachmentsRejected: 3 });
    const done = inBase('import', mailbox, '--into', 'activities', '--reject-out', at('rejected.csv'), '--lang', 'fa');
    expect(done).toMatchObject({ created: 9, rejected: 0, attachments: 11, attachmentsRejected: 3 });
    expect(readFileSync(at('rejected.csv'), 'utf8')).toContain('پیوست آسیب‌دیده: file');
    expect(inBase('verify')).toMatchObject({ sound: true });
  },
  patience,
);

/** A message with a file of so many megabytes; answers the SHA-256 of the file. */
function bigMail(path: string, megabytes: number): string {
  const handle = openSync(path, 'w');
  const hash = createHash('sha256');
  writeSync(
    handle,
    `From: ali@example.com\r\nTo: office@diwan.example\r\nSubject: big ${megabytes}\r\nDate: Mon, 02 Mar 2026 09:30:00 +0300\r\nMessage-ID: <big-${megabytes}@x>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\nContent-Type: application/zip; name=big-${megabytes}.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
  );
  for (let written = 0; written < megabytes; written += 1) {
    const piece = Buffer.alloc(999_999, `piece ${written}`);
    hash.update(piece);
    writeSync(handle, piece.toString('base64').replace(/.{76}/g, '$&\r\n').concat('\r\n'));
  }
  writeSync(handle, '--b--\r\n');
  closeSync(handle);
  return hash.digest('hex');
}

it(
  'an attachment of 95 MB goes in within little more memory than a small one, here and in the process that reads mail',
  async () => {
    bigMail(at('small.eml'), 1);
    const digest = bigMail(at('big.eml'), 95);
    const run = (name: string) => peakOf(['import', at(name), '--into', 'activities', ...place.access]);
    const [small, big] = [await run('small.eml'), await run('big.eml')];
    expect([small.exitCode, big.exitCode]).toEqual([0, 0]);
    const { hits } = inBase('search', 'علي') as { hits: { id: string }[] };
    const { items } = inBase('attachments', 'list', '--for', hits[0]!.id, '--text', 'big-95') as {
      items: { id: string }[];
    };
    inBase('attachments', 'save', items[0]!.id, '--out', at('back.zip'));
    expect(
      createHash('sha256')
        .update(readFileSync(at('back.zip')))
        .digest('hex'),
    ).toBe(digest);
    const told = [small.peak, big.peak, small.childPeak, big.childPeak].map((peak) => peak.toFixed(0)).join(', ');
    process.stderr.write(`peak memory in MB, 1 MB in, 95 MB in, and of the reading process: ${told}\n`);
    expect(big.peak - small.peak).toBeLessThan(150);
    // Its heap is capped at 256 MB; the collector comes when it pleases below that.
    expect(big.childPeak - small.childPeak).toBeLessThan(200);
  },
  patience,
);
