// People written down twice, with the truth about them, as two files: one for the base, the other to be brought in after it.

import { labelledPairs, type LabelledPair } from '../../../support/labelled/labelled-pairs';
import type { LabelledRecord } from '../../../support/labelled/records';

const HEAD = 'name,mobile,email,birth date,gender,national id';

export interface LabelledFiles {
  readonly before: string;
  readonly after: string;
  /** In the order of the rows of both. */
  readonly pairs: readonly LabelledPair[];
}

/** Of one country, for a file is read as one country's. */
export function labelledFiles(seed: number, each: number): LabelledFiles {
  const pairs = labelledPairs(seed, each).filter(({ left, right }) => left.country === 'SA' && right.country === 'SA');
  const file = (side: 'left' | 'right'): string =>
    `${[HEAD, ...pairs.map((pair) => lineOf(pair[side]))].join('\r\n')}\r\n`;
  return { before: file('left'), after: file('right'), pairs };
}

const lineOf = ({ name, phone, email, birthOn, gender, nationalId }: LabelledRecord): string =>
  [name, phone, email, birthOn, gender, nationalId].map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',');
