// A contact manager's history as its own tables hold it, at any size: a FoxPro table with its memo file, after the published formats.
import { encodeSingleByte } from '../../../import/support/files';

export interface HistoryLine {
  readonly user: string;
  readonly account: string;
  /** CO: a call out, A: an appointment, CI: a call in. */
  readonly kind: 'CO' | 'A' | 'CI';
  /** YYYYMMDD and HH:MM of the office. */
  readonly day: string;
  readonly time: string;
  readonly about: string;
  readonly note: string;
}

const fields = [
  ['USERID', 'C', 8],
  ['ACCOUNTNO', 'C', 20],
  ['SRECTYPE', 'C', 1],
  ['RECTYPE', 'C', 10],
  ['ONDATE', 'D', 8],
  ['ONTIME', 'C', 5],
  ['ACTVCODE', 'C', 3],
  ['RESULTCODE', 'C', 3],
  ['DURATION', 'C', 8],
  ['REF', 'C', 65],
  ['NOTES', 'M', 10],
  ['RECID', 'C', 15],
] as const;
const FOXPRO_WITH_MEMO = 0xf5;
const BLOCK = 64;

const arabic = (text: string): Buffer => encodeSingleByte(text, 'windows-1256');

export function goldMineHistory(lines: readonly HistoryLine[]): { readonly table: Buffer; readonly memos: Buffer } {
  const { memos, numbers } = memosOf(lines.map(({ note }) => note));
  const records = lines.map((line, number) => recordOf(line, { number, memo: numbers[number] ?? null }));
  const length = 1 + fields.reduce((sum, [, , size]) => sum + size, 0);
  const head = Buffer.alloc(32);
  head.set([FOXPRO_WITH_MEMO, 126, 3, 8]);
  head.writeUInt32LE(lines.length, 4);
  head.writeUInt16LE(32 + 32 * fields.length + 1, 8);
  head.writeUInt16LE(length, 10);
  const described = fields.map(([name, kind, size]) => {
    const field = Buffer.alloc(32);
    field.write(name, 'latin1');
    field.write(kind, 11, 'latin1');
    field[16] = size;
    return field;
  });
  const table = Buffer.concat([head, ...described, Buffer.from('\r'), ...records, Buffer.from('\x1a')]);
  return { table, memos };
}

function recordOf(line: HistoryLine, { number, memo }: { number: number; memo: number | null }): Buffer {
  const { user, account, kind, day, time, about } = line;
  const memoText = memo === null ? '' : String(memo).padStart(10);
  const values = [user, account, kind[0]!, kind, day, time, '', 'COM', '00:10:00', about, memoText, `H${number}`];
  const cells = values.map((text, index) => {
    const cell = Buffer.alloc(fields[index]![2], ' ');
    arabic(text).copy(cell);
    return cell;
  });
  return Buffer.concat([Buffer.from(' '), ...cells]);
}

/** Empty notes have no memo. */
function memosOf(notes: readonly string[]): { memos: Buffer; numbers: (number | null)[] } {
  const first = 512 / BLOCK;
  let next = first;
  const entries: Buffer[] = [];
  const numbers = notes.map((note) => {
    if (note === '') return null;
    const text = arabic(note);
    const entry = Buffer.alloc(Math.ceil((8 + text.length) / BLOCK) * BLOCK);
    entry.writeUInt32BE(1, 0);
    entry.writeUInt32BE(text.length, 4);
    text.copy(entry, 8);
    entries.push(entry);
    next += entry.length / BLOCK;
    return next - entry.length / BLOCK;
  });
  const head = Buffer.alloc(512);
  head.writeUInt32BE(next, 0);
  head.writeUInt16BE(BLOCK, 6);
  return { memos: Buffer.concat([head, ...entries]), numbers };
}

const kinds = ['CO', 'A', 'CI'] as const;

/** Spread over twenty years, by three users of whom the office knows one. */
export const historyOf = (accounts: readonly string[], count: number): HistoryLine[] =>
  Array.from({ length: count }, (_, number) => ({
    user: ['AMAL', 'HUDA', 'OLDUSER'][number % 3]!,
    account: accounts[(number * 7) % accounts.length]!,
    kind: kinds[number % 3]!,
    day: `${1998 + (number % 20)}${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}`,
    time: `${String(8 + (number % 9)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`,
    about: `مكالمة رقم ${number}`,
    note: number % 2 === 0 ? `ملاحظة ${number}` : '',
  }));
