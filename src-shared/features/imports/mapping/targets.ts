// What a column of a file can become. The words of a target are the message `import.target.<key>`.

import type { contactPointLabels } from '../../../catalogue';
import { identifierSchemes } from '../../../catalogue';

const nameTargets = [
  'name.display',
  'name.prefix',
  'name.given',
  'name.father',
  'name.grandfather',
  'name.family',
  'name.suffix',
  'name.kunya',
  'name.nickname',
  'name.latin',
  'name.legal',
  'name.alias',
] as const;

const contactTargets = [
  'phone',
  'phone.mobile',
  'phone.home',
  'phone.work',
  'phone.family',
  'phone.assistant',
  'phone.other',
  'fax',
  'email',
  'email.home',
  'email.work',
  'url',
  'messenger',
  'social',
] as const;

export const addressParts = [
  'lines',
  'building',
  'district',
  'city',
  'province',
  'postcode',
  'country',
  'landmark',
] as const;
export type AddressPart = (typeof addressParts)[number];
export const addressTargetKinds = ['home', 'work', 'other'] as const;
export type AddressTargetKind = (typeof addressTargetKinds)[number];

const addressTargets = addressTargetKinds.flatMap((kind) =>
  addressParts.map((part) => `address.${kind}.${part}` as const),
);

/** `identifier.national` finds its scheme from each value and the site's country. */
const identifierTargets = [
  'identifier.national',
  ...identifierSchemes.map((scheme) => `identifier.${scheme}` as const),
] as const;

const otherTargets = [
  'kind',
  'organisation.name',
  'organisation.title',
  'birth',
  'anniversary',
  'gender',
  'language',
  'nationality',
  'industry',
  'legal-form',
  'role',
  'note',
  'external-key',
  /** Says what the columns behind it are (home, work, mobile…), as Google's exports do. */
  'label',
] as const;

export const importTargets = [
  ...nameTargets,
  ...contactTargets,
  ...addressTargets,
  ...identifierTargets,
  ...otherTargets,
] as const;
export type ImportTarget = (typeof importTargets)[number];

export function isImportTarget(key: string): key is ImportTarget {
  return (importTargets as readonly string[]).includes(key);
}

export type ContactLabel = (typeof contactPointLabels)[number];
