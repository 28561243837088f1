// The head of a line in a WhatsApp export, in the forms telephones write it: Android and iPhone, three scripts of digits, 12 and 24 hours.

import { toLatinDigits } from '@shared/locale/digits';

export type ChatHead = {
  /** As written, in Latin digits: `31/12/2025`, `1404/10/10`. */
  readonly date: string;
  /** `HH:MM:SS`, 24 hours. */
  readonly time: string;
  /** Null for a line of the program itself (“messages are encrypted”, “… joined”). */
  readonly sender: string | null;
  readonly text: string;
};

/** Marks of direction stand anywhere in the head. */
const MARKS = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
const DIGIT = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9]';
const SPACE = '[\\s\\u00a0\\u202f]';
/** am and pm in three languages, as ICU writes them. */
const MORNING = 'am|a\\.m\\.|ص|صباحًا|صباحا|ق\\.ظ\\.?|قبل\\u200c?ازظهر|قبل از ظهر';
const EVENING = 'pm|p\\.m\\.|م|مساءً|مساء|ب\\.ظ\\.?|بعدازظهر|بعد از ظهر';

const HEAD = new RegExp(
  `^${MARKS}\\[?${MARKS}(${DIGIT}{1,4})${MARKS}[/.\\-]${MARKS}(${DIGIT}{1,2})${MARKS}[/.\\-]${MARKS}(${DIGIT}{1,4})` +
    `${MARKS}[,،]?${MARKS}${SPACE}+${MARKS}(${DIGIT}{1,2})[:.](${DIGIT}{2})(?:[:.](${DIGIT}{2}))?` +
    `${MARKS}${SPACE}*${MARKS}(?:(${MORNING})|(${EVENING}))?${MARKS}${SPACE}*(?:\\]|[-–])${SPACE}+${MARKS}`,
  'iu',
);
const SENDER = new RegExp(`^${MARKS}(?:~${SPACE}*)?([^:]{1,100}?)${MARKS}:(?:${SPACE}+|$)`, 'u');
const LONGEST_HEAD = 120;

/** Null when the line begins no message but goes on with one. */
export function chatHead(line: string): ChatHead | null {
  const match = HEAD.exec(line.slice(0, LONGEST_HEAD));
  if (!match) return null;
  const [head, first = '', second = '', third = '', hour = '', minute = '', secondOfMinute = '00', , evening] = match;
  const time = dayTime(Number(toLatinDigits(hour)), { minute, second: secondOfMinute, morning: match[7], evening });
  if (time === null) return null;
  const rest = line.slice(head.length);
  const sender = SENDER.exec(rest);
  return {
    date: [first, second, third].map(toLatinDigits).join('/'),
    time,
    sender: sender?.[1]?.trim() ?? null,
    text: sender ? rest.slice(sender[0].length) : rest,
  };
}

type Clock = { minute: string; second: string; morning: string | undefined; evening: string | undefined };

function dayTime(hour: number, { minute, second, morning, evening }: Clock): string | null {
  const whole = evening !== undefined && hour < 12 ? hour + 12 : morning !== undefined && hour === 12 ? 0 : hour;
  const [minutes, seconds] = [toLatinDigits(minute), toLatinDigits(second)];
  if (whole > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${String(whole).padStart(2, '0')}:${minutes}:${seconds}`;
}

const FILE_NAMED =
  /^(?:(.+?) \((?:file attached|الملف مرفق|ملف مرفق|فایل پیوست شد|فایل پیوست شده)\)|<(?:attached|المُرفق|المرفق|پیوست): (.+)>)$/u;
const LEFT_OUT =
  /^(?:<[^<>]{3,60}>|(?:image|video|audio|gif|sticker|document|contact card) omitted|.{2,30} (?:محذوفة|محذوف|حذف شد))$/iu;

/** The name of the attached file, the words that say it was left out, or nothing. */
export function chatMedia(text: string): string {
  const [line = ''] = text.replace(new RegExp(`^${MARKS}|${MARKS}$`, 'gu'), '').split('\n');
  const named = FILE_NAMED.exec(line);
  if (named) return (named[1] ?? named[2] ?? '').trim();
  return LEFT_OUT.test(line) ? line : '';
}

const TITLES = [
  /^WhatsApp Chat (?:with|-) (.+)$/i,
  /^(?:محادثة|دردشة|الدردشة) واتس ?[اآ]ب (?:مع|-) (.+)$/u,
  /^(?:گفت[\u200c\s]?و?گو?ی|گفتگوی|گپ|چت) واتس[\u200c\s]?[اآ]پ (?:با|-) (.+)$/u,
];

/** Whom the export is about, by the name telephones give the file; empty when it was renamed. */
export function chatTitle(fileName: string): string {
  const stem = fileName
    .normalize('NFC')
    .replace(new RegExp(`${MARKS}`, 'gu'), '')
    .replace(/\.txt$/i, '')
    .replace(/ \(\d+\)$/, '')
    .trim();
  for (const pattern of TITLES) {
    const found = pattern.exec(stem)?.[1];
    if (found !== undefined) return found.trim();
  }
  return '';
}
