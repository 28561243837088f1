// Runs the product over a labelled set: which true pairs it proposes and finds, which false ones it takes for true, by kind.

import { checkIdentifier } from '@shared/features/parties/identifiers';
import { normaliseEmail } from '@shared/text/email';
import { normalisePhone } from '@shared/text/phone';
import { blockingKeys, keyKinds } from '@shared/features/duplicates/blocking-keys';
import { DuplicateScan } from '@shared/features/duplicates/duplicate-scan';
import { identityOf, type Identity } from '@shared/features/duplicates/identity';
import { isPersonalEmail } from '@shared/features/duplicates/key-evidence';
import { defaultThresholds, type Band } from '@shared/features/duplicates/judge';
import type { LabelledPair } from './labelled-pairs';
import type { LabelledRecord } from './records';

export interface KindScore {
  readonly kind: string;
  readonly isSame: boolean;
  pairs: number;
  /** Share a key by which candidates meet. */
  meets: number;
  /** At least possible. */
  possible: number;
  likely: number;
}

export interface Score {
  readonly kinds: readonly KindScore[];
  /** Pairs of records of different labelled pairs that were taken for one. */
  readonly strangers: Readonly<Record<Band, number>>;
}

export const identityOfRecord = (record: LabelledRecord): Identity =>
  identityOf({
    kind: 'person',
    gender: record.gender,
    names: [record.name],
    birthOn: record.birthOn,
    phones: record.phone === null ? [] : [normalisePhone(record.phone, record.country).e164 ?? record.phone],
    emails: record.email === null ? [] : [normaliseEmail(record.email).key].filter(isPersonalEmail),
    identifiers:
      record.nationalId === null
        ? []
        : [{ scheme: record.scheme, normal: checkIdentifier(record.scheme, record.nationalId).normalised }],
  });

/** All records as one base, searched as a base is: whom its blocks do not bring together counts as missed. */
export function scorePairs(pairs: readonly LabelledPair[]): Score {
  const identities = pairs.flatMap(({ left, right }) => [identityOfRecord(left), identityOfRecord(right)]);
  const scan = new DuplicateScan();
  for (const identity of identities) scan.add(identity);
  const kinds = new Map<string, KindScore>();
  for (const [index, { kind, isSame }] of pairs.entries()) {
    const score = kinds.get(kind) ?? { kind, isSame, pairs: 0, meets: 0, possible: 0, likely: 0 };
    kinds.set(kind, score);
    score.pairs += 1;
    if (meet(identities[index * 2]!, identities[index * 2 + 1]!)) score.meets += 1;
  }
  const strangers = { possible: 0, likely: 0 };
  for (const step of scan.find(defaultThresholds)) {
    if (!('found' in step)) continue;
    const { left, right, band } = step.found;
    const isLabelled = left % 2 === 0 && right === left + 1;
    const counted = isLabelled ? kinds.get(pairs[left / 2]!.kind)! : strangers;
    counted.possible += 1;
    if (band === 'likely') counted.likely += 1;
  }
  return { kinds: [...kinds.values()], strangers };
}

/** Whether the two share a key at all, whatever the size of its block. */
const meet = (one: Identity, other: Identity): boolean =>
  keyKinds.some((kind) => {
    const keys = new Set(blockingKeys(one, kind));
    return blockingKeys(other, kind).some((key) => keys.has(key));
  });

export interface Quality {
  readonly recall: number;
  readonly precision: number;
}

/** Of the pairs that are one person, the share found; of the pairs found, the share that is. */
export function qualityOf({ kinds, strangers }: Score, band: Band): Quality {
  const sum = (isSame: boolean, of: 'pairs' | Band): number =>
    kinds.filter((kind) => kind.isSame === isSame).reduce((total, kind) => total + kind[of], 0);
  const right = sum(true, band);
  return { recall: right / sum(true, 'pairs'), precision: right / (right + sum(false, band) + strangers[band]) };
}
