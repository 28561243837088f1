// A damaged base gives up the rows on its damaged pages and nothing else; what was lost is said, and the damaged one is not touched.
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { code, value, type TestEngine } from '../../support/open-engine';
import { addPerson, closeAfterEach, engine, newFolder, opening } from './support/place';

closeAfterEach();
const PAGE = 4096;

function destroyPages(file: string, pages: readonly number[]): void {
  const handle = openSync(file, 'r+');
  for (const page of pages) writeSync(handle, Buffer.alloc(PAGE, 0x5a), 0, PAGE, page * PAGE);
  closeSync(handle);
}

/** Counted from 0, without those that describe the tables: without these nothing is known of the rest. */
const pagesOfRows = (test: TestEngine): number[] =>
  test.engine
    .base()!
    .writer.prepare<[], number>("select pageno - 1 from dbstat where name <> 'sqlite_schema' order by pageno")
    .pluck()
    .all();

it('of a base with destroyed pages nearly everything is saved, and the new base opens with the same passphrase', async () => {
  const test = await engine();
  const PEOPLE = 400;
  for (let index = 0; index < PEOPLE; index += 1) await addPerson(test, `نرگس کوهستانی ${index}`);
  const ofRows = pagesOfRows(test);
  value(await test.client.session.lock({}));
  const file = join(test.folder, 'data-1.db');
  destroyPages(
    file,
    [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.92].map((share) => ofRows[Math.floor(ofRows.length * share)]!),
  );
  const damaged = readFileSync(file);
  const folder = join(newFolder(), 'saved');
  const wrong = { ...opening, passphrase: 'چهار واژهٔ نادرست اینجا' };
  expect(code(await test.client.backups.salvage({ folder, ...wrong }))).toBe('keys.wrong-passphrase');
  const saved = value(await test.client.backups.salvage({ folder, ...opening }));
  const lost = saved.tables.reduce((sum, table) => sum + (table.lost ?? 0), 0);
  const read = saved.tables.reduce((sum, table) => sum + table.read, 0);
  expect(read / (read + lost)).toBeGreaterThan(0.95);
  expect(saved.tables.some(({ ranges, lost: gone }) => ranges.length > 0 || (gone ?? 0) > 0)).toBe(true);
  expect(readFileSync(file).equals(damaged)).toBe(true);
  const rescued = await engine({ folder, create: false });
  value(await rescued.client.session.unlock(opening));
  expect(value(await rescued.client.base.counts({})).parties).toBeGreaterThan(PEOPLE * 0.9);
  value(await rescued.client.parties.create({ kind: 'person', names: [{ text: 'بعد الإنقاذ' }] }));
  expect(value(await rescued.client.search.find({ text: 'الانقاذ' })).hits.length).toBe(1);
});

it('of a sound base everything is saved, to the last row', async () => {
  const test = await engine();
  for (let index = 0; index < 30; index += 1) await addPerson(test, `سلمى ${index}`);
  value(await test.client.session.lock({}));
  const folder = join(newFolder(), 'saved');
  const saved = value(await test.client.backups.salvage({ folder, ...opening }));
  expect(saved).toMatchObject({ sound: true, findings: [] });
  expect(saved.tables.every(({ lost, ranges }) => lost === 0 && ranges.length === 0)).toBe(true);
  expect(code(await test.client.backups.salvage({ folder, ...opening }))).toBe('backups.not-empty');
  const rescued = await engine({ folder, create: false });
  value(await rescued.client.session.unlock(opening));
  expect(value(await rescued.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
});

it('tells how far it is, and ended on the way leaves the folder as empty as it was', async () => {
  const test = await engine();
  for (let index = 0; index < 30; index += 1) await addPerson(test, `سلمى ${index}`);
  value(await test.client.session.lock({}));
  const folder = newFolder();
  const told = (): typeof test.jobs => test.jobs.filter(({ kind }) => kind === 'backups.salvage');
  const running = test.client.backups.salvage({ folder, ...opening });
  const second = test.client.backups.salvage({ folder, ...opening });
  value(await test.client.backups.cancelRestore({}));
  expect([code(await running), code(await second)]).toEqual(['backups.cancelled', 'backups.busy']);
  expect(readdirSync(folder)).toEqual([]);
  value(await test.client.backups.salvage({ folder, ...opening }));
  const parts = told().map(({ progress }) => (progress?.done ?? 0) / (progress?.total ?? 1));
  expect(parts.length).toBeGreaterThan(10);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts.at(-1)).toBeLessThan(1);
});

it('what people said, whom nobody contacts and who speaks for whom are saved with the key that knows a forbidden number again', async () => {
  const test = await engine();
  const [id, son] = [await addPerson(test, 'سلمى الحربي'), await addPerson(test, 'فهد الحربي')];
  const { purposes } = value(await test.client.privacy.purposes({}));
  const purposeId = purposes.find(({ basis }) => basis === 'consent')!.id;
  const consent = { partyId: id, purposeId, channels: ['sms' as const], action: 'refused' as const };
  value(await test.client.consent.record({ ...consent, source: 'phone' }));
  value(await test.client.privacy.suppress({ kind: 'phone', value: '+966501234567' }));
  value(await test.client.authority.grant({ subjectId: id, agentId: son, basis: 'mandate', matters: ['contact'] }));
  const said = value(await test.client.consent.list({ partyId: id }));
  value(await test.client.session.lock({}));
  const folder = join(newFolder(), 'saved');
  const saved = value(await test.client.backups.salvage({ folder, ...opening }));
  const readOf = (table: string): number => saved.tables.find((one) => one.table === table)?.read ?? 0;
  for (const table of ['meta', 'consent_event', 'suppression', 'authority'])
    expect(readOf(table), table).toBeGreaterThan(0);
  const rescued = await engine({ folder, create: false });
  value(await rescued.client.session.unlock(opening));
  expect(value(await rescued.client.consent.list({ partyId: id }))).toEqual(said);
  const listed = async (number: string) =>
    value(await rescued.client.privacy.check({ kind: 'phone', value: number })).entry !== null;
  expect([await listed('0501234567'), await listed('0507654321')]).toEqual([true, false]);
  expect(value(await rescued.client.privacy.suppress({ kind: 'phone', value: '0501234567' })).added).toBe(false);
  expect(value(await rescued.client.authority.list({ partyId: id })).forThem).toHaveLength(1);
});
