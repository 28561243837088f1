// The head of the log, to be read out and printed; the verification; the signed log for others.

import { IconFileCertificate, IconPrinter, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import { Button, Buttons, Dialog, ErrorState, InstantText, Ltr, Panel, useFormat, useNow, useT } from '../../ui';
import styles from './audit.module.css';
import { LogOutcome } from './LogOutcome';

export function HeadPanel(): ReactNode {
  const t = useT();
  const head = useEngineQuery('audit.head', {});
  const [jobId, setJobId] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  const verify = useEngineCommand('audit.verify');
  const take = useTake(setJobId);
  const onVerify = async (): Promise<void> => {
    const answer = await verify.run({});
    if (answer.ok) setJobId(answer.value.jobId);
  };
  if (head.error !== null) return <ErrorState inline error={head.error} onRetry={head.refresh} />;
  if (head.data === undefined) return null;
  return (
    <Panel>
      <div className={styles.headLine}>
        <HeadWords head={head.data} />
        <Buttons start>
          <Button
            icon={<IconShieldCheck size="1rem" stroke={1.6} aria-hidden />}
            pending={verify.pending}
            onClick={() => void onVerify()}
          >
            {t('audit.verify')}
          </Button>
          <Button icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />} onClick={() => setSheet(true)}>
            {t('audit.print-head')}
          </Button>
          <Button
            icon={<IconFileCertificate size="1rem" stroke={1.6} aria-hidden />}
            pending={take.pending}
            onClick={() => void take.run()}
          >
            {t('audit.export-signed')}
          </Button>
        </Buttons>
      </div>
      {(verify.error ?? take.error) !== null && <ErrorState inline error={(verify.error ?? take.error)!} />}
      {jobId !== null && <LogOutcome jobId={jobId} />}
      {sheet && <HeadSheet head={head.data} onClose={() => setSheet(false)} />}
    </Panel>
  );
}

/** Asks where to, then writes the signed log. */
function useTake(onJob: (jobId: string) => void) {
  const t = useT();
  const today = useFormat().civilOf(useNow());
  const take = useEngineCommand('audit.export');
  return {
    pending: take.pending,
    error: take.error,
    async run() {
      const place = await appClient.chooseSaveFile({ name: `${t('audit.file-name')} ${today}.jsonl` });
      if (!place.ok || place.value === null) return;
      // The system's dialog has asked whether a file that is there may be replaced.
      const answer = await take.run({ to: place.value.token, replace: true });
      if (answer.ok) onJob(answer.value.jobId);
    },
  };
}

type Head = NonNullable<ReturnType<typeof useEngineQuery<'audit.head'>>['data']>;

function HeadWords({ head: { short, operations, signed } }: { readonly head: Head }): ReactNode {
  const t = useT();
  return (
    <div className={styles.headWords}>
      <span className={styles.label}>{t('audit.head')}</span>
      <strong className={styles.code}>
        <Ltr>{short}</Ltr>
      </strong>
      <span className={styles.quiet}>{t('audit.head-at', { operations })}</span>
      <span className={styles.quiet}>
        {signed === null ? (
          t('audit.unsigned')
        ) : (
          <>
            {t('audit.signed', { name: signed.by?.name ?? '—', fingerprint: signed.fingerprint })} ·{' '}
            <InstantText value={signed.at} />
          </>
        )}
      </span>
    </div>
  );
}

function HeadSheet({ head, onClose }: { readonly head: Head; onClose(): void }): ReactNode {
  const t = useT();
  const now = useNow(false);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('audit.sheet-title')}
      footer={
        <Button
          kind="primary"
          icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => void appClient.printWindow({})}
        >
          {t('audit.print-head')}
        </Button>
      }
    >
      <div className="dw-sheet">
        <p className="dw-sheet-only">
          {t('app.name')} · {t('audit.sheet-title')}
        </p>
        <HeadWords head={head} />
        <p>
          <InstantText value={now} style="full" />
        </p>
        <p>{t('audit.head-lead')}</p>
      </div>
    </Dialog>
  );
}
