// When somebody's time is over by a rule, and the rules that ship: each names the law or rulebook that it comes from, and none is in
// force before the office says so.

import type { z } from 'zod';
import { addDays, civilOf, gregorianMonthLength, isCivilDate, type Civil } from '../../locale/civil';
import type { RetentionRule } from './retention-operations';

export type Rule = z.infer<typeof RetentionRule>;

type Preset = Omit<Rule, 'preset' | 'name' | 'active' | 'about'> & { readonly about?: Rule['about'] };

export const retentionPresets: readonly Preset[] = [
  {
    id: 'sa-aml',
    role: 'customer',
    event: 'role-ended',
    months: 120,
    action: 'review',
    binding: true,
    source: 'SAMA Rulebook, AML/CTF: 10 years',
  },
  {
    id: 'ae-aml',
    role: 'customer',
    event: 'role-ended',
    months: 60,
    action: 'review',
    binding: true,
    source: 'CBUAE Rulebook, AML/CFT: 5 years',
  },
  {
    id: 'difc',
    role: 'customer',
    event: 'role-ended',
    months: 72,
    action: 'review',
    binding: true,
    source: 'DIFC: 6 years',
  },
  {
    id: 'adgm',
    role: 'customer',
    event: 'role-ended',
    months: 120,
    action: 'review',
    binding: true,
    source: 'ADGM: 10 years',
  },
  {
    id: 'ae-health',
    role: 'patient',
    event: 'last-activity',
    months: 300,
    action: 'review',
    binding: true,
    source: 'UAE Federal Law 2/2019: 25 years',
  },
  {
    id: 'hipaa',
    role: 'patient',
    event: 'last-activity',
    months: 72,
    action: 'review',
    binding: true,
    source: 'HIPAA 45 CFR 164.316(b)(2): 6 years',
  },
  {
    id: 'child-records',
    role: 'patient',
    event: 'came-of-age',
    months: 84,
    action: 'review',
    binding: false,
    source: null,
  },
  {
    id: 'old-files',
    role: null,
    event: 'created',
    months: 120,
    action: 'review',
    binding: false,
    source: null,
    about: 'attachment',
  },
  {
    id: 'old-activities',
    role: null,
    event: 'created',
    months: 120,
    action: 'review',
    binding: false,
    source: null,
    about: 'activity',
  },
  {
    id: 'consent-proof',
    role: null,
    event: 'last-activity',
    months: 60,
    action: 'review',
    binding: false,
    source: null,
    about: 'consent',
  },
  {
    id: 'quiet-prospects',
    role: 'prospect',
    event: 'last-activity',
    months: 24,
    action: 'erase',
    binding: false,
    source: null,
  },
];

const LAST_YEAR = 9999;
/** No civil date is later. */
const lastDay: Civil = `${LAST_YEAR}-12-31`;

/** The same day so many months later, or the last of a shorter month. */
export function monthsLater(day: Civil, months: number): Civil {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  if (toYear > LAST_YEAR) return lastDay;
  return civilOf(toYear, toMonth, Math.min(date, gregorianMonthLength(toYear, toMonth)));
}

/** By when a request must be answered: a month, or thirty days where the law counts days. */
const daysByCountry: Readonly<Record<string, number>> = { SA: 30, AE: 30, IR: 30, EG: 30 };

export const answerBy = (receivedOn: Civil, country: string): Civil => {
  const days = daysByCountry[country];
  if (days === undefined) return monthsLater(receivedOn, 1);
  const due = addDays(receivedOn, days);
  return isCivilDate(due) ? due : lastDay;
};
