// Numbers as people type them in three digit sets, and as they read them.
import { toLatinDigits } from './digits';
import { digitsFor } from './preferences';
import type { WritingPreferences } from './preferences';

/**
 * Reads 1,234.5 · 1.234,5 · ١٬٢٣٤٫٥ · ۱٬۲۳۴٫۵ · ۱۲/۵ · −3 alike; null when the text is no number.
 * A lone comma or dot followed by exactly three digits parts thousands when it is a comma, and decimals when it is a dot.
 */
export function parseNumber(text: string): number | null {
  const plain = toLatinDigits(text).replace(ignored, '').replace(minus, '-').replace(/^\+/, '');
  const decimals = withPointOnly(plain.replace(arabicComma, ','));
  if (decimals === null || !/^-?(?:\d+\.?\d*|\.\d+)$/.test(decimals)) return null;
  const value = Number(decimals);
  return Number.isFinite(value) ? value : null;
}

export function formatNumber(
  value: number,
  preferences: Pick<WritingPreferences, 'language' | 'digits' | 'country'>,
  options: Intl.NumberFormatOptions = {},
): string {
  return new Intl.NumberFormat(`${preferences.language}-u-nu-${digitsFor(preferences)}`, options).format(value);
}

/** Spaces of any width, apostrophes and low lines between thousands, direction marks. */
const ignored = /[\s'\u2019_\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const minus = /^[\u2212\u2010-\u2013\ufe63\uff0d]/;
const arabicComma = /\u060c/g;

/** The number with a point before its decimals and nothing between thousands; null when the marks contradict one another. */
function withPointOnly(text: string): string | null {
  if (/[\u066b\u066c]/.test(text))
    return /[.,/]/.test(text) ? null : text.replace(/\u066c/g, '').replace('\u066b', '.');
  if (text.includes('/')) return text.replace(/^(-?\d+)\/(\d+)$/, '$1.$2');
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) {
    return lastComma < lastPoint ? withoutGroups(text, ',') : withoutGroups(text.replace(/[.,]/g, swapMark), ',');
  }
  if (lastComma >= 0) return /^-?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  return /^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? text.replaceAll('.', '') : text;
}

const swapMark = (mark: string): string => (mark === '.' ? ',' : '.');

const withoutGroups = (text: string, group: string): string | null =>
  /^-?\d{1,3}(?:,\d{2,3})*,\d{3}\.\d*$/.test(text) ? text.replaceAll(group, '') : null;
