// An office's old base as walk-through W10 tells it, at any size: Windows-1256, semicolons, Jalali birth dates, Persian digits;
// some rows unusable, some for people who are there by their key, some for people who seem to be there, the rest new.
import { encodeSingleByte } from '../../../import/support/files';

export interface OldBase {
  /** Those who are in the base before: with keys, and without. */
  readonly before: Buffer;
  readonly file: Buffer;
  readonly expected: {
    readonly read: number;
    readonly rejected: number;
    readonly updated: number;
    readonly duplicates: number;
    readonly created: number;
    readonly reasons: Readonly<Record<string, number>>;
  };
}

const given = [
  ['محمد', 'فاطمه', 'علي', 'زهرا', 'حسين', 'ژاله', 'پرويز', 'گلنار', 'چنگيز', 'سارا'],
  ['بهرام', 'شيرين', 'رضا', 'مينا', 'داريوش', 'پروانه', 'كامران', 'نسرين', 'جمشيد', 'آذر'],
  ['هوشنگ', 'لاله', 'سهراب', 'مهناز', 'ايرج', 'ستاره', 'بيژن', 'ترانه', 'كيوان', 'طاهره'],
].flat();
const family = ['رضائي', 'كريمي', 'حسيني', 'موسوي', 'نوري', 'شاكري', 'پرتوي', 'گيلاني'].flatMap((name) =>
  ['', 'پور', 'نژاد', 'فر', 'منش', 'زاده'].map((end) => name + end),
);
const persian = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
const HEAD = 'كد;نام و نام خانوادگي;تلفن همراه;تاريخ تولد;شهر;توضيحات';

type Kind = 'bad-phone' | 'bad-date' | 'no-name' | 'update' | 'duplicate' | 'new';

/** The shares of W10 in fifty thousand rows: 205, 74, 33; 6,940; 1,288; 41,460. */
export function oldBase(rows = 50_000): OldBase {
  const share = (count: number): number => Math.round((count * rows) / 50_000);
  const counts = {
    'bad-phone': share(205),
    'bad-date': share(74),
    'no-name': share(33),
    update: share(6940),
    duplicate: share(1288),
  };
  const special = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const kinds: Kind[] = Object.entries(counts).flatMap(([kind, count]) => Array<Kind>(count).fill(kind as Kind));
  kinds.push(...Array<Kind>(rows - special).fill('new'));
  spread(kinds);
  const lines = kinds.map((kind, number) => rowOf(kind, number));
  const known = kinds.flatMap((kind, number) =>
    kind === 'update' || kind === 'duplicate' ? [knownRow(kind, number)] : [],
  );
  return {
    before: encodeSingleByte(`${[HEAD, ...known].join('\r\n')}\r\n`, 'windows-1256'),
    file: encodeSingleByte(`${[HEAD, ...lines].join('\r\n')}\r\n`, 'windows-1256'),
    expected: {
      read: rows,
      rejected: counts['bad-phone'] + counts['bad-date'] + counts['no-name'],
      updated: counts.update,
      duplicates: counts.duplicate,
      created: rows - special,
      reasons: { 'bad-phone': counts['bad-phone'], 'bad-date': counts['bad-date'], 'no-name': counts['no-name'] },
    },
  };
}

/** Different ones that `nameOf` makes: as few as an office of one town has. */
const NAMES = 240;
const nameOf = (number: number): string =>
  `${given[number % given.length]} ${family[number % family.length]} ${given[(number * 7) % given.length]}`;
const phoneOf = (number: number): string => `0912${String(1_000_000 + number)}`;

/** Namesakes, of whom there are many, have birthdays of their own: a name and a day together would be one person. */
function birthOf(number: number): string {
  const day = (Math.floor(number / NAMES) * 7919) % (60 * 12 * 29);
  return `${1330 + (day % 60)}/${1 + (Math.floor(day / 60) % 12)}/${1 + Math.floor(day / 720)}`;
}

function rowOf(kind: Kind, number: number): string {
  const phone = kind === 'bad-phone' ? '0912' : phoneOf(number);
  const date = kind === 'bad-date' ? '1365/13/40' : birthOf(number);
  const key = kind === 'duplicate' ? '' : `K${number}`;
  return [key, kind === 'no-name' ? '' : nameOf(number), phone, date, number % 3 === 0 ? 'تهران' : 'شيراز', ''].join(
    ';',
  );
}

/** Before: the same people without a city. */
const knownRow = (kind: Kind, number: number): string =>
  [kind === 'update' ? `K${number}` : '', nameOf(number), phoneOf(number), birthOf(number), '', ''].join(';');

/** The same order every time, the kinds mixed through the file. */
function spread(kinds: Kind[]): void {
  let state = 7;
  for (let at = kinds.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = state % (at + 1);
    [kinds[at], kinds[other]] = [kinds[other]!, kinds[at]!];
  }
}

/** The file in UTF-8 with Persian digits: Windows-1256 has none. */
export const withPersianDigits = (file: Buffer): Buffer =>
  Buffer.from(
    new TextDecoder('windows-1256')
      .decode(file)
      .split('\r\n')
      .map((line) =>
        line.replace(
          /;(0912\d*);([\d/]+);/,
          (_, phone: string, date: string) => `;${persian(phone)};${persian(date)};`,
        ),
      )
      .join('\r\n'),
  );
