// One import: running with its progress, or finished with its report.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Bidi, Chip, ErrorState, LoadingState, Page, PageTitle, PlaceLink, Stack, useFormat, useT } from '../../ui';
import type { UndoOutcome } from '../operations';
import { OutcomeBuckets } from '../operations';
import { ImportProgress } from './ImportProgress';
import { ImportReport } from './ImportReport';
import { useImportStatus } from './use-import-status';

export function ImportRun({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { status, failure, refresh } = useImportStatus(id);
  // Kept here, for the report is drawn anew when the import is asked about again.
  const [outcome, setOutcome] = useState<UndoOutcome | null>(null);
  const undone = (came: UndoOutcome): void => {
    setOutcome(came);
    refresh();
  };
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
      <Stack>
        {status.undone && (
          <div>
            <Chip hue="clay">{t('import.undone')}</Chip>
          </div>
        )}
        {outcome !== null && <OutcomeBuckets outcome={outcome} />}
        {going ? (
          <ImportProgress status={status} onChange={refresh} />
        ) : (
          <ImportReport status={status} onUndone={undone} />
        )}
      </Stack>
    </Page>
  );
}
