// The third step: every row was read and counted, nothing was written. Now the person decides.

import type { ReactNode } from 'react';
import { Bidi, Button, Buttons, Chip, LoadingState, Stack, useFormat, useT } from '../../ui';
import { likenessWords } from '../duplicates';
import { CountsList } from './CountsList';
import styles from './import.module.css';
import { useReasonWords } from './reason-words';
import type { ImportPlan, Trial } from './use-import-plan';

export interface TrialStepProps {
  readonly plan: ImportPlan;
  onRun(): void;
}

export function TrialStep({ plan, onRun }: TrialStepProps): ReactNode {
  const t = useT();
  const { trial, busy } = plan;
  const counts = trial?.counts;
  const reviewed = plan.duplicates === 'review' && plan.mapping?.into === 'parties' ? (counts?.duplicates ?? 0) : 0;
  const writing = counts === undefined ? 0 : counts.created + counts.updated + reviewed;
  return (
    <Stack>
      {busy && trial === null && (
        <div role="status">
          <p className={styles.quiet}>{t('import.trying')}</p>
          <LoadingState lines={4} />
          <Button small onClick={plan.stopTrial}>
            {t('import.cancel')}
          </Button>
        </div>
      )}
      {trial !== null && (
        <>
          <p className={styles.good}>{t('import.tryDone')}</p>
          <CountsList counts={trial.counts} />
          <Samples trial={trial} />
        </>
      )}
      <Buttons>
        <Button disabled={busy} onClick={() => plan.go('map')}>
          {t('import.back')}
        </Button>
        <Button
          kind="primary"
          disabled={trial === null || writing === 0}
          pending={busy && trial !== null}
          onClick={onRun}
        >
          {t('import.runNow', { count: writing })}
        </Button>
      </Buttons>
    </Stack>
  );
}

function Samples({ trial }: { readonly trial: Trial }): ReactNode {
  const t = useT();
  const reasonWords = useReasonWords();
  const format = useFormat();
  if (trial.samples.length === 0) return null;
  return (
    <section aria-label={t('import.samples')}>
      <h3 className={styles.smallTitle}>{t('import.samples')}</h3>
      <ul className={styles.sampleList}>
        {trial.samples.slice(0, 20).map((sample) => (
          <li key={sample.row} className={styles.sampleRow}>
            <span className={styles.quiet}>{t('import.sampleRow', { row: format.number(sample.row) })}</span>
            <span>
              {sample.name === null ? (
                <span className={styles.quiet}>{t('import.noSampleName')}</span>
              ) : (
                <Bidi>{sample.name}</Bidi>
              )}
            </span>
            <Chip hue={sample.outcome === 'rejected' ? 'clay' : 'green'}>{outcomeWords(t, sample.outcome)}</Chip>
            <span className={styles.caution}>{format.list(sample.reasons.map((reason) => reasonWords(reason)))}</span>
            {sample.like !== null && (
              <span className={styles.sampleWhy}>
                {t('import.alikeSure', { percent: sample.like.percent })}{' '}
                {format.list(sample.like.reasons.map((reason) => likenessWords(t, reason)))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const outcomeWords = (t: ReturnType<typeof useT>, outcome: string): string => {
  const id = `import.outcome.${outcome}`;
  return t.has(id) ? t.any(id) : outcome;
};
