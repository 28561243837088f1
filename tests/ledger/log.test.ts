// The log as a file: whoever has it can check it without a base, and no alteration of it passes, in either of the two programs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortHead } from '@shared/features/audit/short-head';
import { checkLogFile, createLogReader, type LogReport } from '../../src-main/ledger';
import { chanceFrom } from '../support/chance';
import { ended, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';
import { mutations, type Chance } from './support/log-mutations';

interface Script {
  createReader(options?: { head?: string }): { write(bytes: Uint8Array): void; end(): LogReport };
}
const scriptFile = resolve(import.meta.dirname, '../../resources/audit/diwan-verify.mjs');
const formatFile = resolve(import.meta.dirname, '../../resources/audit/FORMAT.md');

const NATIONAL_ID = '1012345672';
let test: TestEngine;
let script: Script;
let folder: string;
let file: string;
let early: string;

beforeAll(async () => {
  script = (await import(scriptFile)) as Script;
  folder = mkdtempSync(join(tmpdir(), 'diwan-log-'));
  file = join(folder, 'log.jsonl');
  test = await openEngine();
  const made = value(
    await test.client.parties.create({
      kind: 'person',
      names: [{ text: 'سلمى الحربي' }],
      identifiers: [{ scheme: 'sa-national-id', value: NATIONAL_ID }],
    }),
  );
  early = value(await test.client.audit.head({})).short;
  value(await test.client.parties.get({ id: made.id }));
  await test.client.session.lock({});
  value(await test.client.session.unlock({ login: 'amal', passphrase }));
  value(await test.client.parties.update({ id: made.id, set: { note: 'تحب القهوة' } }));
  expect(await ended(test, value(await test.client.audit.export({ to: file })).jobId)).toMatchObject({ state: 'done' });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const linesOf = (): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

function both(bytes: Uint8Array, head?: string): [ours: LogReport, theirs: LogReport] {
  const readers = [createLogReader({ head }), script.createReader(head === undefined ? {} : { head })] as const;
  for (const reader of readers) reader.write(bytes);
  return [readers[0].end(), readers[1].end()];
}

describe('an exported log', () => {
  it('is sound, signed to its last entry, and both programs say the same of it', () => {
    const [ours, theirs] = both(readFileSync(file));
    expect(ours).toMatchObject({ sound: true, findings: [], unsigned: 0 });
    for (const part of [
      'sound',
      'operations',
      'readings',
      'checkpoints',
      'unsigned',
      'head',
      'signedBy',
      'findings',
    ] as const)
      expect(theirs[part], part).toEqual(ours[part]);
    expect(checkLogFile(file)).toEqual(ours);
    expect(ours.keys).toMatchObject([{ user: value2().user }]);
  });

  it('holds no value of a record, no reason and no name', () => {
    const text = readFileSync(file, 'utf8');
    for (const secret of [NATIONAL_ID, 'سلمى', 'القهوة', 'log.jsonl', 'آمال']) expect(text).not.toContain(secret);
  });

  it('is checked by the script alone, in a folder of its own', () => {
    const alone = join(folder, 'verify.mjs');
    writeFileSync(alone, readFileSync(scriptFile));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [alone, file, ...args], { encoding: 'utf8', cwd: folder });
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('SOUND') });
    expect(run('--head', early.toLowerCase().replaceAll('-', ' '))).toMatchObject({ status: 0 });
    expect(run('--head', '0000-0000-0000-0000')).toMatchObject({ status: 1 });
    expect(JSON.parse(run('--json').stdout)).toMatchObject({
      sound: true,
      shortHead: shortHead(checkLogFile(file).head),
    });
    expect(spawnSync(process.execPath, [alone]).status).toBe(2);
    expect(spawnSync(process.execPath, [alone, join(folder, 'none')]).status).toBe(2);
  });

  it('proves that everything before a printed head is as it was when it was printed', () => {
    const [ours] = both(readFileSync(file), early);
    expect(ours.witness).toBe(2);
  });
});

const value2 = () => ({ user: test.engine.actor()!.userId });

describe('an altered log', () => {
  it('shows each of ten thousand alterations, in both programs', () => {
    const next = chanceFrom(20_261_127);
    const chance: Chance = { below: (limit) => Math.floor(next() * limit) };
    const lines = linesOf();
    const original = readFileSync(file);
    const kinds = Object.entries(mutations);
    const passed: string[] = [];
    for (let made = 0; made < 10_000;) {
      const [name, mutate] = kinds[made % kinds.length]!;
      const bytes = Buffer.from(mutate(lines, chance) as string);
      if (bytes.equals(original)) continue;
      made += 1;
      for (const report of both(bytes)) if (report.sound) passed.push(`${name}: ${bytes.toString().slice(0, 200)}`);
    }
    expect(passed).toEqual([]);
  }, 240_000);

  it('names the line of a single alteration', () => {
    const lines = linesOf();
    const at = lines.findIndex((line) => line.includes('parties.update'));
    const bytes = Buffer.from(`${lines.with(at, lines[at]!.replace('parties.update', 'parties.upDate')).join('\n')}\n`);
    for (const { findings } of both(bytes)) expect(findings[0]).toEqual({ line: at + 1, fault: 'hash' });
  });

  it('has its line feed at the end, and nothing behind it', () => {
    const text = readFileSync(file, 'utf8');
    for (const other of [
      text.trimEnd(),
      `${text}\n`,
      `${text} `,
      `${text}{}\n`,
      '',
      '\n',
      `\uFEFF${text}`,
      text.replaceAll('\n', '\r\n'),
    ])
      for (const report of both(Buffer.from(other))) expect(report.sound, JSON.stringify(other.slice(-20))).toBe(false);
  });
});

describe('the page that describes the format', () => {
  const example = (): string => /```\n(\{[\s\S]*?)```/.exec(readFileSync(formatFile, 'utf8'))?.[1] ?? '';

  it('shows a log that both programs find sound', () => {
    if (process.env['DIWAN_UPDATE'] === '1') {
      const page = readFileSync(formatFile, 'utf8');
      writeFileSync(
        formatFile,
        page.replace(/```\n[\s\S]*?```/, () => `\`\`\`\n${readFileSync(file, 'utf8')}\`\`\``),
      );
    }
    for (const report of both(Buffer.from(example()))) expect(report).toMatchObject({ sound: true, findings: [] });
  });

  it('has one of each line there is', () => {
    const kinds = new Set(
      example()
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { kind: string }).kind),
    );
    expect([...kinds].toSorted()).toEqual(['checkpoint', 'end', 'key', 'log', 'operation', 'reading']);
  });
});
