// The health of the base in plain words, worst first, each with the one thing to do about it; and everything about its copies.

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconDatabaseExport,
  IconHistory,
  IconShieldExclamation,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { HealthFinding } from '@shared/features/health/health.contract';
import { useEngineCommand, useEngineQuery } from '../../api';
import { Button, Dialog, ErrorState, LoadingState, Page, PageTitle, Panel, useFormat, useNow, useT } from '../../ui';
import { BackupsPanel, RehearsalsPanel, RestoreForm, TargetsPanel, useAfterJobs } from '../backups';
import { ExitPanel } from '../exports';
import { RemedyButton } from './RemedyButton';
import styles from './health.module.css';

export function HealthPage(): ReactNode {
  const t = useT();
  const report = useEngineQuery('health.report', {});
  const make = useEngineCommand('backups.make');
  const [restoring, setRestoring] = useState(false);
  useAfterJobs(['backups.make', 'backups.rehearse', 'base.check', 'exports.drill'], report.refresh);
  return (
    <Page narrow>
      <PageTitle
        detail={t('health.lead')}
        actions={
          <>
            <Button icon={<IconHistory size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setRestoring(true)}>
              {t('backups.restore-one')}
            </Button>
            <Button
              kind="primary"
              icon={<IconDatabaseExport size="1.1rem" stroke={1.6} aria-hidden />}
              pending={make.pending}
              onClick={() => void make.run({ rehearse: true })}
            >
              {t('backups.make-now')}
            </Button>
          </>
        }
      >
        {t('common.page-health')}
      </PageTitle>
      {make.error !== null && <ErrorState inline error={make.error} />}
      {report.loading && <LoadingState />}
      {report.error !== null && <ErrorState error={report.error} onRetry={report.refresh} />}
      {report.data !== undefined && (
        <Panel flush title={t('health.findings')}>
          <ul className={styles.list} aria-label={t('health.findings')}>
            {report.data.findings.map((finding) => (
              <Finding key={finding.code} finding={finding} onChange={report.refresh} />
            ))}
          </ul>
        </Panel>
      )}
      <TargetsPanel onChange={report.refresh} />
      <BackupsPanel />
      <RehearsalsPanel />
      <ExitPanel />
      <Dialog opened={restoring} onClose={() => setRestoring(false)} title={t('backups.restore-one')}>
        <p className="dw-muted">{t('backups.restore-over')}</p>
        <RestoreForm onBack={() => setRestoring(false)} onRestored={() => setRestoring(false)} />
      </Dialog>
    </Page>
  );
}

const icons = { good: IconCircleCheck, attention: IconAlertTriangle, danger: IconShieldExclamation } as const;

interface FindingProps {
  readonly finding: HealthFinding;
  readonly onChange: () => void;
}

function Finding({ finding, onChange }: FindingProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow(true);
  const { code, level, at, count, remedy } = finding;
  const Icon = icons[level];
  const when = at === null ? '' : format.relative(at, now);
  return (
    <li className={styles.finding} data-level={level} data-code={code}>
      <Icon size="1.35rem" stroke={1.6} aria-hidden />
      <span className={styles.words}>
        <span className="dw-said">{t.any(`health.level.${level}`)}</span>
        {t.any(`health.${code}`, { when, count: count ?? 0 })}
      </span>
      {remedy !== null && <RemedyButton remedy={remedy} onDone={onChange} />}
    </li>
  );
}
