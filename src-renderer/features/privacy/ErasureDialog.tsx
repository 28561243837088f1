// Before somebody is erased: what will be touched, what the law keeps, what may still hold them; then the work and its certificate.

import type { ErasurePlan } from '@shared/features/erasure/erasure-operations';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isUnderWay, useEngineCommand, useEngineQuery, useJob } from '../../api';
import {
  Answer,
  Aside,
  Bidi,
  Button,
  DateText,
  Dialog,
  ErrorState,
  InstantText,
  NumberText,
  Stack,
  useFormat,
  useT,
} from '../../ui';
import { partOf, ProgressBar, stateWords } from '../jobs';
import { CertificateDialog } from './CertificateDialog';
import styles from './privacy.module.css';
import { useTouchedWords } from './touched-words';

export interface ErasureDialogProps {
  readonly partyId: string;
  readonly name: string;
  readonly requestId?: string;
  onClose(): void;
}

export function ErasureDialog({ partyId, name, requestId, onClose }: ErasureDialogProps): ReactNode {
  const t = useT();
  const [jobId, setJobId] = useState<string | null>(null);
  const execute = useEngineCommand('privacy.execute');
  const title = t('privacy.erase-title', { name });
  if (jobId !== null) return <Working jobId={jobId} title={title} onClose={onClose} />;
  const erase = async (): Promise<void> => {
    const answer = await execute.run({ partyId, ...(requestId === undefined ? {} : { requestId }) });
    if (answer.ok) setJobId(answer.value.jobId);
  };
  return (
    <Planned
      partyId={partyId}
      title={title}
      failure={execute.error === null ? null : <ErrorState inline error={execute.error} />}
      pending={execute.pending}
      onErase={() => void erase()}
      onClose={onClose}
    />
  );
}

interface PlannedProps {
  readonly partyId: string;
  readonly title: string;
  readonly failure: ReactNode;
  readonly pending: boolean;
  onErase(): void;
  onClose(): void;
}

function Planned({ partyId, title, failure, pending, onErase, onClose }: PlannedProps): ReactNode {
  const t = useT();
  const answer = useEngineQuery('privacy.plan', { partyId });
  const footer = (
    <>
      <Button onClick={onClose} autoFocus>
        {t('common.cancel')}
      </Button>
      <Button kind="danger" disabled={(answer.data?.mode ?? null) === null} pending={pending} onClick={onErase}>
        {t('privacy.erase-now')}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} size="large" title={title} footer={footer}>
      <Answer of={answer}>{(plan) => <Plan plan={plan} />}</Answer>
      {failure}
    </Dialog>
  );
}

function Plan({ plan }: { readonly plan: ErasurePlan }): ReactNode {
  const t = useT();
  const wordsOf = useTouchedWords();
  const { mode, holds, keeps, touched, activities, copies, needsApproval } = plan;
  return (
    <Stack>
      <p>{mode === null ? t('privacy.plan-held') : t.any(`privacy.plan-${mode}`)}</p>
      {holds.map(({ id, reason, at }) => (
        <Aside key={id}>
          {t('catalogue.privacy_mark.kind.hold')} · <InstantText value={at} time={false} /> · <Bidi>{reason}</Bidi>
        </Aside>
      ))}
      {keeps.map(({ ruleId, name, until }) => (
        <Aside key={ruleId}>
          <Bidi>{name ?? t.any(`privacy.retention.${ruleId}`)}</Bidi>
          {until !== null && (
            <>
              {' · '}
              <DateText value={until} />
            </>
          )}
        </Aside>
      ))}
      <ul className={styles.counts}>
        {touched.map(({ what, count }) => (
          <li key={what}>
            <NumberText value={count} /> {wordsOf(what)}
          </li>
        ))}
      </ul>
      <p>{t('privacy.plan-activities', activities)}</p>
      {copies.length > 0 && <p>{t('privacy.plan-copies', { count: copies.length })}</p>}
      {needsApproval && <p>{t('privacy.plan-approval')}</p>}
    </Stack>
  );
}

interface WorkingProps {
  readonly jobId: string;
  readonly title: string;
  onClose(): void;
}

function Working({ jobId, title, onClose }: WorkingProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { job } = useJob(jobId);
  if (job?.state === 'done')
    return <CertificateDialog id={(job.result as { erasureId: string }).erasureId} onClose={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={title} footer={<Button onClick={onClose}>{t('common.close')}</Button>}>
      {job === undefined || isUnderWay(job) ? (
        <>
          <ProgressBar label={title} part={job === undefined ? undefined : partOf(job)} />
          <p role="status">{job === undefined ? '' : stateWords(t, format, job)}</p>
        </>
      ) : (
        <ErrorState inline error={job.failure ?? { code: 'jobs.cancelled' }} />
      )}
    </Dialog>
  );
}
