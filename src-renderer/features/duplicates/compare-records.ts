// Two records as rows of one table: what both have, what only one has, and what contradicts.

import type { PartyRecord } from '@shared/features/parties/party';
import { fold } from '@shared/text/fold';
import type { Format, Translate } from '../../ui';

export interface ComparedValue {
  readonly text: string;
  readonly direction: 'ltr' | 'auto';
  /** Also on the other side, in whatever spelling. */
  readonly isShared: boolean;
}

export interface ComparedRow {
  readonly label: string;
  readonly left: readonly ComparedValue[];
  readonly right: readonly ComparedValue[];
  /** same: all on both sides. differs: both have something, and not the same. one-sided: only one knows. */
  readonly verdict: 'same' | 'differs' | 'one-sided';
}

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

interface Value {
  readonly text: string;
  /** What two values are compared by. */
  readonly key: string;
}

/** Rows that neither record can fill are left out. */
export function compareRecords(left: PartyRecord, right: PartyRecord, words: Words): ComparedRow[] {
  const lines = linesOf(words);
  return lines.flatMap(({ label, values, direction = 'auto', tells = true }) => {
    const [one, other] = [values(left), values(right)];
    if (one.length === 0 && other.length === 0) return [];
    const marked = (side: readonly Value[], against: readonly Value[]): ComparedValue[] =>
      side.map(({ text, key }) => ({ text, direction, isShared: tells && against.some((value) => value.key === key) }));
    const compared = { label, left: marked(one, other), right: marked(other, one) };
    return [{ ...compared, verdict: tells ? verdictOf(compared) : 'one-sided' }];
  });
}

function verdictOf({ left, right }: Pick<ComparedRow, 'left' | 'right'>): ComparedRow['verdict'] {
  if (left.length === 0 || right.length === 0) return 'one-sided';
  return [...left, ...right].every(({ isShared }) => isShared) ? 'same' : 'differs';
}

interface Line {
  readonly label: string;
  readonly direction?: 'ltr' | 'auto';
  /** False: it is about the record, not the person, and neither agrees nor differs. */
  readonly tells?: boolean;
  values(record: PartyRecord): Value[];
}

const plain = (text: string | null | undefined): Value[] =>
  text === null || text === undefined || text === '' ? [] : [{ text, key: fold(text) }];

function linesOf({ t, format }: Words): Line[] {
  const points = (kind: string) => (record: PartyRecord) =>
    record.contactPoints
      .filter((point) => point.kind === kind)
      .map(({ value, normal }) => ({ text: value, key: normal }));
  return [
    { label: t('catalogue.party_name'), values: ({ names }) => names.flatMap(({ text }) => plain(text)) },
    { label: t('catalogue.contact_point.kind.phone'), direction: 'ltr', values: points('phone') },
    { label: t('catalogue.contact_point.kind.email'), direction: 'ltr', values: points('email') },
    {
      label: t('catalogue.identifier'),
      values: ({ identifiers }) =>
        identifiers.map(({ scheme, value }) => {
          const text = `${t.any(`catalogue.identifier.scheme.${scheme}`)} ${value.text}`;
          return { text, key: text };
        }),
    },
    {
      label: t('catalogue.party.birth_on'),
      values: ({ birth }) => (birth === null ? [] : [{ text: format.date(birth.on), key: birth.on }]),
    },
    {
      label: t('catalogue.party.gender'),
      values: ({ gender }) => (gender === null ? [] : plain(t(`catalogue.party.gender.${gender}`))),
    },
    { label: t('catalogue.address.city'), values: ({ addresses }) => addresses.flatMap(({ city }) => plain(city)) },
    {
      label: t('catalogue.party_role'),
      values: ({ roles }) => roles.map(({ type }) => ({ text: t(`catalogue.party_role.type.${type}`), key: type })),
    },
    {
      label: t('catalogue.party.created_at'),
      tells: false,
      values: ({ createdAt }) => plain(format.instant(createdAt)),
    },
  ];
}
