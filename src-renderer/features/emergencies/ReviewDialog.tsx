// Judging somebody else's emergency access: justified or not, and in which words.

import { emergencyVerdicts } from '@shared/catalogue';
import type { Emergency } from '@shared/features/emergencies/emergencies.contract';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Button, Dialog, ErrorState, Segments, TextField, useT } from '../../ui';
import styles from './emergencies.module.css';

export interface ReviewDialogProps {
  readonly emergency: Emergency;
  onClose(): void;
}

type Verdict = (typeof emergencyVerdicts)[number];

export function ReviewDialog({ emergency: { id, user, party, words: why }, onClose }: ReviewDialogProps): ReactNode {
  const t = useT();
  const review = useEngineCommand('emergencies.review');
  const [verdict, setVerdict] = useState<Verdict>('justified');
  const [words, setWords] = useState('');
  const needsWords = verdict === 'not-justified' && words.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (needsWords) return;
    const answer = await review.run({ id, verdict, words });
    if (answer.ok) onClose();
  };
  const options = emergencyVerdicts.map((value) => ({
    value,
    label: t(`catalogue.emergency_access.verdict.${value}`),
  }));
  return (
    <Dialog opened onClose={onClose} title={t('emergencies.review-title')} size="small">
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <p>{t('emergencies.who-whom', { user: user.name, party: party.name })}</p>
        <blockquote className={styles.said}>
          <Bidi>{why}</Bidi>
        </blockquote>
        <Segments
          label={t('catalogue.emergency_access.verdict')}
          value={verdict}
          options={options}
          onChange={setVerdict}
        />
        <TextField
          label={t('catalogue.emergency_access.review_words')}
          value={words}
          onChange={setWords}
          rows={3}
          maxLength={2000}
        />
        {review.error !== null && <ErrorState inline error={review.error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('record.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={needsWords} pending={review.pending}>
            {t('record.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
