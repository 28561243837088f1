// Asks before an earlier step is taken back, and then says exactly what came of it, in three counts.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Dialog, ErrorState, NumberText, useT } from '../../ui';
import { commandWords } from './change-words';
import type { Operation } from './operation';
import styles from './operations.module.css';
import { UndoProgress } from './UndoProgress';
import type { UndoOutcome } from './use-done';

export interface UndoDialogProps {
  readonly operation: Pick<Operation, 'id' | 'groupId' | 'command' | 'userName'>;
  onClose(): void;
}

export function UndoDialog({ operation, onClose }: UndoDialogProps): ReactNode {
  const t = useT();
  const undo = useEngineCommand('operations.undo');
  const [outcome, setOutcome] = useState<UndoOutcome | null>(null);
  const run = async (): Promise<void> => {
    // An import is many steps; taking back one of them alone would help nobody.
    const result = await undo.run(operation.groupId === null ? { id: operation.id } : { groupId: operation.groupId });
    if (result.ok) setOutcome(result.value);
  };
  const footer =
    outcome !== null ? (
      <Button kind="primary" autoFocus onClick={onClose}>
        {t('common.close')}
      </Button>
    ) : (
      <>
        <Button autoFocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          kind={operation.groupId === null ? 'primary' : 'danger'}
          pending={undo.pending}
          onClick={() => void run()}
        >
          {t(operation.command === 'imports.run' ? 'operations.undoAll' : 'operations.undo')}
        </Button>
      </>
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      size="small"
      title={t(outcome === null ? 'operations.confirmTitle' : 'operations.resultTitle')}
      footer={footer}
    >
      {outcome === null ? (
        <>
          <p>{t('operations.confirmText', { what: commandWords(t, operation.command), name: operation.userName })}</p>
          {undo.pending && <UndoProgress />}
        </>
      ) : (
        <OutcomeBuckets outcome={outcome} />
      )}
      {undo.error !== null && <ErrorState inline error={undo.error} />}
    </Dialog>
  );
}

/** Taken back, kept because somebody changed it since, impossible. */
export function OutcomeBuckets({ outcome }: { readonly outcome: UndoOutcome }): ReactNode {
  const t = useT();
  return (
    <dl className={styles.buckets}>
      {(['reversed', 'kept', 'impossible'] as const).map((bucket) => (
        <div key={bucket} className={styles.bucket} data-empty={outcome[bucket] === 0}>
          <dd>
            <NumberText value={outcome[bucket]} />
          </dd>
          <dt>{t(`operations.${bucket}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
