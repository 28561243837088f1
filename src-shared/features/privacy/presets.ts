// The purposes that ship with the product. The office changes them, or adds its own; by their names it takes them back.
// Words: `privacy.purpose.<id>`; where one rests on an interest of the office, `privacy.balancing.<id>`.

import type { DataCategory } from '../../catalogue';
import type { LawfulBasis } from './purpose';

export interface PurposePreset {
  readonly id: string;
  readonly basis: LawfulBasis;
  readonly categories: readonly DataCategory[];
  readonly active: boolean;
}

const known: readonly DataCategory[] = ['name', 'contact', 'identity-number', 'demographic', 'relationship'];

export const purposePresets: readonly PurposePreset[] = [
  { id: 'care', basis: 'contract', categories: [...known, 'dealing', 'history', 'note', 'file'], active: true },
  {
    id: 'contract',
    basis: 'contract',
    categories: [...known, 'dealing', 'history', 'note', 'file', 'preference'],
    active: true,
  },
  { id: 'billing', basis: 'legal-duty', categories: ['name', 'contact', 'identity-number', 'dealing'], active: true },
  { id: 'legal', basis: 'legal-duty', categories: [...known, 'dealing', 'history', 'file', 'consent'], active: true },
  { id: 'reminders', basis: 'contract', categories: ['name', 'contact', 'dealing', 'preference'], active: true },
  {
    id: 'service-quality',
    basis: 'legitimate-interest',
    categories: ['name', 'contact', 'dealing', 'history'],
    active: true,
  },
  {
    id: 'marketing',
    basis: 'consent',
    categories: ['name', 'contact', 'demographic', 'dealing', 'preference', 'consent'],
    active: true,
  },
  { id: 'research', basis: 'consent', categories: ['demographic', 'dealing', 'history', 'consent'], active: true },
  {
    id: 'sharing',
    basis: 'consent',
    categories: ['name', 'contact', 'identity-number', 'dealing', 'consent'],
    active: false,
  },
  {
    id: 'running-the-office',
    basis: 'legitimate-interest',
    categories: ['staff', 'office', 'technical'],
    active: true,
  },
];
