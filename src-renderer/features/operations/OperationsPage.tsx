// The ledger as people read it: what was done, by whom and when; most of it can be taken back.

import type { OperationSummary } from '@shared/features/operations/operations.contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { client, useRowWindow } from '../../api';
import type { LiveRows, LoadPage } from '../../api';
import { EmptyState, ErrorState, LoadingState, PageTitle, Select, useT } from '../../ui';
import { OperationRow } from './OperationRow';
import styles from './operations.module.css';
import { UndoDialog } from './UndoDialog';
import { useUserOptions } from './use-user-options';

export type Operation = z.infer<typeof OperationSummary>;

export function OperationsPage(): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const [userId, setUserId] = useState<string | null>(null);
  const [undoing, setUndoing] = useState<Operation | null>(null);
  const load: LoadPage<Operation> = useCallback(
    async (after, limit) => {
      const answer = await client.operations.list({ userId: userId ?? undefined, after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.operations, next: answer.value.next } } : answer;
    },
    [userId],
  );
  const rows = useRowWindow(load, 'operations');
  const filter = <Select label={t('operations.user')} hideLabel clearable placeholder={t('operations.anybody')} value={userId} options={users} onChange={setUserId} />;
  return (
    <div className={styles.page}>
      <PageTitle detail={t('operations.subtitle')} actions={filter}>
        {t('operations.title')}
      </PageTitle>
      <Ledger rows={rows} onUndo={setUndoing} />
      {undoing !== null && <UndoDialog operation={undoing} onClose={() => setUndoing(null)} />}
    </div>
  );
}

interface LedgerProps {
  readonly rows: LiveRows<Operation>;
  onUndo(operation: Operation): void;
}

function Ledger({ rows, onUndo }: LedgerProps): ReactNode {
  const t = useT();
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) return <LoadingState lines={10} />;
  if (rows.length === 0) return <EmptyState title={t('operations.empty')} />;
  return <LedgerList rows={rows} onUndo={onUndo} />;
}

/** Pixels of a line before it was measured. */
const GUESSED_HEIGHT = 52;
const AHEAD = 40;

function LedgerList({ rows, onUndo }: LedgerProps): ReactNode {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (followsSame(rows, index) ? 0 : GUESSED_HEIGHT),
    overscan: 10,
    getItemKey: (index) => rows.rows.get(index)?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => rows.window.ensure(first, last + AHEAD), [rows.window, first, last]);
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="feed" aria-label={t('operations.title')} aria-busy={rows.loading}>
      <div className={styles.sizer} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => (
          <div key={item.key} ref={virtual.measureElement} data-index={item.index} className={styles.slot} style={{ transform: `translateY(${item.start}px)` }}>
            {!followsSame(rows, item.index) && <OperationRow operation={rows.rows.get(item.index)} above={rows.rows.get(item.index - 1)} onUndo={onUndo} />}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The many steps of one import, or of its undoing, are one line: the newest stands for all. */
function followsSame(rows: LiveRows<Operation>, index: number): boolean {
  const here = rows.rows.get(index);
  const above = rows.rows.get(index - 1);
  return here !== undefined && above !== undefined && here.groupId !== null && here.groupId === above.groupId && here.command === above.command;
}
