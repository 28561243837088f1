// Numbers of documents: the series of the device that gave it, how many it had given, and a digit that tells a slip: 7K-00042-3.

import { toLatinDigits } from '../../locale/digits';

export interface DocumentNumber {
  readonly series: string;
  /** From 1. */
  readonly counter: number;
}

/** Without what is mistaken for another when it is read out or written by hand. */
const figures = '2345679';
const letters = 'ACDEFGHJKLMNPQRTUVWXY';
const LEAST_DIGITS = 5;

/** Every series there is. */
export const allSeries: readonly string[] = [...figures].flatMap((figure) =>
  [...letters].map((letter) => figure + letter),
);

export function formatDocumentNumber({ series, counter }: DocumentNumber): string {
  return `${series}-${padded(counter)}-${checkDigit({ series, counter })}`;
}

/** A number as typed or read out: in any digits, with or without its marks. Wrong: it looks like one and its last digit does not fit. */
export function readDocumentNumber(text: string): DocumentNumber | 'wrong' | null {
  const plain = toLatinDigits(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const [, series = '', counted = '', check] = /^(\d[A-Z])(\d{1,12})(\d)$/.exec(plain) ?? [];
  if (check === undefined || !allSeries.includes(series) || Number(counted) < 1) return null;
  const number = { series, counter: Number(counted) };
  return checkDigit(number) === Number(check) ? number : 'wrong';
}

const padded = (counter: number): string => String(counter).padStart(LEAST_DIGITS, '0');

/** Damm's quasigroup of order ten: every single wrong digit and every two neighbours that were exchanged change its result. */
const damm = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790']; // prettier-ignore

function checkDigit({ series, counter }: DocumentNumber): number {
  const digits = `${series[0]!}${String(letters.indexOf(series[1]!) + 10)}${padded(counter)}`;
  return [...digits].reduce((state, digit) => Number(damm[state]![Number(digit)]), 0);
}
