// The certificate of one trial restore: what was restored, how long it took, what was compared. Printed alone on its sheet.

import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Rehearsal } from '@shared/features/backups/backups.contract';
import { appClient } from '../../api';
import { Button, Dialog, InstantText, Ltr, NumberText, useT } from '../../ui';
import styles from './backups.module.css';

export interface CertificateProps {
  readonly rehearsal: Rehearsal;
  readonly onClose: () => void;
}

export function Certificate({ rehearsal, onClose }: CertificateProps): ReactNode {
  const t = useT();
  const { sound } = rehearsal;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('backups.certificate')}
      footer={
        <Button
          icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => void appClient.printWindow({})}
        >
          {t('backups.print')}
        </Button>
      }
    >
      <div className="dw-sheet">
        <p className={sound ? styles.good : styles.bad}>
          <strong>{t(sound ? 'backups.restored-and-compared' : 'backups.rehearsal-failed')}</strong>
        </p>
        <dl className={styles.facts}>
          <Facts rehearsal={rehearsal} />
        </dl>
        <h3>{t('backups.counts')}</h3>
        <dl className={styles.facts}>
          {Object.entries(rehearsal.counts)
            .filter(([table]) => table !== 'change' && table !== 'operation')
            .map(([table, count]) => (
              <Fact key={table} label={t.any(`catalogue.${table}`)}>
                <NumberText value={count} />
              </Fact>
            ))}
        </dl>
      </div>
    </Dialog>
  );
}

function Facts({ rehearsal }: { readonly rehearsal: Rehearsal }): ReactNode {
  const t = useT();
  const { name, backupMadeAt, finishedAt, restoreSeconds, operations, head, compared, differing, findings } = rehearsal;
  return (
    <>
      <Fact label={t('catalogue.backup')}>
        <Ltr>{name}</Ltr>
      </Fact>
      <Fact label={t('catalogue.backup.made_at')}>
        <InstantText value={backupMadeAt} />
      </Fact>
      <Fact label={t('catalogue.rehearsal.finished_at')}>
        <InstantText value={finishedAt} />
      </Fact>
      <Fact label={t('backups.restore-time')}>{t('backups.seconds', { count: Math.ceil(restoreSeconds) })}</Fact>
      <Fact label={t('catalogue.backup.operations')}>
        <NumberText value={operations} />
      </Fact>
      <Fact label={t('backups.compared')}>
        <NumberText value={compared} />
      </Fact>
      <Fact label={t('backups.differing')}>
        <NumberText value={differing} />
      </Fact>
      <Fact label={t('backups.head')}>
        <span className={styles.hash}>
          <Ltr>{head}</Ltr>
        </span>
      </Fact>
      {findings.map(({ check, detail }) => (
        <Fact key={`${check}${detail}`} label={t('backups.finding')}>
          <Ltr>{`${check} ${detail}`}</Ltr>
        </Fact>
      ))}
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
