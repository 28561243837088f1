// The ledger as people read it: what was done, by whom and when; most of it can be taken back.

import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { client, useRowWindow } from '../../api';
import type { LiveRows, LoadPage } from '../../api';
import { EmptyState, FixedPage, PageTitle, RowsAnswer, Select, Switch, useT, VirtualFeed } from '../../ui';
import type { Operation } from './operation';
import { OperationRow } from './OperationRow';
import styles from './operations.module.css';
import { UndoDialog } from './UndoDialog';
import { useUserOptions } from './use-user-options';

export function OperationsPage(): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const [userId, setUserId] = useState<string | null>(null);
  const [several, setSeveral] = useState(false);
  const [undoing, setUndoing] = useState<Operation | null>(null);
  const load: LoadPage<Operation> = useCallback(
    async (after, limit) => {
      const answer = await client.operations.list({
        userId: userId ?? undefined,
        several,
        grouped: true,
        after,
        limit,
      });
      return answer.ok ? { ok: true, value: { rows: answer.value.operations, next: answer.value.next } } : answer;
    },
    [userId, several],
  );
  const rows = useRowWindow(load, 'operations');
  const filter = (
    <div className={styles.filters}>
      <Switch label={t('operations.several')} checked={several} onChange={setSeveral} />
      <Select
        label={t('operations.user')}
        hideLabel
        clearable
        placeholder={t('operations.anybody')}
        value={userId}
        options={users}
        onChange={setUserId}
      />
    </div>
  );
  return (
    <FixedPage>
      <PageTitle detail={t('operations.subtitle')} actions={filter}>
        {t('operations.title')}
      </PageTitle>
      <Ledger rows={rows} onUndo={setUndoing} />
      {undoing !== null && <UndoDialog operation={undoing} onClose={() => setUndoing(null)} />}
    </FixedPage>
  );
}

/** Pixels of a line before it was measured. */
const GUESSED_HEIGHT = 56;

interface LedgerProps {
  readonly rows: LiveRows<Operation>;
  onUndo(operation: Operation): void;
}

function Ledger({ rows, onUndo }: LedgerProps): ReactNode {
  const t = useT();
  return (
    <RowsAnswer of={rows} lines={10} empty={<EmptyState title={t('operations.empty')} />}>
      <VirtualFeed
        framed
        label={t('operations.title')}
        count={rows.length}
        busy={rows.loading}
        guess={() => GUESSED_HEIGHT}
        keyAt={(index) => rows.rows.get(index)?.id ?? index}
        onRange={rows.window.ensure}
      >
        {(index) => <OperationRow operation={rows.rows.get(index)} above={rows.rows.get(index - 1)} onUndo={onUndo} />}
      </VirtualFeed>
    </RowsAnswer>
  );
}
