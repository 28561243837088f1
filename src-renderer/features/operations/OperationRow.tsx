// One line of the ledger: what was done, by whom, and the way back.

import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Bidi, Button, Chip, DatedRow, DirIcon, useT } from '../../ui';
import { commandWords } from './change-words';
import type { Operation } from './operation';
import { useMayUndo } from './use-may-undo';

export interface OperationRowProps {
  /** Undefined while the line is on its way. */
  readonly operation: Operation | undefined;
  readonly above: Operation | undefined;
  onUndo(operation: Operation): void;
}

export function OperationRow({ operation, above, onUndo }: OperationRowProps): ReactNode {
  const t = useT();
  if (operation === undefined) return <DatedRow at={undefined} above={undefined} title="" />;
  return (
    <DatedRow
      at={operation.at}
      above={above?.at}
      undone={operation.undoneBy !== null}
      title={commandWords(t, operation.command)}
      detail={
        <>
          <Bidi>{operation.userName}</Bidi>
          {operation.changes > 0 && ` · ${t('operations.changes', { count: operation.changes })}`}
          {operation.reason !== null && ` · ${t('operations.reason', { reason: operation.reason })}`}
        </>
      }
    >
      {operation.command === 'imports.run' && <Chip>{t('operations.import')}</Chip>}
      {operation.undoes !== null && <Chip>{t('operations.undoes')}</Chip>}
      {operation.undoneBy !== null && <Chip hue="clay">{t('operations.undone')}</Chip>}
      <UndoButton operation={operation} onUndo={onUndo} />
    </DatedRow>
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
