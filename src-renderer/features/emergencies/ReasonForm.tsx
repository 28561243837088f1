// Why a record is opened in an emergency: a reason of the list, and what has happened in one's own words.

import { emergencyAccessEntity, type emergencyReasons } from '@shared/catalogue';
import { LEAST_WORDS, type Sought } from '@shared/features/emergencies/emergencies.contract';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, ChoiceSelect, ErrorState, TextField, useNavigation, useT } from '../../ui';
import styles from './emergencies.module.css';

export interface ReasonFormProps {
  readonly sought: Sought;
  onBack(): void;
  onOpened(): void;
}

type Reason = (typeof emergencyReasons)[number];

export function ReasonForm({ sought, onBack, onOpened }: ReasonFormProps): ReactNode {
  const t = useT();
  const { go } = useNavigation();
  const open = useEngineCommand('emergencies.open');
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const left = LEAST_WORDS - [...words.trim()].length;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason === null || left > 0) return;
    const answer = await open.run({ partyId: sought.id, reason, words });
    if (!answer.ok) return;
    onOpened();
    go({ page: 'party', id: answer.value.partyId });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p>{t('emergencies.about', { initials: sought.initials })}</p>
      <ChoiceSelect entity={emergencyAccessEntity} field="reason" value={reason} onChange={setReason} />
      <TextField
        label={t('catalogue.emergency_access.words')}
        hint={left > 0 ? t('emergencies.words-left', { count: left }) : t('emergencies.words-read')}
        value={words}
        onChange={setWords}
        rows={3}
        maxLength={2000}
      />
      {open.error !== null && <ErrorState inline error={open.error} />}
      <div className={styles.buttons}>
        <Button onClick={onBack}>{t('record.cancel')}</Button>
        <Button kind="danger" type="submit" disabled={reason === null || left > 0} pending={open.pending}>
          {t('emergencies.open')}
        </Button>
      </div>
    </form>
  );
}
