// Sealing a field, opening it again, or a new key for its class: what it means, how far it is, and that it is done.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { isUnderWay, useEngineCommand, useJob } from '../../api';
import { Button, Dialog, ErrorState, useFormat, useT } from '../../ui';
import { partOf, ProgressBar, stateWords } from '../jobs';
import style from './keys.module.css';
import type { SealableField } from './sealing-state';

export interface SealingAct {
  readonly what: 'seal' | 'unseal' | 'renew';
  readonly field: SealableField;
}

interface SealingDialogProps {
  readonly act: SealingAct;
  readonly onClose: () => void;
}

export function SealingDialog({ act, onClose }: SealingDialogProps): ReactNode {
  const t = useT();
  const { start, pending, error } = useSealing(act);
  const [jobId, setJobId] = useState<string | null>(null);
  const name = t.any(`sealing.class.${act.field.class}`);
  const title = t(`sealing.${act.what}-title`, { field: name, name });
  if (jobId !== null) return <Working jobId={jobId} title={title} onClose={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={title}>
      <div className={style.form}>
        <Meaning what={act.what} />
        {error !== null && <ErrorState inline error={error} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" pending={pending} onClick={() => void start().then(setJobId)}>
            {t(`sealing.${act.what}`)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface WorkingProps {
  readonly jobId: string;
  readonly title: string;
  readonly onClose: () => void;
}

function Working({ jobId, title, onClose }: WorkingProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { job } = useJob(jobId);
  const isWorking = job === undefined || isUnderWay(job);
  return (
    <Dialog opened onClose={onClose} title={title} footer={<Button onClick={onClose}>{t('common.close')}</Button>}>
      {isWorking && <ProgressBar label={title} part={job === undefined ? undefined : partOf(job)} />}
      {job !== undefined && (isWorking || job.state === 'done') && <p role="status">{stateWords(t, format, job)}</p>}
      {job !== undefined && !isWorking && job.state !== 'done' && (
        <ErrorState inline error={job.failure ?? { code: 'jobs.cancelled' }} />
      )}
    </Dialog>
  );
}

function Meaning({ what }: { readonly what: SealingAct['what'] }): ReactNode {
  const t = useT();
  if (what === 'unseal') return <p>{t('sealing.unseal-what')}</p>;
  if (what === 'renew') return <p>{t('sealing.renew-what')}</p>;
  return (
    <>
      <p>{t('sealing.what')}</p>
      <p className={style.caution}>{t('sealing.costs')}</p>
    </>
  );
}

/** Answers the job that goes over what is stored; null when it was refused. */
function useSealing({ what, field }: SealingAct) {
  const seal = useEngineCommand('keys.seal');
  const unseal = useEngineCommand('keys.unseal');
  const renew = useEngineCommand('keys.renewClass');
  const start = async (): Promise<string | null> => {
    const answer =
      what === 'renew'
        ? await renew.run({ class: field.class })
        : await (what === 'seal' ? seal : unseal).run({ field: field.field });
    return answer.ok ? answer.value.jobId : null;
  };
  return {
    start,
    pending: seal.pending || unseal.pending || renew.pending,
    error: seal.error ?? unseal.error ?? renew.error,
  };
}
