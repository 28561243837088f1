// One row as what somebody said about a purpose, with its own day: an event is never changed, and said once is there once.

import { rejection } from '@shared/features/imports/mapping/draft';
import type { RecordDraft } from '@shared/features/imports/mapping';
import type { ConsentChannel } from '@shared/features/consent/consent';
import { err, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import { fold } from '@shared/text/fold';
import type { ReadDb } from '../../db';
import { personOf, sayingsOf, writeSaying, type Person, type Said } from '../consent';
import { purposesOf } from '../privacy';
import { resolve } from './party-references';
import { refused, type RecordPlan, type RecordTaker } from './take-record';

export function createConsentTaker(plan: RecordPlan, base: ReadDb): RecordTaker {
  const imagined = new Set<string>();
  const purposes = purposeNames(base);
  return {
    take(draft, { db, writer }) {
      const resolution = resolve(draft.references, plan.references, () => true);
      if (!resolution.ok) return refused(resolution);
      const id = resolution.parties.get('subject')?.[0] ?? '';
      const person = personOf(db, id);
      if (person === undefined) return err([rejection('party-not-found')]);
      const told = String(draft.values['purpose_id']);
      const purposeId = purposes.get(fold(told));
      if (purposeId === undefined) return err([rejection('unknown-purpose', told)]);
      const said = saidOf(draft, purposeId);
      const key = keyOf(person, said);
      if (imagined.has(key) || isThere(db, person, said)) return ok({ outcome: 'unchanged', owner: null });
      if (writer === null) imagined.add(key);
      else writeSaying(writer, person, said);
      return ok({ outcome: 'created', owner: null });
    },
  };
}

/** By id and by every name that the office gave them, folded. */
function purposeNames(db: ReadDb): ReadonlyMap<string, string> {
  const told = purposesOf(db).flatMap(({ id, names }) => [id, ...Object.values(names ?? {})].map((name) => [name, id]));
  return new Map(told.map(([name = '', id = '']) => [fold(name), id]));
}

function saidOf({ values }: RecordDraft, purposeId: string): Said & { readonly at: number } {
  const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null);
  return {
    purposeId,
    channels: [values['channel'] as ConsentChannel],
    brand: text('brand'),
    action: values['action'] as Said['action'],
    at: Number(values['at']),
    source: values['source'] as Said['source'],
    givenBy: text('given_by'),
    evidence: text('evidence'),
  };
}

const brandKey = (brand: string | null | undefined): string => fold(cleanLine(brand ?? ''));

const keyOf = ({ rootId }: Person, { purposeId, channels, brand, action, at }: Said): string =>
  JSON.stringify([rootId, purposeId, channels, brandKey(brand), action, at]);

const isThere = (db: ReadDb, person: Person, { purposeId, channels, brand, action, at }: Said): boolean =>
  sayingsOf(db, person).some(
    (saying) =>
      saying.purposeId === purposeId &&
      channels.includes(saying.channel) &&
      brandKey(saying.brand) === brandKey(brand) &&
      saying.action === action &&
      saying.at === at,
  );
