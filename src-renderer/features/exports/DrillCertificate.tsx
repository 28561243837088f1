// The certificate of one exit drill: what was taken out and compared, and every row that is not as it should be. Printed alone.

import type { ExitDrill } from '@shared/features/exports/exports.contract';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient } from '../../api';
import { Button, Dialog, InstantText, Ltr, NumberText, useFormat, useT } from '../../ui';
import styles from './exports.module.css';

export interface DrillCertificateProps {
  readonly drill: ExitDrill;
  onClose(): void;
}

export function DrillCertificate({ drill, onClose }: DrillCertificateProps): ReactNode {
  const t = useT();
  const footer = (
    <Button icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />} onClick={() => void appClient.printWindow({})}>
      {t('backups.print')}
    </Button>
  );
  return (
    <Dialog opened onClose={onClose} title={t('backups.certificate')} footer={footer}>
      <div className="dw-sheet">
        <p className={drill.sound ? styles.good : styles.bad}>
          <strong>{t(drill.sound ? 'exports.exit.sound' : 'exports.exit.unsound')}</strong>
        </p>
        <Figures drill={drill} />
        {drill.findings.length > 0 && <Findings drill={drill} />}
        <h3>{t('backups.counts')}</h3>
        <dl className={styles.facts}>
          {Object.entries(drill.rows).map(([table, count]) => (
            <Fact
              key={table}
              label={t.any(t.has(`catalogue.${table}`) ? `catalogue.${table}` : `exports.history.${table}`)}
            >
              <NumberText value={count} />
            </Fact>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}

function Figures({ drill }: { readonly drill: ExitDrill }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <dl className={styles.facts}>
      <Fact label={t('catalogue.exit_drill.finished_at')}>
        <InstantText value={drill.finishedAt} />
      </Fact>
      {drill.from !== null && (
        <Fact label={t('exports.exit.of')}>
          <Ltr>{drill.from}</Ltr>
        </Fact>
      )}
      <Fact label={t('exports.exit.compared')}>
        <NumberText value={drill.compared} />
      </Fact>
      <Fact label={t('exports.exit.files')}>
        <NumberText value={drill.files} />
      </Fact>
      <Fact label={t('catalogue.backup.bytes')}>
        {t('backups.size', { megabytes: format.number(Math.max(1, Math.round(drill.bytes / 1e6))) })}
      </Fact>
    </dl>
  );
}

function Findings({ drill: { findings, more } }: { readonly drill: ExitDrill }): ReactNode {
  const t = useT();
  return (
    <ul className={styles.findings} aria-label={t('backups.finding')}>
      {findings.map(({ kind, table, row, detail }, index) => (
        <li key={`${index}${kind}${row}`}>
          <strong className={styles.bad}>{t(`exports.finding.${kind}`)}</strong>{' '}
          <Ltr>{[table, row, detail].filter((part) => part !== '').join(' · ')}</Ltr>
        </li>
      ))}
      {more > 0 && <li>{t('exports.exit.more', { count: more })}</li>}
    </ul>
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
