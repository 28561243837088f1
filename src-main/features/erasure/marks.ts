// By what somebody who was erased would be known again, as keyed hashes: a file or a form that brings them back is held against these.

import { normalContactPoint } from '@shared/features/parties/contact-point';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { fold } from '@shared/text/fold';
import type { ErasureNote } from '../../blobs';
import type { ReadDb } from '../../db';
import { hmacSha256 } from '../../keys';
import type { ErasedBefore } from '../parties';
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

type Told = Parameters<ErasedBefore>[0];

/** What is typed of somebody, in the form in which it is compared. */
export const particularsTold = (
  { externalKey, names, identifiers, contactPoints }: Told,
  country: string,
): Particulars => ({
  externalKey: externalKey ?? null,
  names: names.map(({ text }) => text),
  identifiers: identifiers.map(({ scheme, value }) => ({ scheme, normal: checkIdentifier(scheme, value).normalised })),
  points: contactPoints.map(({ kind, value }) => normalContactPoint(kind, value, country).normal),
});

/** Answers the erasure of whom these are the particulars. */
export type ErasedCheck = (particulars: Particulars) => ErasureNote | undefined;

export function createErasedCheck(notes: readonly ErasureNote[]): ErasedCheck {
  const byKey = new Map<string, Map<string, ErasureNote>>();
  for (const note of notes) {
    const { markKey, marks } = note;
    const known = byKey.get(markKey) ?? new Map<string, ErasureNote>();
    byKey.set(markKey, known);
    for (const mark of marks) known.set(mark, note);
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
