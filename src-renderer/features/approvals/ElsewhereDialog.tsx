// A request carried to somebody at another seat, and their answer taken in.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import { Button, Buttons, Dialog, ErrorState, Form, TextField, useT } from '../../ui';
import { CodeText } from './CodeText';

export interface ElsewhereDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onAccepted: () => void;
}

export function ElsewhereDialog({ id, onClose, onAccepted }: ElsewhereDialogProps): ReactNode {
  const t = useT();
  const asked = useEngineQuery('approvals.exportCode', { id });
  const accept = useEngineCommand('approvals.acceptCode');
  const [answer, setAnswer] = useState('');
  const take = async (): Promise<void> => {
    const taken = await accept.run({ code: answer });
    if (taken.ok) onAccepted();
  };
  return (
    <Dialog opened onClose={onClose} title={t('approvals.elsewhere')}>
      <Form onSubmit={() => (answer.trim() !== '' ? take() : undefined)}>
        <p>{t('approvals.elsewhere-lead')}</p>
        {asked.error !== null && <ErrorState inline error={asked.error} />}
        {asked.data !== undefined && <CodeText label={t('approvals.request-code')} code={asked.data.code} />}
        <TextField
          label={t('approvals.answer-code')}
          value={answer}
          onChange={setAnswer}
          direction="ltr"
          rows={3}
          required
        />
        {accept.error !== null && <ErrorState inline error={accept.error} />}
        <Buttons>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button type="submit" kind="primary" pending={accept.pending} disabled={answer.trim() === ''}>
            {t('approvals.accept-code')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
