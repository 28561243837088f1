// A number or mail address, asked for or put on the list of those whom nobody contacts again.

import { suppressionEntity } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useEngineCommand, useMay } from '../../api';
import { Button, ChoiceSelect, failureWords, Form, notify, TextField, useFormat, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './privacy.module.css';

const reasons = ['asked', 'complaint', 'unreachable', 'other'] as const;

export function SuppressForm(): ReactNode {
  const t = useT();
  const format = useFormat();
  const done = useDone();
  const [value, setValue] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>('asked');
  const suppress = useEngineCommand('privacy.suppress');
  const kind = value.includes('@') ? 'email' : 'phone';
  const check = async (): Promise<void> => {
    const answer = await client.privacy.check({ kind, value });
    if (!answer.ok) return notify({ message: failureWords(t, answer.error), tone: 'danger' });
    const { entry } = answer.value;
    const since = entry === null ? '' : format.instant(entry.createdAt);
    return notify({ message: entry === null ? t('privacy.not-listed') : t('privacy.listed', { since }) });
  };
  const may = useMay();
  const submit = async (): Promise<void> => {
    const answer = await suppress.run({ kind, value, reason });
    done(answer, t(answer.ok && !answer.value.added ? 'privacy.listed-already' : 'privacy.suppressed'));
    if (answer.ok) setValue('');
  };
  const isEmpty = value.trim() === '';
  return (
    <Form className={styles.suppressForm} onSubmit={submit}>
      <TextField label={t('privacy.number-or-mail')} direction="ltr" value={value} onChange={setValue} />
      <ChoiceSelect
        entity={suppressionEntity}
        field="reason"
        only={reasons}
        value={reason}
        onChange={(next) => next !== null && setReason(next)}
      />
      <Button disabled={isEmpty} onClick={() => void check()}>
        {t('privacy.check')}
      </Button>
      {may('consent.suppress') && (
        <Button kind="primary" type="submit" disabled={isEmpty} pending={suppress.pending}>
          {t('privacy.suppress')}
        </Button>
      )}
    </Form>
  );
}
