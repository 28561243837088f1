// What of an answer is written down before it is given out: class-3 values always, another's record where the office has it so.

import { PARTY, type Reading } from '@shared/core/reads';
import { anothersAmong, type Actor } from '../access';
import { siteSettings } from '../features/settings';
import { peopleOf, recordOf, type Noted } from '../ledger';
import type { Base } from './base';
import type { Opened } from './emergency';

type Worth = Omit<Noted, 'actor' | 'operation'>;

/** What is seen in an emergency is always worth a line, with what it was opened for: whoever reviews it finds it by that. */
export const inEmergency = (reading: Reading, { workId, purpose }: Pick<Opened, 'workId' | 'purpose'>): Worth => ({
  ...reading,
  fields: reading.fields.length === 0 ? [PARTY] : reading.fields,
  workId,
  purpose,
});

/** What of a reading is worth a line; null when nothing is. */
export function worthNoting(base: Pick<Base, 'read'>, actor: Actor, reading: Reading): Worth | null {
  if (reading.of === 'everyone' || reading.fields.includes(PARTY)) return reading;
  const others = othersIn(base, actor, reading);
  if (reading.fields.length > 0)
    return others.length === 0 ? reading : { ...reading, fields: [PARTY, ...reading.fields] };
  if (others.length === 0) return null;
  return { ...reading, fields: [PARTY], of: { entity: 'party', ids: others }, workId: recordOf(reading.of) };
}

/** Whom of a reading the reader does not hold, as far as the office watches that. */
export function othersIn({ read }: Pick<Base, 'read'>, actor: Actor, { of }: Reading): string[] {
  const { watchOthers } = siteSettings(read);
  if (watchOthers === 'off' || of === 'everyone') return [];
  const beyond = watchOthers === 'outside-own' ? 'own' : 'unit';
  return anothersAmong(read, actor, { ids: peopleOf(read, of), beyond });
}
