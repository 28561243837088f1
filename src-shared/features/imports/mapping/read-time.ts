// The time of day in a cell, in any digits, 12 or 24 hours.

import { toLatinDigits } from '../../../locale/digits';

const TIME = /(?:^|[T\s،,])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(am|pm|a\.m\.|p\.m\.|ص|م|ق\.ظ|ب\.ظ)?/i;
/** GoldMine keeps times as HHMM or HHMMSS in a column of their own. */
const COMPACT = /^(\d{2})(\d{2})(\d{2})?$/;

/** `HH:MM:SS`, null when there is none; `alone` when the cell holds nothing but a time. */
export function readTime(text: string, alone: boolean): string | null {
  const plain = toLatinDigits(text).trim();
  const match = TIME.exec(plain) ?? (alone ? COMPACT.exec(plain) : null);
  if (!match) return null;
  const half = match[4]?.toLowerCase() ?? '';
  const isEvening = /^p|^م|^ب/.test(half);
  const isMorning = half !== '' && !isEvening;
  const said = Number(match[1]);
  const hour = isEvening && said < 12 ? said + 12 : isMorning && said === 12 ? 0 : said;
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}
