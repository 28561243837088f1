// People who may be entered twice, one pair after the other: compare, then say whether they are one or two. By keyboard alone.

import type { ComponentType, ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { client, useEngineQuery, useMay, useRowWindow } from '../../api';
import type { LoadPage } from '../../api';
import { EmptyState, FixedPage, PageTitle, RowsAnswer, Segments, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './duplicates.module.css';
import type { Pair } from './pair';
import { idOf } from './pair';
import { PairList } from './PairList';
import { PairReview } from './PairReview';
import { ScanState } from './ScanState';

export interface MergeProps {
  /** The record that will stand for both comes first. */
  readonly ids: readonly string[];
  /** Why they are thought to be one; kept with the merge. */
  readonly evidence: readonly { readonly code: string; readonly text?: string }[];
  onClose(): void;
}

export interface DuplicatesPageProps {
  /** The preview in which two records are merged; the program brings it, for merging is not this page's business. */
  readonly Merge?: ComponentType<MergeProps>;
}

type State = 'open' | 'different';

export function DuplicatesPage({ Merge }: DuplicatesPageProps): ReactNode {
  const t = useT();
  const [state, setState] = useState<State>('open');
  const load: LoadPage<Pair> = useCallback(
    async (after, limit) => {
      const answer = await client.duplicates.list({ state, after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.pairs, next: answer.value.next } } : answer;
    },
    [state],
  );
  const rows = useRowWindow(load, 'duplicates');
  const last = useEngineQuery('duplicates.lastScan', {});
  const isUnsearched = state === 'open' && last.data?.last === null;
  const states = (['open', 'different'] as const).map((value) => ({ value, label: t(`duplicates.state.${value}`) }));
  const nothing = <EmptyState title={t(isUnsearched ? 'duplicates.never-scanned' : `duplicates.empty.${state}`)} />;
  const filter = <Segments label={t('duplicates.state')} value={state} options={states} onChange={setState} />;
  return (
    <FixedPage wide>
      <PageTitle detail={t('duplicates.subtitle')} actions={filter}>
        {t('duplicates.title')}
      </PageTitle>
      <ScanState onFound={rows.window.refresh} />
      <RowsAnswer of={rows} lines={8} empty={nothing}>
        <Queue key={state} rows={rows} Merge={Merge} />
      </RowsAnswer>
    </FixedPage>
  );
}

interface QueueProps extends DuplicatesPageProps {
  readonly rows: ReturnType<typeof useRowWindow<Pair>>;
}

/** A decided pair leaves the list, and the next one stands in its place. */
function Queue({ rows, Merge }: QueueProps): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const [at, setAt] = useState(0);
  const [merging, setMerging] = useState<Pair | null>(null);
  const chosen = Math.min(at, rows.length - 1);
  const pair = rows.rows.get(chosen);
  const move = (by: number): void => setAt(Math.max(0, Math.min(rows.length - 1, chosen + by)));
  const decide = async (decided: Pair): Promise<void> => {
    const ids = { partyId: decided.left.id, otherId: decided.right.id };
    const isOpen = decided.state === 'open';
    const answer = isOpen ? await client.duplicates.dismiss(ids) : await client.duplicates.reopen(ids);
    done(answer, t(isOpen ? 'duplicates.dismissed' : 'duplicates.reopened'));
  };
  const mayDecide = may('parties.write');
  return (
    <div className={styles.columns}>
      <PairList rows={rows} chosen={chosen} onChoose={setAt} />
      {pair !== undefined && (
        <PairReview
          key={idOf(pair)}
          pair={pair}
          covered={merging !== null}
          onMove={move}
          onDecide={mayDecide ? () => void decide(pair) : undefined}
          onMerge={Merge !== undefined && mayDecide && pair.state === 'open' ? () => setMerging(pair) : undefined}
        />
      )}
      {merging !== null && Merge !== undefined && (
        <Merge
          ids={[merging.left.id, merging.right.id]}
          evidence={merging.reasons.map(({ code, scheme }) => ({ code, text: scheme }))}
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  );
}
