// Taking a list out: in which format, with which columns, to which place; then how far it is, and where the file lies.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, ErrorState, useFormat, useLocaleSettings, useNow, useT } from '../../ui';
import { ExportChoices } from './ExportChoices';
import { ExportOutcome } from './ExportOutcome';
import { fileName, whatOf } from './export-source';
import { LockChoice, lockWishOf, useLockForm } from './LockChoice';
import type { ExportChoice, ExportSource } from './export-source';
import styles from './exports.module.css';

export interface ExportDialogProps {
  readonly source: ExportSource;
  onClose(): void;
}

const first: ExportChoice = {
  format: 'csv',
  columns: 'all',
  calendar: 'gregory',
  byteOrderMark: true,
  cards: '3.0',
};

export function ExportDialog({ source, onClose }: ExportDialogProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  const { language } = useLocaleSettings();
  const [choice, setChoice] = useState(first);
  const [lock, setLock] = useLockForm('open');
  const [jobId, setJobId] = useState<string | null>(null);
  const lockWish = lockWishOf(lock);
  const make = useEngineCommand('exports.make');
  const begin = async (): Promise<void> => {
    if (lockWish === null) return;
    const name = fileName(source, today, { format: choice.format, isSealed: lock.way !== 'open' });
    const place = await appClient.chooseSaveFile({ name });
    if (!place.ok || place.value === null) return;
    const { columns: _columns, ...options } = choice;
    // The system's dialog has asked whether a file that is there may be replaced.
    const wish = {
      what: whatOf(source, choice),
      options: { ...options, language },
      to: place.value.token,
      replace: true,
      ...lockWish,
    };
    const answer = await make.run(wish);
    if (answer.ok) setJobId(answer.value.jobId);
  };
  const footer =
    jobId === null ? (
      <Button kind="primary" pending={make.pending} disabled={lockWish === null} onClick={() => void begin()}>
        {t('exports.choose')}
      </Button>
    ) : undefined;
  return (
    <Dialog opened onClose={onClose} title={t('exports.title')} footer={footer}>
      <div className={styles.export}>
        {jobId === null ? (
          <>
            <ExportChoices source={source} choice={choice} onChange={setChoice} />
            <LockChoice form={lock} onChange={setLock} open={t('exports.plain')} />
          </>
        ) : (
          <ExportOutcome jobId={jobId} onAgain={() => setJobId(null)} />
        )}
        {make.error !== null && <ErrorState inline error={make.error} />}
      </div>
    </Dialog>
  );
}
