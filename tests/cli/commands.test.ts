// The command line as a public interface: operations, sessions of lines, searching and importing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesByLanguage } from '@shared/locale/messages/index';
import { jsonOf, newBase, openSession, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
const inBase = (...args: string[]) => runCli([...args, ...place.access, '--json']);
const file = (name: string, content: string): string => {
  const path = join(place.folder, name);
  writeFileSync(path, content);
  return path;
};

const nasrin = {
  kind: 'person',
  names: [{ text: 'نسرین کوهستانی' }],
  contactPoints: [{ kind: 'phone', value: '0501112233' }],
  roles: [{ type: 'patient' }],
};

beforeAll(() => {
  place = newBase();
  inBase('call', 'parties.create', '--input', file('nasrin.json', JSON.stringify(nasrin)));
}, patience);
afterAll(() => place.remove());

describe('call', () => {
  it(
    'runs one operation with input from a file or from standard input',
    () => {
      const draft = JSON.stringify({ kind: 'person', names: [{ text: 'پری دریایی' }] });
      const created = inBase('call', 'parties.create', '--input', file('draft.json', draft));
      expect(created.exitCode).toBe(0);
      const { id } = jsonOf<{ value: { id: string } }>(created).value;
      const got = runCli(['call', 'parties.get', '--input', '-', ...place.access, '--json'], {
        input: JSON.stringify({ id }),
      });
      expect(jsonOf(got)).toMatchObject({ ok: true, value: { id, displayName: 'پری دریایی' } });
      const logged = runCli(['call', 'activities.log', '--input', '-', ...place.access, '--json'], {
        input: JSON.stringify({ kind: 'call', subject: 'پرسید', partyIds: [id] }),
      });
      expect(jsonOf(logged)).toMatchObject({ ok: true, value: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    },
    patience,
  );

  const failures: readonly (readonly [what: string, op: string, input: string, code: string])[] = [
    ['an expected failure', 'parties.get', '{"id":"00000000-0000-7000-8000-000000000000"}', 'parties.not-found'],
    ['a wrong input', 'parties.get', '{"id":"x"}', 'door.invalid-input'],
    ['an unknown operation', 'parties.explode', '{}', 'door.unknown-operation'],
    ['an input that is no JSON', 'parties.get', '{', 'cli.not-json'],
  ];

  it.each(failures)(
    'ends with 1 and says what it was: %s',
    (_, op, input, code) => {
      const ran = runCli(['call', op, '--input', '-', ...place.access, '--json'], { input });
      expect(ran.exitCode).toBe(1);
      const answer = jsonOf<{ ok: boolean; error: { code: string; message: string; details: object } }>(ran);
      expect(Object.keys(answer)).toEqual(['ok', 'error']);
      expect(Object.keys(answer.error)).toEqual(['code', 'message', 'details']);
      expect(answer.error.code).toBe(code);
      expect(answer.error.message.length).toBeGreaterThan(5);
    },
    patience,
  );

  it(
    'says failures in the language asked for',
    () => {
      const said = ['ar', 'fa', 'en'].map((language) =>
        runCli(['call', 'parties.get', '--input', '-', ...place.access, '--lang', language], { input: '{"id":"x"}' }),
      );
      expect(said.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual([
        [1, ''],
        [1, ''],
        [1, ''],
      ]);
      expect(new Set(said.map(({ stderr }) => stderr)).size).toBe(3);
    },
    patience,
  );

  it(
    'an unexpected error ends with 3 and a reference that is also on stderr',
    () => {
      const saboteur = file(
        'break.cjs',
        "const fs = require('node:fs'); const read = fs.readFileSync; fs.readFileSync = (path, ...rest) => { if (String(path).endsWith('keyring.json')) throw new RangeError('broken on purpose'); return read(path, ...rest); };",
      );
      const ran = runCli(['verify', ...place.access, '--json'], { env: { NODE_OPTIONS: `--require ${saboteur}` } });
      expect(ran.exitCode).toBe(3);
      const { error } = jsonOf<{ error: { code: string; details: { reference: string } } }>(ran);
      expect(error.code).toBe('door.internal');
      expect(error.details.reference).toMatch(/^\S{4,}$/);
      const noted =
        ran.stderr +
        (existsSync(join(place.base, 'logs/app.log')) ? readFileSync(join(place.base, 'logs/app.log'), 'utf8') : '');
      expect(noted).toContain(error.details.reference);
    },
    patience,
  );
});

describe('call --stdin', () => {
  it(
    'keeps one unlocked session, answers every line under its id, and a bad line without one',
    async () => {
      const session = openSession(place);
      const created = await session.ask<{ id: string }>('parties.create', {
        kind: 'organisation',
        names: [{ text: 'شركة الأفق' }],
      });
      const written = { value: { id: expect.any(String) }, operationId: expect.any(String) };
      expect(created).toEqual({ id: 1, ok: true, ...written });
      const several = await Promise.all(
        ['الافق', 'کوهستانی', 'nothing like it'].map((text) =>
          session.ask<{ hits: { title: string }[] }>('search.find', { text }),
        ),
      );
      expect(several.map((reply) => (reply?.ok === true ? reply.value.hits.map(({ title }) => title) : null))).toEqual([
        ['شركة الأفق'],
        ['نسرین کوهستانی'],
        [],
      ]);
      expect(await session.ask('parties.get', { id: 'x' })).toMatchObject({
        id: 5,
        ok: false,
        error: { code: 'door.invalid-input' },
      });
      session.write('not json');
      session.write('{"op":"parties.list"}');
      session.write('{"id":"68","op":5}');
      session.write('');
      session.write('{"id":"own-id","op":"settings.get"}');
      expect(await session.end()).toBe(0);
      expect(session.others).toMatchObject([
        { id: null, ok: false, error: { code: 'cli.not-json' } },
        { id: null, ok: false, error: { code: 'door.invalid-input' } },
        { id: '68', ok: false, error: { code: 'door.invalid-input' } },
        { id: 'own-id', ok: true, value: { site: { country: 'SA' } } },
      ]);
    },
    patience,
  );

  it(
    'has a command on the disk before it is acknowledged',
    async () => {
      const session = openSession(place);
      const created = await session.ask<{ id: string }>('parties.create', {
        kind: 'person',
        names: [{ text: 'پیش از پاسخ' }],
      });
      await session.kill();
      expect(created?.ok).toBe(true);
      expect(jsonOf(inBase('search', 'پیش از پاسخ'))).toMatchObject({ value: { hits: [{ title: 'پیش از پاسخ' }] } });
    },
    patience,
  );
});

describe('search', () => {
  it(
    'finds by any spelling, in JSON or as lines, at most as many as asked for',
    () => {
      expect(jsonOf(inBase('search', 'نسرين', 'كوهستاني'))).toMatchObject({
        ok: true,
        value: { hits: [{ entity: 'party', kind: 'person', title: 'نسرین کوهستانی' }] },
      });
      const lines = runCli(['search', '0501112233', '--limit', '1', ...place.access]);
      expect(lines.stdout.trim().split('\t').slice(1, 3)).toEqual(['person', 'نسرین کوهستانی']);
      expect(runCli(['search', 'qqqqqq', ...place.access]).exitCode).toBe(0);
    },
    patience,
  );
});

describe('import', () => {
  const csv =
    'name,mobile,city\r\nParisa Import,0507654321,Jeddah\r\n,0500000000,Nowhere\r\nOmar Import,0501234500,Riyadh\r\n';

  it(
    'tries without writing, then writes, and keeps the rejected rows in a file with reasons',
    () => {
      const source = file('people.csv', csv);
      const tried = inBase('import', source, '--into', 'parties', '--dry-run');
      expect([tried.exitCode, jsonOf(tried)]).toMatchObject([
        0,
        { ok: true, value: { dryRun: true, counts: { read: 3, created: 2, rejected: 1 } } },
      ]);
      expect(jsonOf(inBase('search', 'Parisa Import'))).toMatchObject({ value: { hits: [] } });

      const rejected = join(place.folder, 'rejected.csv');
      const done = inBase('import', source, '--into', 'parties', '--rejected-out', rejected);
      expect([done.exitCode, jsonOf(done)]).toMatchObject([
        0,
        { ok: true, value: { state: 'done', counts: { read: 3, created: 2, rejected: 1 } } },
      ]);
      expect(jsonOf(inBase('search', 'Parisa Import'))).toMatchObject({
        value: { hits: [{ title: 'Parisa Import' }] },
      });
      expect(readFileSync(rejected, 'utf8')).toContain('0500000000');
    },
    patience,
  );

  it(
    'an import that was killed is not begun anew, but goes on where it was, by hand or by its operation',
    async () => {
      const rows = Array.from({ length: 6000 }, (_, row) => `نرگس ${row},05${10_000_000 + row}`);
      const source = join(place.folder, 'killed.csv');
      writeFileSync(source, `name,mobile\r\n${rows.join('\r\n')}\r\n,0500000000\r\n`);
      const session = openSession(place);
      const inspected = await session.ask<{ mapping: unknown }>('imports.inspect', { file: source });
      const mapping = inspected?.ok === true ? inspected.value.mapping : null;
      const started = await session.ask<{ id: string }>('imports.start', { file: source, read: {}, mapping });
      const id = started?.ok === true ? started.value.id : '';
      const read = async (): Promise<number> => {
        const status = await session.ask<{ counts: { read: number } }>('imports.get', { id });
        return status?.ok === true ? status.value.counts.read : 0;
      };
      while ((await read()) < 500) await new Promise((done) => setTimeout(done, 20));
      await session.kill();
      const again = inBase('import', source, '--into', 'parties');
      expect([again.exitCode, jsonOf(again).error?.code]).toEqual([1, 'imports.unfinished']);
      const rejected = join(place.folder, 'killed-rejected.csv');
      const done = inBase('import', '--resume', '--reject-out', rejected, '--lang', 'fa');
      expect(jsonOf(done)).toMatchObject({
        ok: true,
        value: { state: 'done', counts: { read: 6001, created: 6000, rejected: 1 } },
      });
      expect(readFileSync(rejected, 'utf8')).toContain(messagesByLanguage.fa['import.rejected.reasons']!);
      expect(jsonOf(inBase('import', '--resume')).error?.code).toBe('cli.nothing-paused');
    },
    patience,
  );

  it(
    "takes a mapping of one's own, and refuses one that is none",
    () => {
      const source = file('odd.csv', 'name,b\r\nمینا نگاشت,x\r\n');
      const mapping = file(
        'mapping.json',
        JSON.stringify({
          columns: [
            { index: 0, target: 'name' },
            { index: 1, target: null },
          ],
          kind: 'person',
        }),
      );
      const wrong = inBase('import', source, '--into', 'parties', '--mapping', file('wrong.json', '{"columns":1}'));
      expect([wrong.exitCode, jsonOf(wrong).error?.code]).toEqual([1, 'cli.mapping-invalid']);
      const target = jsonOf<{ value: { mapping: { columns: { target: string | null }[] } } }>(
        runCli(['call', 'imports.inspect', '--input', '-', ...place.access, '--json'], {
          input: JSON.stringify({ file: file('named.csv', 'name\r\nx\r\n') }),
        }),
      ).value.mapping.columns[0]!.target;
      writeFileSync(
        mapping,
        JSON.stringify({
          columns: [
            { index: 0, target },
            { index: 1, target: null },
          ],
          kind: 'person',
        }),
      );
      expect(jsonOf(inBase('import', source, '--into', 'parties', '--mapping', mapping))).toMatchObject({
        ok: true,
        value: { counts: { created: 1 } },
      });
      expect(jsonOf(inBase('search', 'مينا نگاشت'))).toMatchObject({ value: { hits: [{ title: 'مینا نگاشت' }] } });
    },
    patience,
  );

  it(
    'a file that is not there or is none of ours is an expected failure',
    () => {
      expect(jsonOf(inBase('import', join(place.folder, 'no.csv'), '--into', 'parties')).error?.code).toMatch(
        /^import\.(file-missing|unreadable)$/,
      );
      mkdirSync(join(place.folder, 'folder.csv'));
      const folder = inBase('import', join(place.folder, 'folder.csv'), '--into', 'parties');
      expect(folder.exitCode).toBe(1);
      expect(jsonOf(folder).error?.code).toMatch(/^import\./);
    },
    patience,
  );
});
