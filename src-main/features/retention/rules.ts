// The rules of the office, those that ship among them, and what they say of a person.

import type { LegalKeep } from '@shared/features/erasure/erasure-operations';
import { monthsLater, retentionPresets, type Rule } from '@shared/features/retention/retention';
import { dayInZone } from '@shared/locale/zoned-time';
import type { z } from 'zod';
import type { ReadDb, Tables } from '../../db';
import { comesOfAgeOn } from '@shared/features/authority/coming-of-age';
import { siteSettings } from '../settings';
import { selectLifeDays, selectRoleDates, selectRules, selectTimes } from './retention.sql';

export function retentionRules(db: ReadDb): Rule[] {
  const rows = new Map(db.all(selectRules({})).map((row) => [row.id, row]));
  const presets = retentionPresets.map((preset): Rule => {
    const row = rows.get(preset.id);
    rows.delete(preset.id);
    return row === undefined
      ? { about: 'person', ...preset, preset: true, name: null, active: false }
      : { ...ruleOf(row), preset: true };
  });
  return [...presets, ...[...rows.values()].map(ruleOf)];
}

const ruleOf = (row: Tables['retention_rule']): Rule => ({
  id: row.id,
  preset: false,
  name: row.name,
  role: row.role as Rule['role'],
  event: row.event,
  months: row.months,
  action: row.action,
  binding: row.binding === 1,
  source: row.source,
  active: row.active === 1,
  about: row.about,
});

/** What the law does not let go of yet, by the rules that are in force. */
export function legalKeeps(
  db: ReadDb,
  parties: readonly string[],
  today: string,
): readonly z.infer<typeof LegalKeep>[] {
  return retentionRules(db)
    .filter(({ active, binding, about }) => active && binding && about === 'person')
    .flatMap((rule) => {
      const due = dueOn(db, parties, rule);
      if (due === 'not-about-them') return [];
      const until = due === 'not-begun' ? null : due;
      return until !== null && until <= today ? [] : [{ ruleId: rule.id, name: rule.name, until }];
    });
}

/** The day on which the rule's time is over for somebody. */
export function dueOn(db: ReadDb, parties: readonly string[], rule: Rule): string | 'not-about-them' | 'not-begun' {
  const ids = JSON.stringify(parties);
  const roles = db
    .all(selectRoleDates({ parties: ids }))
    .filter(({ type }) => rule.role === null || type === rule.role);
  if (rule.role !== null && roles.length === 0) return 'not-about-them';
  const from = eventDay(db, ids, { rule, roles });
  return from === null ? 'not-begun' : monthsLater(from, rule.months);
}

function eventDay(
  db: ReadDb,
  parties: string,
  { rule, roles }: { readonly rule: Rule; readonly roles: readonly { readonly ended_on: string | null }[] },
): string | null {
  if (rule.event === 'role-ended') {
    const ends = roles.map(({ ended_on }) => ended_on);
    return ends.length === 0 || ends.includes(null) ? null : (ends as string[]).toSorted().at(-1)!;
  }
  if (rule.event === 'came-of-age' || rule.event === 'died') return dayOfLife(db, parties, rule.event);
  const times = db.first(selectTimes({ parties }));
  if (times === undefined) return null;
  const at = rule.event === 'created' ? times.created_at : (times.last_activity_at ?? times.created_at);
  return dayInZone(at, siteSettings(db).timeZone);
}

/** The day on which they are of age by the office's law, in its own calendar; or that of their death. */
function dayOfLife(db: ReadDb, parties: string, event: 'came-of-age' | 'died'): string | null {
  const { birth_on: born, death_on: died } = db.first(selectLifeDays({ parties })) ?? {
    birth_on: null,
    death_on: null,
  };
  if (event === 'died') return died;
  const { majorityAge, majorityCalendar } = siteSettings(db);
  return born === null ? null : comesOfAgeOn(born, majorityAge, majorityCalendar);
}
