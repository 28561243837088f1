// The parser in its own process: batches on demand, hung and dead processes replaced, memory kept, nothing to steal inside.
import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForkParser, Parser, ParserChannel } from '../../src-main/import';
import { forkWithNode, startParser } from '../../src-main/import';
import { testFolder } from './support/files';
import { bundleParser } from './support/parser-bundle';

const folder = testFolder();
let fork: ForkParser;
let parser: Parser;

beforeAll(async () => {
  fork = forkWithNode(await bundleParser(folder.path('.')));
  parser = startParser({ fork });
});
afterAll(() => {
  parser.close();
  folder.remove();
});

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('a conversation', () => {
  it('looks, counts, reads in batches and stops', async () => {
    const lines = Array.from({ length: 12_345 }, (_, number) => `${number},محمد ${number},0501234567`).join('\n');
    const path = folder.write('people.csv', `id,name,phone\n${lines}\n`);
    const seen = value(await parser.inspect(path));
    expect(seen).toMatchObject({ headers: ['id', 'name', 'phone'], settings: { kind: 'csv', headerRow: 1 } });
    expect(seen.rows).toHaveLength(50);
    expect(seen.rowCount.exact).toBe(false);
    expect(Math.abs((seen.rowCount.value ?? 0) - 12_345)).toBeLessThan(1500);
    expect(value(await parser.count(path, seen.settings))).toBe(12_345);
    const file = value(await parser.open(path, seen.settings));
    const sizes: number[] = [];
    for (;;) {
      const batch = value(await file.next(5000));
      sizes.push(batch.rows.length);
      // What is shown as the part done, where rows are not counted beforehand.
      const rows = sizes.reduce((sum, size) => sum + size, 0);
      expect(batch.bytesRead / batch.bytesTotal).toBeCloseTo(rows / 12_345, 1);
      expect(batch.bytesRead).toBeLessThanOrEqual(batch.bytesTotal);
      if (batch.done) break;
    }
    expect(sizes).toEqual([5000, 5000, 2345]);
    await file.close();
  });

  it('goes on from a checkpoint in another process', async () => {
    const path = folder.write(
      'resume.csv',
      `name,n\n${Array.from({ length: 6000 }, (_, number) => `علي ${number},${number}`).join('\n')}\n`,
    );
    const { settings } = value(await parser.inspect(path));
    const first = value(await parser.open(path, settings));
    const { checkpoint } = value(await first.next(4000));
    const other = startParser({ fork });
    const rest = value(await value(await other.open(path, settings, checkpoint)).next(4000));
    other.close();
    await first.close();
    expect(rest.rows.map((row) => row.row)).toEqual(Array.from({ length: 2000 }, (_, number) => 4002 + number));
    expect(rest.done).toBe(true);
  });

  it('heavy rows come in small batches', async () => {
    const path = folder.write('heavy.csv', `name,text\n${`x,${'م'.repeat(900_000)}\n`.repeat(12)}`);
    const { settings } = value(await parser.inspect(path));
    const file = value(await parser.open(path, { ...settings, headerRow: 1 }));
    expect(value(await file.next(2000)).rows.length).toBeLessThan(6);
    await file.close();
  });

  it('two files are read side by side, and a closed one has no more to say', async () => {
    const paths = ['a', 'b'].map((name) =>
      folder.write(`${name}.csv`, `name,phone\n${name}1,0501234567\n${name}2,0501234568\n`),
    );
    const { settings } = value(await parser.inspect(paths[0] ?? ''));
    const [first, second] = await Promise.all(paths.map(async (path) => value(await parser.open(path, settings))));
    const names = async (file: typeof first): Promise<unknown> =>
      file && value(await file.next(1)).rows.map((row) => 'cells' in row && row.cells[0]);
    expect([await names(first), await names(second), await names(first)]).toEqual([['a1'], ['b1'], ['a2']]);
    await first?.close();
    expect(await first?.next(1)).toMatchObject({ ok: false, error: { code: 'import.bad-checkpoint' } });
    await second?.close();
  });

  it('says what is wrong with a file in a code', async () => {
    const codes = await Promise.all(
      [
        folder.path('nowhere.csv'),
        folder.path('.'),
        folder.write('empty.csv', ''),
        folder.write('x.pdf', '%PDF-1.7 \u0001\u0002\u0003\u0004\u0000\u0000\u0000'),
      ].map(async (path) => {
        const result = await parser.inspect(path);
        return result.ok ? 'read' : result.error.code;
      }),
    );
    expect(codes).toEqual(['import.file-missing', 'import.unreadable', 'import.empty', 'import.format-unknown']);
  });
});

