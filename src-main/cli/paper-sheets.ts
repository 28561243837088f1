// What stands on paper, as text: the card with what its keeper must know, and how the data is opened without this program.

import { stockTools } from '@shared/features/recovery/stock-tools';
import type { Translate } from '@shared/locale/translate';

export interface CardSheet {
  readonly card: string;
  readonly number: number;
  readonly count: number;
  readonly needed: number;
  readonly baseId: string;
  /** ms UTC. */
  readonly madeAt: number;
}

const groupsPerLine = 4;

/** The lines of nothing but groups are the secret; everything else may be known to anybody. */
export function cardSheet(t: Translate, { card, number, count, needed, baseId, madeAt }: CardSheet): string {
  const groups = card.split(' ');
  const rows = Array.from({ length: Math.ceil(groups.length / groupsPerLine) }, (_, row) =>
    groups.slice(row * groupsPerLine, (row + 1) * groupsPerLine).join(' '),
  );
  return [
    `${t('app.name')} · ${t('recovery.card-title', { number, count })}`,
    '',
    ...rows,
    '',
    t('recovery.card-what', { needed }),
    t('recovery.card-keep'),
    t('recovery.card-how'),
    `${t('recovery.base-id')}: ${baseId} · ${new Date(madeAt).toISOString().slice(0, 10)}`,
    `${t('recovery.holder')}: ____________________`,
    '',
  ].join('\n');
}

/** Three lines: where the key lies, `age`, `sqlcipher`. */
export const toolLines = (t: Translate): string[] => [
  t('recovery.tools-title'),
  `1. ${t('recovery.tools-copy')}`,
  `2. ${stockTools.decrypt} — ${t('recovery.tools-type')}`,
  `3. ${stockTools.open} — ${t('recovery.tools-after')}`,
];
