// What a record cannot be without, filled from the mapping or from what the row says elsewhere, or the reason the row is refused.

import type { RowMapping } from './apply-mapping';
import type { Rejection } from './draft';
import { rejection } from './draft';
import type { PartyReference } from './record-draft';
import { recordEntities, type RecordInto } from './record-targets';
import { LONGEST_LINE } from './row-cells';

export interface Completing {
  readonly into: RecordInto;
  readonly mapping: RowMapping;
  readonly rejections: Rejection[];
  readonly values: Record<string, string | number>;
}

export function completeRecord(completing: Completing, references: readonly PartyReference[]): void {
  const { into, mapping, values, rejections } = completing;
  const { parts, anyOf, sort } = recordEntities[into];
  if (values[sort] === undefined && mapping.recordType) values[sort] = mapping.recordType;
  needsOf[into](completing);
  const named = (part: string): boolean => references.some((reference) => reference.part === part);
  if (!(anyOf ? parts.some(named) : parts.every(named))) rejections.push(rejection('no-party'));
}

const needsOf: Readonly<Record<RecordInto, (completing: Completing) => void>> = {
  activities(completing) {
    const { values, rejections } = completing;
    values['kind'] ??= 'note';
    const body = values['body'];
    const [first = ''] = typeof body === 'string' ? body.split('\n') : [];
    if (values['subject'] === undefined && first !== '') values['subject'] = first.slice(0, LONGEST_LINE);
    if (values['subject'] === undefined) rejections.push(rejection('no-subject'));
    else if (values['subject'] === body) delete values['body'];
    needDate(completing);
  },
  relationships: needSort,
  authorities(completing) {
    const { values, rejections } = completing;
    needSort(completing);
    if (values['matters'] === undefined && rejections.length === 0) rejections.push(rejection('no-scope'));
  },
  /** A consent whose purpose, answer or day nobody knows proves nothing. */
  consents(completing) {
    const { values, rejections } = completing;
    needSort(completing);
    if (values['action'] === undefined && rejections.length === 0) rejections.push(rejection('no-answer'));
    needDate(completing);
    values['channel'] ??= 'any';
    values['source'] ??= 'import';
  },
};

function needSort({ into, values, rejections }: Completing): void {
  if (values[recordEntities[into].sort] === undefined && rejections.length === 0)
    rejections.push(rejection('unknown-choice'));
}

function needDate({ values, rejections }: Completing): void {
  if (values['at'] === undefined && rejections.every(({ code }) => code !== 'bad-date'))
    rejections.push(rejection('no-date'));
}
