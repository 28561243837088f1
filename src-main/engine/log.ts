// The program's own log: what went wrong unexpectedly, with a reference to read out. Never a name, a number or a passphrase.

import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Random } from '@shared/core/clock';

export interface Log {
  /** Writes an error down; answers its reference. */
  report(where: string, error: unknown): string;
}

const FILE = 'app.log';
const FILES = 5;
const FILE_BYTES = 2 * 1024 * 1024;
/** Without letters and digits that look or sound alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A ring of five files of 2 MB in `folder`. A log that cannot be written must not stop the work: then it goes to stderr. */
export function createLog(folder: string, { clock, random }: { clock: Clock; random: Random }): Log {
  return {
    report(where, error) {
      const reference = [...random.bytes(6)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
      const at = new Date(clock.now()).toISOString();
      const line = `${at} ${reference} ${where} ${describe(error)}\n`;
      try {
        mkdirSync(folder, { recursive: true });
        rotate(folder);
        appendFileSync(join(folder, FILE), line);
      } catch (problem) {
        process.stderr.write(`${line}(not logged: ${describe(problem)})\n`);
      }
      return reference;
    },
  };
}

/** Kind and place of the error; messages of input errors may quote data and so are left out unless the database or Node wrote them. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const code = (error as { code?: unknown }).code;
  const kind = typeof code === 'string' ? `${error.name}(${code})` : error.name;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
  return [kind, error.message.slice(0, 300).replaceAll('\n', ' '), ...frames.map((line) => line.trim())].join(' | ');
}

function rotate(folder: string): void {
  const current = join(folder, FILE);
  if (!existsSync(current) || statSync(current).size < FILE_BYTES) return;
  for (let index = FILES - 1; index >= 1; index -= 1) {
    const from = index === 1 ? current : join(folder, `app.${index - 1}.log`);
    if (existsSync(from)) renameSync(from, join(folder, `app.${index}.log`));
  }
}
