// Evidence of telephones, mail addresses, identity numbers, birth dates and gender.

import { editDistance } from '../../text/edit-distance';
import { compareBirths } from './birth-readings';
import type { Identity, IdentityNumber } from './identity';
import type { Evidence } from './reasons';

export function keyEvidence(left: Identity, right: Identity): Evidence[] {
  return [
    ...identifierEvidence(left.identifiers, right.identifiers),
    ...emailEvidence(left, right),
    ...phoneEvidence(left, right),
    ...birthEvidence(left, right),
    ...genderEvidence(left, right),
  ];
}

/** Numbers a state gives to one person or company once: two of one scheme are two people. */
const unique: ReadonlySet<string> = new Set([
  'sa-national-id',
  'sa-iqama',
  'ae-emirates-id',
  'eg-national-id',
  'ir-national-id',
  'ir-company-id',
]);
export const isUniqueScheme = (scheme: string): boolean => unique.has(scheme);

/** What agreeing on a number tells, in bits; families share policies and accounts, and 'other' may be anything. */
const sameBits: Readonly<Record<string, number>> = {
  passport: 22,
  'medical-record': 20,
  'customer-number': 18,
  'tax-number': 18,
  'policy-number': 7,
  iban: 9,
  other: 6,
};
const UNIQUE_BITS = 26;
const LEAST_FOR_SLIP = 8;

function identifierEvidence(left: readonly IdentityNumber[], right: readonly IdentityNumber[]): Evidence[] {
  const schemes = new Set(left.map(({ scheme }) => scheme));
  return [...schemes].flatMap((scheme): Evidence[] => {
    const ones = left.filter((number) => number.scheme === scheme);
    const others = right.filter((number) => number.scheme === scheme);
    if (others.length === 0) return [];
    const isUnique = unique.has(scheme);
    if (ones.some(({ normal }) => others.some((other) => other.normal === normal)))
      return [{ code: 'identifier-same', bits: isUnique ? UNIQUE_BITS : (sameBits[scheme] ?? 0), scheme }];
    if (!isUnique) return [];
    const isNear = ones.some(({ normal }) => others.some((other) => isOneSlip(normal, other.normal)));
    if (isNear) return [{ code: 'identifier-near', bits: 4, scheme }];
    return [{ code: 'identifier-differs', bits: -16, scheme, isConflict: true }];
  });
}

const isOneSlip = (left: string, right: string): boolean =>
  Math.min(left.length, right.length) >= LEAST_FOR_SLIP && editDistance(left, right, 1) === 1;

const shares = (left: readonly (string | number)[], right: readonly (string | number)[]): boolean =>
  left.some((one) => right.includes(one));

const emailEvidence = ({ emails }: Identity, other: Identity): Evidence[] =>
  shares(emails, other.emails) ? [{ code: 'email-same', bits: 14 }] : [];

/** Families, offices and assistants share a telephone: it tells less than it seems to. */
function phoneEvidence({ phones }: Identity, other: Identity): Evidence[] {
  if (phones.length === 0 || other.phones.length === 0) return [];
  return shares(phones, other.phones) ? [{ code: 'phone-same', bits: 11 }] : [{ code: 'phone-differs', bits: -1.5 }];
}

/** The first of January is what forms give to people who know only their year. */
const isPlaceholder = (on: string): boolean => on.endsWith('-01-01');

function birthEvidence(left: Identity, right: Identity): Evidence[] {
  if (left.birth === null || right.birth === null) return [];
  const agreement = compareBirths(left.birth, right.birth);
  if (agreement === 'same') return [{ code: 'birth-same', bits: isPlaceholder(left.birth.on) ? 6 : 13 }];
  if (agreement === 'near') return [{ code: 'birth-near', bits: 1 }];
  if (agreement === 'differs') return [{ code: 'birth-differs', bits: -14, isConflict: true }];
  return [{ code: `birth-${agreement}`, bits: 8 }];
}

const genderEvidence = ({ gender }: Identity, other: Identity): Evidence[] =>
  gender === null || other.gender === null || gender === other.gender
    ? []
    : [{ code: 'gender-differs', bits: -12, isConflict: true }];

/** Mailboxes of an office, not of a person. */
const generic =
  /^(?:info|contact|office|admin|sales|support|hello|mail|reception|booking|accounts?|hr|noreply|no-reply|marketing)@/;
export const isPersonalEmail = (normal: string): boolean => !generic.test(normal);
