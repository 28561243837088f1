// By what somebody who was erased would be known again, as keyed hashes: a file that brings them back is held against these.

import { fold } from '@shared/text/fold';
import type { ErasureNote } from '../../blobs';
import type { ReadDb } from '../../db';
import { hmacSha256 } from '../../keys';
import { selectRowsOf } from './erasure.sql';

export interface Particulars {
  readonly externalKey: string | null;
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly normal: string }[];
  /** Telephones and mail addresses in their comparable form. */
  readonly points: readonly string[];
}

/** A key elsewhere, a number of identity, and a telephone or address together with the name: a household shares the telephone alone. */
export function marksOf(markKey: string, { externalKey, names, identifiers, points }: Particulars): string[] {
  const told = [
    ...(externalKey === null || externalKey === '' ? [] : [`key ${externalKey}`]),
    ...identifiers.filter(({ normal }) => normal !== '').map(({ scheme, normal }) => `number ${scheme} ${normal}`),
    ...points
      .filter((point) => point !== '')
      .flatMap((point) => names.map((name) => `point ${point} ${nameKey(name)}`)),
  ];
  const key = Buffer.from(markKey, 'hex');
  return [...new Set(told)].map((text) => hmacSha256(key, text).toString('hex'));
}

const nameKey = (name: string): string => fold(name).split(' ').toSorted().join(' ');

export function particularsOf(db: ReadDb, parties: readonly string[]): Particulars[] {
  const text = (value: string | number | null | undefined): string => String(value ?? '');
  return parties.map((party) => {
    const rows = (table: Parameters<typeof selectRowsOf>[0]) => db.all(selectRowsOf(table, party));
    return {
      externalKey: text(rows('party')[0]?.['external_key']),
      names: rows('party_name').map((row) => text(row['text'])),
      identifiers: rows('identifier').map((row) => ({ scheme: text(row['scheme']), normal: text(row['normal']) })),
      points: rows('contact_point').map((row) => text(row['normal'])),
    };
  });
}

/** Answers the erasure of whom these are the particulars. */
export type ErasedCheck = (particulars: Particulars) => string | undefined;

export function createErasedCheck(notes: readonly ErasureNote[]): ErasedCheck {
  const byKey = new Map<string, Map<string, string>>();
  for (const { id, markKey, marks } of notes) {
    const known = byKey.get(markKey) ?? new Map<string, string>();
    byKey.set(markKey, known);
    for (const mark of marks) known.set(mark, id);
  }
  return (particulars) => {
    for (const [key, known] of byKey)
      for (const mark of marksOf(key, particulars)) {
        const found = known.get(mark);
        if (found !== undefined) return found;
      }
    return undefined;
  };
}
