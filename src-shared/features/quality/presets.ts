// The rules and wishes that ship with the product, for clinics and insurers. The office changes them; by their names it takes them back.
// Words: `quality.rule.<id>` and `quality.wish.<id>`.

import { identifierSchemes, type qualitySeverities } from '../../catalogue';
import type { Condition, Definition, FieldTest, Scope, WishDefinition } from './rule';

export interface RulePreset {
  readonly id: string;
  readonly severity: (typeof qualitySeverities)[number];
  readonly active: boolean;
  readonly definition: Definition;
}

export interface WishPreset {
  readonly id: string;
  readonly weight: number;
  readonly definition: WishDefinition;
}

const everybody: Scope = { kinds: [], roles: [] };
const people: Scope = { kinds: ['person'], roles: [] };
const some = (of: Condition['of'], ...where: FieldTest[]): Condition => ({ of, where, least: 1 });
const none = (of: Condition['of'], ...where: FieldTest[]): Condition => ({ of, where, most: 0 });
const one = (field: string, ...values: string[]): FieldTest => ({ field, test: 'in', values });

const nationalIds = identifierSchemes.filter((scheme) => /-(national-id|iqama|emirates-id)$/.test(scheme));
const served = ['customer', 'patient', 'insured'] as const;
const TWO_YEARS = 730;

export const rulePresets: readonly RulePreset[] = [
  {
    id: 'no-contact',
    severity: 'high',
    active: true,
    definition: {
      who: { kinds: ['person', 'organisation'], roles: [] },
      all: [some('party', { field: 'primary_phone', test: 'empty' }, { field: 'primary_email', test: 'empty' })],
    },
  },
  {
    id: 'patient-without-id',
    severity: 'high',
    active: true,
    definition: {
      who: { kinds: ['person'], roles: ['patient', 'insured'] },
      all: [none('identifier', one('scheme', ...nationalIds, 'passport'))],
    },
  },
  {
    id: 'phone-unknown',
    severity: 'medium',
    active: true,
    definition: {
      who: everybody,
      all: [
        some('contact_point', one('kind', 'phone', 'fax'), {
          field: 'normal',
          test: 'matches-not',
          pattern: 'phone-known',
        }),
      ],
    },
  },
  {
    id: 'email-unreachable',
    severity: 'medium',
    active: true,
    definition: {
      who: everybody,
      all: [
        some('contact_point', one('kind', 'email'), {
          field: 'normal',
          test: 'matches-not',
          pattern: 'email-reachable',
        }),
      ],
    },
  },
  {
    id: 'no-birth-date',
    severity: 'medium',
    active: true,
    definition: {
      who: { kinds: ['person'], roles: ['patient', 'insured'] },
      all: [some('party', { field: 'birth_on', test: 'empty' })],
    },
  },
  {
    id: 'role-without-owner',
    severity: 'medium',
    active: true,
    definition: {
      who: everybody,
      all: [
        some(
          'party_role',
          one('type', ...served),
          { field: 'stage', test: 'not-in', values: ['ended'] },
          { field: 'owner_id', test: 'empty' },
        ),
        some('party', { field: 'owner_id', test: 'empty' }),
      ],
    },
  },
  {
    id: 'employment-over',
    severity: 'low',
    active: true,
    definition: {
      who: { kinds: ['person'], roles: ['employee'] },
      all: [
        some('relationship', one('type', 'employee'), { field: 'to_on', test: 'older', days: 0 }),
        none('relationship', one('type', 'employee'), { field: 'to_on', test: 'empty' }),
      ],
    },
  },
  {
    id: 'identifier-expired',
    severity: 'medium',
    active: true,
    definition: { who: everybody, all: [some('identifier', { field: 'expires_on', test: 'older', days: 0 })] },
  },
  {
    id: 'stale',
    severity: 'low',
    active: true,
    definition: {
      who: { kinds: ['person', 'organisation'], roles: [] },
      all: [
        some('party', { field: 'created_at', test: 'older', days: TWO_YEARS }),
        none('activity_party', { field: 'at', test: 'within', days: TWO_YEARS }),
      ],
    },
  },
  {
    id: 'phone-shared',
    severity: 'low',
    active: true,
    definition: {
      who: people,
      all: [some('contact_point', one('kind', 'phone'), { field: 'normal', test: 'shared', more: 2 })],
    },
  },
  {
    id: 'placeholder-name',
    severity: 'medium',
    active: true,
    definition: {
      who: everybody,
      all: [some('party_name', { field: 'text', test: 'matches', pattern: 'placeholder' })],
    },
  },
  {
    id: 'one-script',
    severity: 'low',
    active: false,
    definition: {
      who: people,
      all: [none('party_name', { field: 'text', test: 'matches', pattern: 'latin-letters' })],
    },
  },
];

export const wishPresets: readonly WishPreset[] = [
  {
    id: 'phone',
    weight: 3,
    definition: {
      who: { kinds: ['person', 'organisation'], roles: [] },
      has: some('party', { field: 'primary_phone', test: 'filled' }),
    },
  },
  {
    id: 'email',
    weight: 1,
    definition: {
      who: { kinds: ['person', 'organisation'], roles: [] },
      has: some('party', { field: 'primary_email', test: 'filled' }),
    },
  },
  {
    id: 'birth-date',
    weight: 2,
    definition: { who: people, has: some('party', { field: 'birth_on', test: 'filled' }) },
  },
  { id: 'gender', weight: 1, definition: { who: people, has: some('party', { field: 'gender', test: 'filled' }) } },
  {
    id: 'language',
    weight: 1,
    definition: {
      who: { kinds: ['person', 'organisation'], roles: [] },
      has: some('party', { field: 'language', test: 'filled' }),
    },
  },
  {
    id: 'city',
    weight: 1,
    definition: {
      who: { kinds: ['person', 'organisation'], roles: [] },
      has: some('address', { field: 'city', test: 'filled' }),
    },
  },
  {
    id: 'owner',
    weight: 2,
    definition: { who: { kinds: [], roles: [...served] }, has: some('party', { field: 'owner_id', test: 'filled' }) },
  },
  {
    id: 'identity-number',
    weight: 3,
    definition: {
      who: { kinds: ['person'], roles: ['patient', 'insured'] },
      has: some('identifier', one('scheme', ...nationalIds, 'passport')),
    },
  },
  {
    id: 'policy-number',
    weight: 2,
    definition: { who: { kinds: [], roles: ['insured'] }, has: some('identifier', one('scheme', 'policy-number')) },
  },
  {
    id: 'field-of-work',
    weight: 1,
    definition: {
      who: { kinds: ['organisation'], roles: [] },
      has: some('party', { field: 'industry', test: 'filled' }),
    },
  },
];
