// A running import: how far, how fast, how long still; pause, go on, stop.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Buttons, ConfirmDialog, ErrorState, Panel, Stack, useFormat, useT } from '../../ui';
import type { Translate } from '../../ui';
import { ProgressBar } from '../jobs';
import { CountsList } from './CountsList';
import styles from './import.module.css';

export interface ImportProgressProps {
  readonly status: ImportStatus;
  onChange(): void;
}

export function ImportProgress({ status, onChange }: ImportProgressProps): ReactNode {
  const t = useT();
  return (
    <Panel
      title={status.state === 'running' ? t('import.running', { name: status.fileName }) : t('import.state.paused')}
    >
      <Stack>
        <Bar status={status} />
        <Controls status={status} onChange={onChange} />
        <CountsList counts={status.counts} />
        {status.state === 'running' && <p className={styles.quiet}>{t('import.canLeave')}</p>}
        {status.failure !== null && <ErrorState inline error={status.failure} />}
      </Stack>
    </Panel>
  );
}

function Bar({ status }: { readonly status: ImportStatus }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { total, counts, rowsPerSecond, secondsLeft } = status;
  const part = usePart(status);
  return (
    <div>
      <ProgressBar label={t('import.progress')} part={part} />
      <p className={styles.rates}>
        <span>
          {total === null
            ? t('import.rows', { count: counts.read })
            : t('import.progressOf', { done: format.number(counts.read), total: format.number(total) })}
        </span>
        {part !== undefined && <span>{format.number(part, { style: 'percent' })}</span>}
        {rowsPerSecond !== null && <span>{t('import.rate', { count: Math.round(rowsPerSecond) })}</span>}
        {secondsLeft !== null && status.state === 'running' && <span>{timeLeft(t, secondsLeft)}</span>}
      </p>
    </div>
  );
}

/** How far the import is, 0 to 1. Where the rows are not counted beforehand, from the speed and the time that is left. */
function usePart({ total, counts, rowsPerSecond, secondsLeft }: ImportStatus): number | undefined {
  const measured = rowsPerSecond === null || secondsLeft === null ? null : counts.read + rowsPerSecond * secondsLeft;
  const [last, setLast] = useState(measured);
  // While it is paused there is no speed; the last estimate stands.
  if (measured !== null && measured !== last) setLast(measured);
  const all = total ?? measured ?? last;
  return all === null || all === 0 ? undefined : Math.min(1, counts.read / all);
}

function timeLeft(t: Translate, seconds: number): string {
  if (seconds < 90) return t('import.secondsLeft', { count: Math.round(seconds) });
  return t('import.minutesLeft', { count: Math.round(seconds / 60) });
}

function Controls({ status, onChange }: ImportProgressProps): ReactNode {
  const t = useT();
  const pause = useEngineCommand('imports.pause');
  const resume = useEngineCommand('imports.resume');
  const cancel = useEngineCommand('imports.cancel');
  const [asking, setAsking] = useState(false);
  const { id, state } = status;
  const error = pause.error ?? resume.error ?? cancel.error;
  return (
    <Buttons start>
      {state === 'running' ? (
        <Button
          icon={<IconPlayerPause size="1rem" aria-hidden />}
          pending={pause.pending}
          onClick={async () => (await pause.run({ id }), onChange())}
        >
          {t('import.pause')}
        </Button>
      ) : (
        <Button
          kind="primary"
          icon={<IconPlayerPlay size="1rem" aria-hidden />}
          pending={resume.pending}
          onClick={async () => (await resume.run({ id }), onChange())}
        >
          {t('import.resume')}
        </Button>
      )}
      <Button kind="danger" icon={<IconPlayerStop size="1rem" aria-hidden />} onClick={() => setAsking(true)}>
        {t('import.cancel')}
      </Button>
      {error !== null && <ErrorState inline error={error} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('import.cancelTitle')}
        confirm={t('import.cancel')}
        danger
        pending={cancel.pending}
        onConfirm={async () => {
          await cancel.run({ id });
          setAsking(false);
          onChange();
        }}
      >
        {t('import.cancelText')}
      </ConfirmDialog>
    </Buttons>
  );
}
