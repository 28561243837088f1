// What becomes of a promise: another day that was agreed on, or that it was broken, and why.

import type { TypedMoment } from '@shared/locale/parse-moment';
import type { TaskCard } from '@shared/features/tasks/task';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, DueInput, Form, FormFoot, TextField, useReadDue, useT } from '../../ui';
import { useDone } from '../operations';

export interface WordDialogProps {
  readonly task: TaskCard;
  onClose(): void;
}

export function RenegotiateDialog({ task, onClose }: WordDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const renegotiate = useEngineCommand('promises.renegotiate');
  const [when, setWhen] = useState<TypedMoment>({ text: '', calendar: null });
  const [reason, setReason] = useState('');
  const due = useReadDue(when);
  const save = async (): Promise<void> => {
    if (due === null || renegotiate.pending) return;
    const result = await renegotiate.run({ id: task.id, due, reason });
    if (!result.ok) return;
    done(result, t('tasks.renegotiated', { title: task.title }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('tasks.renegotiateTitle', { title: task.title })}>
      <Form onSubmit={save}>
        <DueInput
          label={t('tasks.due')}
          required
          autoFocus
          value={when}
          placeholder={t('tasks.duePlaceholder')}
          onChange={setWhen}
        />
        <TextField label={t('tasks.dropReason')} value={reason} onChange={setReason} />
        <FormFoot ready={due !== null} pending={renegotiate.pending} failure={renegotiate.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

export function BrokenDialog({ task, onClose }: WordDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const resolve = useEngineCommand('promises.resolve');
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready || resolve.pending) return;
    const result = await resolve.run({ id: task.id, outcome: 'broken', reason });
    if (!result.ok) return;
    done(result, t('tasks.wasBroken', { title: task.title }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('tasks.brokenTitle', { title: task.title })}>
      <Form onSubmit={save}>
        <TextField label={t('tasks.dropReason')} required autoFocus value={reason} onChange={setReason} />
        <FormFoot
          ready={ready}
          pending={resolve.pending}
          failure={resolve.error}
          save={t('tasks.sayBroken')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}
