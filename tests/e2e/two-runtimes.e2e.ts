// The command line encrypts with Node's OpenSSL, the window with Electron's BoringSSL: a base made by one opens in the other.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const electron: unknown = createRequire(import.meta.url)('electron');
const probe = join(root, 'tests/support/keys-probe.mjs');

interface Answer {
  readonly electron: boolean;
  readonly code?: string;
  readonly wrong?: string;
  readonly recovered?: boolean;
  readonly opened: { readonly verified: boolean; readonly altered: boolean };
}

test('a keyring made by either runtime opens in the other, with the same keys and signatures', async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  // Inside the project, so that the addon for Argon2id is found.
  const outDir = mkdtempSync(join(root, 'out', 'keys-'));
  const dirs = [mkdtempSync(join(tmpdir(), 'diwan-keys-')), mkdtempSync(join(tmpdir(), 'diwan-keys-'))] as const;
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      resolve: { alias: { '@shared': join(root, 'src-shared') } },
      build: { ssr: 'src-main/keys/index.ts', outDir, emptyOutDir: true },
    });
    const module = pathToFileURL(join(outDir, 'index.js')).href;
    const run = (program: string, ...words: string[]): Answer =>
      JSON.parse(
        execFileSync(program, [probe, module, ...words], {
          encoding: 'utf8',
          env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        }),
      ) as Answer;
    for (const [dir, maker, opener] of [
      [dirs[0], process.execPath, String(electron)],
      [dirs[1], String(electron), process.execPath],
    ] as const) {
      const made = run(maker, 'make', dir);
      const there = run(opener, 'open', dir, made.code ?? '');
      expect(there).toEqual({
        electron: !made.electron,
        wrong: 'keys.wrong-passphrase',
        recovered: true,
        opened: made.opened,
      });
      expect(made.opened).toMatchObject({ verified: true, altered: false });
    }
  } finally {
    for (const folder of [outDir, ...dirs]) rmSync(folder, { recursive: true, force: true });
  }
});
