// One import: running with its progress, or finished with its report.

import type { ReactNode } from 'react';
import { Bidi, Chip, ErrorState, LoadingState, Page, PageTitle, PlaceLink, useFormat, useT } from '../../ui';
import { ImportProgress } from './ImportProgress';
import { ImportReport } from './ImportReport';
import styles from './import.module.css';
import { useImportStatus } from './use-import-status';

export function ImportRun({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { status, failure, refresh } = useImportStatus(id);
  if (failure !== null && status === undefined) return <ErrorState error={failure} onRetry={refresh} />;
  if (status === undefined) return <LoadingState lines={6} />;
  const going = status.state === 'running' || status.state === 'paused';
  return (
    <Page narrow>
      <PageTitle
        detail={
          <>
            {format.instant(status.startedAt)} · {t(`import.state.${status.state}`)}
          </>
        }
        actions={
          <PlaceLink to={{ page: 'import' }} className="dw-link">
            {t('import.newOne')}
          </PlaceLink>
        }
      >
        <Bidi>{status.fileName}</Bidi>
      </PageTitle>
      <div className={styles.stack}>
        {status.undone && <Chip hue="clay">{t('import.undone')}</Chip>}
        {going ? (
          <ImportProgress status={status} onChange={refresh} />
        ) : (
          <ImportReport status={status} onChange={refresh} />
        )}
      </div>
    </Page>
  );
}
