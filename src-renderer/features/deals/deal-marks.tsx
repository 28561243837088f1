// What is said of a deal at a glance, the same on a card, in a row and on its page.

import type { DealCard } from '@shared/features/deals/deal';
import { IconCalendarExclamation, IconHourglassLow, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIsMasked } from '../../api';
import { MaskMark, MoneyText, useT } from '../../ui';
import styles from './deals.module.css';
import { useToday } from './deals-view';

export function DealAmount({ deal }: { readonly deal: Pick<DealCard, 'amount' | 'currency'> }): ReactNode {
  const masked = useIsMasked()('deal.amount');
  if (masked) return <MaskMark />;
  return deal.amount !== null && <MoneyText minor={deal.amount} currency={deal.currency} />;
}

type Marked = Pick<DealCard, 'state' | 'expectedOn' | 'isRotting' | 'isPaused'>;

/** Overdue, too long in its stage, paused: each in words beside its icon and colour. */
export function DealMarks({ deal }: { readonly deal: Marked }): ReactNode {
  const t = useT();
  const today = useToday();
  const overdue = deal.state === 'open' && deal.expectedOn !== null && deal.expectedOn < today;
  return (
    <>
      {overdue && (
        <span className={styles.mark} data-tone="danger">
          <IconCalendarExclamation size="0.95rem" stroke={1.7} aria-hidden />
          {t('deals.mark.overdue')}
        </span>
      )}
      {deal.isRotting && (
        <span className={styles.mark} data-tone="caution">
          <IconHourglassLow size="0.95rem" stroke={1.7} aria-hidden />
          {t('deals.mark.rotting')}
        </span>
      )}
      {deal.isPaused && (
        <span className={styles.mark}>
          <IconPlayerPause size="0.95rem" stroke={1.7} aria-hidden />
          {t('deals.mark.paused')}
        </span>
      )}
    </>
  );
}