describe('when the process misbehaves', () => {
  it('a hung one is ended and the next request gets a new one', async () => {
    const stuck = folder.path('stuck.cjs');
    writeFileSync(stuck, "process.on('message', () => { for (;;); });");
    let starts = 0;
    const real = fork;
    const flaky: ForkParser = () => (starts++ === 0 ? forkWithNode(stuck)() : real());
    const hung = startParser({ fork: flaky, timeoutMs: 1500 });
    const path = folder.write('after.csv', 'name,phone\nعلي,0501234567\n');
    expect(await hung.inspect(path)).toMatchObject({ ok: false, error: { code: 'import.timed-out' } });
    expect(value(await hung.inspect(path)).headers).toEqual(['name', 'phone']);
    expect(starts).toBe(2);
    hung.close();
  });

  it('one that dies fails what was under way and nothing after', async () => {
    const dying = folder.path('dying.cjs');
    writeFileSync(dying, "process.on('message', () => process.exit(3));");
    let starts = 0;
    const real = fork;
    const client = startParser({ fork: () => (starts++ === 0 ? forkWithNode(dying)() : real()) });
    const path = folder.write('again.csv', 'name,phone\nعلي,0501234567\n');
    expect(await client.inspect(path)).toMatchObject({
      ok: false,
      error: { code: 'import.parser-died', details: { exit: 3 } },
    });
    expect((await client.inspect(path)).ok).toBe(true);
    client.close();
  });

  it('answers that do not fit are not believed', async () => {
    const lies: unknown[] = [
      { id: 1, ok: true, value: { settings: 'all yours' } },
      { id: 99, ok: true },
      'hello',
      { id: 1, ok: false, error: { code: 'rm -rf' } },
    ];
    for (const lie of lies) {
      let killed = 0;
      const channel = (): ParserChannel => {
        let tell: (message: unknown) => void = () => undefined;
        return {
          send: () => setImmediate(() => tell(lie)),
          onMessage: (listener) => void (tell = listener),
          onExit: () => undefined,
          kill: () => void (killed += 1),
        };
      };
      expect(await startParser({ fork: channel }).inspect('x')).toMatchObject({
        ok: false,
        error: { code: 'import.parser-died' },
      });
      expect(killed).toBe(1);
    }
  });

  it('a file that needs more memory than the cap ends the process, not the program', async () => {
    const greedy = folder.path('greedy.cjs');
    writeFileSync(
      greedy,
      "process.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill({})); });",
    );
    const client = startParser({ fork: forkWithNode(greedy) });
    expect(await client.inspect('x')).toMatchObject({ ok: false, error: { code: 'import.out-of-memory' } });
  });
});

it('the process cannot write, start programs or see the environment', async () => {
  const probe = folder.path('probe.cjs');
  writeFileSync(
    probe,
    `process.on('message', ({ id }) => {
      const tried = (what) => { try { what(); return 'done'; } catch (error) { return error.code; } };
      process.send({ id, ok: false, error: { code: 'import.damaged', details: {
        write: tried(() => require('node:fs').writeFileSync(${JSON.stringify(folder.path('stolen'))}, 'x')),
        program: tried(() => require('node:child_process').execSync('true')),
        environment: Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')).length,
      } } });
    });`,
  );
  const client = startParser({ fork: forkWithNode(probe) });
  const answer = await client.inspect('x');
  client.close();
  const denied = process.allowedNodeEnvironmentFlags.has('--permission') ? 'ERR_ACCESS_DENIED' : 'done';
  expect(answer).toMatchObject({ ok: false, error: { details: { write: denied, program: denied } } });
  expect(
    (answer as unknown as { error: { details: { environment: number } } }).error.details.environment,
  ).toBeLessThanOrEqual(1);
});

it('a sheet with a hundred thousand different strings fits under the cap', async () => {
  const rows = Array.from({ length: 20_000 }, (_, number) => [
    `محمد رضایی شماره ${number}`,
    `a${number}@example.com`,
    `شارع ${number}`,
    `x${number}`,
    `y${number}`,
  ]);
  const path = folder.path('strings.xlsx');
  writeFileSync(
    path,
    (await writeXlsx({
      sheets: [{ name: 'S', rows: [['نام', 'email', 'address', 'c', 'd'], ...rows] }],
    })) as Uint8Array,
  );
  const seen = value(await parser.inspect(path));
  expect(value(await parser.count(path, seen.settings))).toBe(20_000);
});
