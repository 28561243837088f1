// One line of the ledger, with its day in the margin when it differs from the line above.

import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Bidi, Button, Chip, DirIcon, useFormat, useT } from '../../ui';
import { commandWords } from './change-words';
import type { Operation } from './operation';
import styles from './operations.module.css';
import { useMayUndo } from './use-may-undo';

export interface OperationRowProps {
  /** Undefined while the line is on its way. */
  readonly operation: Operation | undefined;
  readonly above: Operation | undefined;
  onUndo(operation: Operation): void;
}

export function OperationRow({ operation, above, onUndo }: OperationRowProps): ReactNode {
  const t = useT();
  const format = useFormat();
  if (operation === undefined) return <div className={styles.waiting} aria-busy="true" />;
  const day = format.instant(operation.at, { time: false });
  const sameDay = above !== undefined && format.instant(above.at, { time: false }) === day;
  return (
    <article className={styles.row} data-undone={operation.undoneBy !== null || undefined}>
      <div className={styles.margin}>
        {!sameDay && <span className={styles.day}>{day}</span>}
        <bdi>{format.time(operation.at)}</bdi>
      </div>
      <div className={styles.what}>
        <span className={styles.command}>{commandWords(t, operation.command)}</span>
        <span className={styles.quiet}>
          <Bidi>{operation.userName}</Bidi>
          {operation.changes > 0 && ` · ${t('operations.changes', { count: operation.changes })}`}
          {operation.reason !== null && ` · ${t('operations.reason', { reason: operation.reason })}`}
        </span>
      </div>
      <span className={styles.marks}>
        {operation.command === 'imports.run' && <Chip>{t('operations.import')}</Chip>}
        {operation.undoes !== null && <Chip>{t('operations.undoes')}</Chip>}
        {operation.undoneBy !== null && <Chip hue="clay">{t('operations.undone')}</Chip>}
        <UndoButton operation={operation} onUndo={onUndo} />
      </span>
    </article>
  );
}

function UndoButton({
  operation,
  onUndo,
}: {
  readonly operation: Operation;
  onUndo(operation: Operation): void;
}): ReactNode {
  const t = useT();
  const mayUndo = useMayUndo();
  const { userId, command, undoneBy, changes } = operation;
  if (changes === 0 || !mayUndo({ userId, command, undone: undoneBy !== null })) return null;
  return (
    <Button small kind="quiet" icon={<DirIcon icon={IconArrowBackUp} size={15} />} onClick={() => onUndo(operation)}>
      {t('operations.undo')}
    </Button>
  );
}
