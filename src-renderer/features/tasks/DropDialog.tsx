// It will not be done: why, and whether those after it are still to come.

import type { TaskCard } from '@shared/features/tasks/task';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Checkmark, Dialog, Form, FormFoot, TextField, useT } from '../../ui';
import { useDone } from '../operations';

export interface DropDialogProps {
  readonly task: TaskCard;
  onClose(): void;
}

export function DropDialog({ task, onClose }: DropDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const drop = useEngineCommand('tasks.drop');
  const [reason, setReason] = useState('');
  const [othersStay, setOthersStay] = useState(true);
  const ready = reason.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready || drop.pending) return;
    const result = await drop.run({ id: task.id, reason, othersStay: task.repeat !== null && othersStay });
    if (!result.ok) return;
    done(result, t('tasks.dropped', { title: task.title }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('tasks.dropTitle', { title: task.title })}>
      <Form onSubmit={save}>
        <TextField label={t('tasks.dropReason')} required autoFocus value={reason} onChange={setReason} />
        {task.repeat !== null && (
          <Checkmark label={t('tasks.othersStay')} checked={othersStay} onChange={setOthersStay} />
        )}
        <FormFoot ready={ready} pending={drop.pending} failure={drop.error} save={t('tasks.drop')} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
