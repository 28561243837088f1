// One recovery card as a sheet: its share, and what its keeper must know.

import type { ReactNode } from 'react';
import { CARD_GROUPS, classes, groupsOf, InstantText, Ltr, useT } from '../../ui';
import { CodeGroups } from './CodeGroups';
import style from './recovery.module.css';

export interface NewCards {
  readonly set: string;
  readonly baseId: string;
  readonly madeAt: number;
  readonly cards: readonly string[];
  readonly needed: number;
}

export interface CardSheetProps {
  readonly made: NewCards;
  /** From 1. */
  readonly number: number;
}

export function CardSheet({ made, number }: CardSheetProps): ReactNode {
  const t = useT();
  const { baseId, madeAt, cards, needed } = made;
  const title = t('recovery.card-title', { number, count: cards.length });
  return (
    <div className={classes('dw-sheet', style.sheet)}>
      <p className={style.sheetTitle}>
        <span className="dw-sheet-only">{t('app.name')}</span> {title}
      </p>
      <CodeGroups label={title} groups={groupsOf(cards[number - 1] ?? '', CARD_GROUPS)} />
      <p>{t('recovery.card-what', { needed })}</p>
      <p>{t('recovery.card-keep')}</p>
      <div className="dw-sheet-only">
        <p>{t('recovery.card-how')}</p>
        <p>
          {t('recovery.base-id')}: <Ltr>{baseId}</Ltr> · <InstantText value={madeAt} style="full" time={false} />
        </p>
        <p>{t('recovery.holder')}: ____________________</p>
      </div>
    </div>
  );
}
