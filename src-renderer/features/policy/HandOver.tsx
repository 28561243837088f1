// Everything one person owns goes to another: chosen, counted, asked about, done in steps, undone as one.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import {
  Button,
  Buttons,
  ConfirmDialog,
  ErrorState,
  Fields,
  Form,
  LoadingState,
  notify,
  Panel,
  Select,
  TextField,
  useT,
} from '../../ui';
import { undo } from '../operations';
import { useUserName } from './use-user-name';

export function HandOver(): ReactNode {
  const t = useT();
  const nameOf = useUserName();
  const users = useEngineQuery('users.list', {}).data?.users ?? [];
  const [fromId, setFrom] = useState<string | null>(null);
  const [toId, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const options = users.map(({ id, displayName }) => ({ value: id, label: displayName }));
  const active = options.filter(({ value }) => users.some(({ id, status }) => id === value && status === 'active'));
  const done = (): void => {
    setAsking(false);
    setFrom(null);
    setReason('');
  };
  return (
    <Panel title={t('policy.hand-over-title')}>
      <p className="dw-muted">{t('policy.hand-over-lead')}</p>
      <Form onSubmit={() => setAsking(true)}>
        <Fields>
          <Select label={t('policy.hand-from')} value={fromId} options={options} onChange={setFrom} required />
          <Select label={t('policy.hand-to')} value={toId} options={active} onChange={setTo} required />
        </Fields>
        <TextField label={t('policy.reason')} value={reason} onChange={setReason} />
        <Buttons>
          <Button type="submit" kind="primary" disabled={fromId === null || toId === null}>
            {t('policy.hand-over')}
          </Button>
        </Buttons>
      </Form>
      {asking && fromId !== null && toId !== null && (
        <HandOverQuestion
          from={{ id: fromId, name: nameOf(fromId) }}
          to={{ id: toId, name: nameOf(toId) }}
          reason={reason.trim()}
          onClose={() => setAsking(false)}
          onDone={done}
        />
      )}
    </Panel>
  );
}

interface Person {
  readonly id: string;
  readonly name: string;
}

interface HandOverQuestionProps {
  readonly from: Person;
  readonly to: Person;
  readonly reason: string;
  onClose(): void;
  onDone(): void;
}

function HandOverQuestion({ from, to, reason, onClose, onDone }: HandOverQuestionProps): ReactNode {
  const t = useT();
  const mayUndo = useMay()('operations.undo');
  const hand = useEngineCommand('policy.handOver');
  const owned = useEngineQuery('policy.handOverCount', { fromId: from.id });
  const names = { from: from.name, to: to.name };
  const run = async (): Promise<void> => {
    const why = reason === '' ? {} : { reason };
    const answer = await hand.run({ fromId: from.id, toId: to.id, ...why });
    if (!answer.ok) return;
    const { parties, groupId } = answer.value;
    const back = mayUndo && groupId !== null ? () => void undo(t, { groupId }) : undefined;
    notify({
      message: t('policy.handed', { parties, ...names }),
      tone: 'success',
      undo: back,
      about: groupId ?? undefined,
    });
    onDone();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('policy.hand-question', names)}
      confirm={t('policy.hand-over')}
      pending={hand.pending}
      onConfirm={() => void run()}
    >
      {owned.loading && <LoadingState lines={2} />}
      {owned.data !== undefined && <p>{t('policy.hand-count', { ...owned.data, ...names })}</p>}
      <p className="dw-muted">{t('policy.hand-undo')}</p>
      {owned.error !== null && <ErrorState inline error={owned.error} />}
      {hand.error !== null && <ErrorState inline error={hand.error} />}
    </ConfirmDialog>
  );
}
