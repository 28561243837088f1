// The fields of one record as text, as a person would read them: ISO dates, plain numbers, nothing for what was never filled.

import type { DbfField } from './dbf-header';

export type FieldReading = {
  readonly decode: (bytes: Uint8Array) => string;
  /** The text of a memo by its block number; null when there is none. */
  readonly memo: (block: number) => Promise<Uint8Array | null>;
};

export async function fieldText(field: DbfField, record: Buffer, reading: FieldReading): Promise<string> {
  const bytes = record.subarray(field.offset, field.offset + field.length);
  if (field.type === 'M') {
    const block = memoBlock(bytes);
    const text = block > 0 ? await reading.memo(block) : null;
    return text === null ? '' : clean(reading.decode(text));
  }
  if (field.type === 'C' || field.type === 'V') return clean(reading.decode(bytes));
  if (field.type === 'N' || field.type === 'F') return numberText(bytes.toString('latin1'));
  if (field.type === 'D') return dateText(bytes.toString('latin1'));
  if (field.type === 'L') return flagText(bytes.toString('latin1'));
  return binaryText(field.type, bytes);
}

/** Empty space is written as blanks or zero bytes; DOS ends lines of a memo with 0x8D 0x0A where it wrapped them. */
function clean(text: string): string {
  return text
    .replace(/\0+$/g, '')
    .replaceAll('\0', ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** dBase fills a number that does not fit with stars. */
function numberText(text: string): string {
  const plain = text.replaceAll('\0', ' ').trim();
  return /^\*+$/.test(plain) || /^[+-]?\.?$/.test(plain) ? '' : plain.replace(',', '.');
}

function dateText(text: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text.replaceAll('\0', ' ').trim());
  return match ? `${match[1]}-${match[2]}-${match[3]}` : text.replaceAll('\0', ' ').trim();
}

function flagText(text: string): string {
  return /^[TtYyتبن1]/.test(text) ? 'TRUE' : /^[FfNn0]/.test(text) ? 'FALSE' : '';
}

function binaryText(type: string, bytes: Buffer): string {
  if (bytes.length === 4) {
    if (type === '+') return String(bytes.readInt32BE(0) ^ -0x80000000);
    if (type === 'I') return String(bytes.readInt32LE(0));
  }
  if (bytes.length !== 8) return '';
  if (type === 'Y') return moneyText(bytes.readBigInt64LE(0));
  if (type === 'T') return momentText(bytes.readInt32LE(0), bytes.readInt32LE(4));
  if (type === 'B') return finite(bytes.readDoubleLE(0));
  return '';
}

const finite = (value: number): string => (Number.isFinite(value) ? String(value) : '');

/** Ten-thousandths of a unit. */
function moneyText(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const whole = value < 0n ? -value : value;
  const rest = String(whole % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${sign}${whole / 10_000n}${rest === '' ? '' : `.${rest}`}`;
}

/** Julian day and milliseconds since midnight. */
function momentText(day: number, milliseconds: number): string {
  if (day <= 0) return '';
  const at = (day - 2_440_588) * 86_400_000 + Math.round(milliseconds / 1000) * 1000;
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999 ? '' : moment.toISOString().slice(0, 19);
}

/** Ten digits in dBase, four bytes in Visual FoxPro. */
function memoBlock(bytes: Buffer): number {
  if (bytes.length === 4) return bytes.readUInt32LE(0);
  const digits = bytes.toString('latin1').replaceAll('\0', ' ').trim();
  return /^\d+$/.test(digits) ? Number(digits) : 0;
}
