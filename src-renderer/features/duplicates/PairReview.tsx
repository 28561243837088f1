// One pair side by side with what differs marked, and the decision: merge, different, or later.

import { IconArrowMerge, IconArrowsSplit2, IconRotate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Button, ErrorState, InstantText, Kbd, LoadingState, PartyName, useFormat, useHotkey, useT } from '../../ui';
import { compareRecords, type ComparedRow } from './compare-records';
import styles from './duplicates.module.css';
import type { Pair } from './pair';
import { Reasons } from './Reasons';

export interface PairReviewProps {
  readonly pair: Pair;
  onMove(by: number): void;
  /** Calls the two different, or takes that back. */
  readonly onDecide: (() => void) | undefined;
  readonly onMerge: (() => void) | undefined;
  /** A dialog lies over it: keys are the dialog's. */
  readonly covered: boolean;
}

export function PairReview({ pair, onMove, onDecide, onMerge, covered }: PairReviewProps): ReactNode {
  const t = useT();
  useHotkey(
    { keys: 'KeyD', label: 'duplicates.different' },
    () => (onDecide === undefined ? false : onDecide()),
    !covered,
  );
  useHotkey({ keys: 'KeyM', label: 'duplicates.merge' }, () => (onMerge === undefined ? false : onMerge()), !covered);
  useHotkey({ keys: 'KeyJ', label: 'duplicates.later' }, () => onMove(1), !covered);
  useHotkey({ keys: 'KeyK', label: 'duplicates.previous' }, () => onMove(-1), !covered);
  const isOpen = pair.state === 'open';
  return (
    <section className={styles.review} aria-label={t('duplicates.compare')}>
      <Reasons reasons={pair.reasons} />
      {pair.decided !== null && (
        <p className="dw-muted">
          {t('duplicates.decided', { name: pair.decided.by?.name ?? '' })} <InstantText value={pair.decided.at} />
        </p>
      )}
      <Comparison pair={pair} />
      <div className={styles.actions}>
        {onMerge !== undefined && (
          <Button
            kind="primary"
            icon={<IconArrowMerge size="1rem" aria-hidden />}
            trailing={<Kbd keys="KeyM" />}
            aria-keyshortcuts="M"
            onClick={onMerge}
          >
            {t('duplicates.merge')}
          </Button>
        )}
        {onDecide !== undefined && (
          <Button
            icon={isOpen ? <IconArrowsSplit2 size="1rem" aria-hidden /> : <IconRotate size="1rem" aria-hidden />}
            trailing={<Kbd keys="KeyD" />}
            aria-keyshortcuts="D"
            onClick={onDecide}
          >
            {t(isOpen ? 'duplicates.different' : 'duplicates.reopen')}
          </Button>
        )}
        <Button kind="quiet" trailing={<Kbd keys="KeyJ" />} aria-keyshortcuts="J" onClick={() => onMove(1)}>
          {t(isOpen ? 'duplicates.later' : 'duplicates.next')}
        </Button>
      </div>
    </section>
  );
}

function Comparison({ pair }: { readonly pair: Pair }): ReactNode {
  const t = useT();
  const format = useFormat();
  const left = useEngineQuery('parties.get', { id: pair.left.id });
  const right = useEngineQuery('parties.get', { id: pair.right.id });
  const failure = left.error ?? right.error;
  if (failure !== null) return <ErrorState inline error={failure} />;
  if (left.data === undefined || right.data === undefined) return <LoadingState lines={6} />;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <PartyName id={pair.left.id} name={pair.left.name} />
            </th>
            <th scope="col">
              <PartyName id={pair.right.id} name={pair.right.name} />
            </th>
          </tr>
        </thead>
        <tbody>
          {compareRecords(left.data, right.data, { t, format }).map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: ComparedRow }): ReactNode {
  const t = useT();
  return (
    <tr data-verdict={row.verdict}>
      <th scope="row" aria-label={row.verdict === 'differs' ? t('duplicates.differs', { what: row.label }) : undefined}>
        {row.label}
      </th>
      {[row.left, row.right].map((lines, side) => (
        // Two sides, always in this order.
        <td key={side === 0 ? 'left' : 'right'}>
          {lines.length === 0 ? (
            <span className="dw-muted">—</span>
          ) : (
            lines.map(({ text, direction, isShared }) => (
              <span key={text} className={styles.value} data-shared={isShared}>
                <bdi dir={direction}>{text}</bdi>
              </span>
            ))
          )}
        </td>
      ))}
    </tr>
  );
}
