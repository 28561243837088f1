// What an import did: exact counts, the rejected rows as a file, and the way back for the whole of it.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, client, useEngineCommand, useMay } from '../../api';
import {
  Button,
  Buttons,
  ConfirmDialog,
  DirIcon,
  ErrorState,
  failureWords,
  notify,
  Panel,
  Stack,
  useNavigation,
  useT,
} from '../../ui';
import { UndoProgress } from '../operations';
import type { UndoOutcome } from '../operations';
import { CountsList } from './CountsList';
import styles from './import.module.css';

export interface ImportReportProps {
  readonly status: ImportStatus;
  onUndone(outcome: UndoOutcome): void;
}

export function ImportReport({ status, onUndone }: ImportReportProps): ReactNode {
  const t = useT();
  const navigation = useNavigation();
  return (
    <Panel title={t('import.report')}>
      <Stack>
        {status.failure !== null && (
          <p className={styles.caution}>{t('import.failedText', { reason: failureWords(t, status.failure) })}</p>
        )}
        <CountsList counts={status.counts} />
        <Buttons start>
          <Button kind="primary" onClick={() => navigation.go({ page: 'people' })}>
            {t('import.seePeople')}
          </Button>
          {status.counts.duplicates > 0 && status.into === 'parties' && (
            <Button onClick={() => navigation.go({ page: 'duplicates' })}>{t('import.seeDuplicates')}</Button>
          )}
          {status.counts.rejected + status.counts.attachmentsRejected > 0 && (
            <SaveRows id={status.id} which="rejected" />
          )}
          {status.hasAlike && <SaveRows id={status.id} which="alike" />}
        </Buttons>
        <UndoImport status={status} onUndone={onUndone} />
      </Stack>
    </Panel>
  );
}

const savings = {
  rejected: {
    save: client.imports.saveRejected,
    file: 'import.rejectedName',
    label: 'import.saveRejected',
    saved: 'import.savedRejected',
  },
  alike: {
    save: client.imports.saveAlike,
    file: 'import.alikeName',
    label: 'import.saveAlike',
    saved: 'import.savedAlike',
  },
} as const;

/** The rejected rows, or those that seem to be somebody, as a file of the person's choice. */
function SaveRows({ id, which }: { readonly id: string; readonly which: keyof typeof savings }): ReactNode {
  const t = useT();
  const { save, file, label, saved: said } = savings[which];
  const run = async (): Promise<void> => {
    const chosen = await appClient.chooseSaveFile({ name: t(file) });
    if (!chosen.ok || chosen.value === null) return;
    const saved = await save({ id, file: chosen.value.token });
    notify(
      saved.ok
        ? { message: t(said, { count: saved.value.rows }), tone: 'success' }
        : { message: failureWords(t, saved.error), tone: 'danger' },
    );
  };
  return (
    <Button icon={<IconDownload size="1rem" stroke={1.6} aria-hidden />} onClick={() => void run()}>
      {t(label)}
    </Button>
  );
}

function UndoImport({ status, onUndone }: ImportReportProps): ReactNode {
  const t = useT();
  const may = useMay();
  const undo = useEngineCommand('operations.undo');
  const [asking, setAsking] = useState(false);
  if (
    status.undone ||
    !may('operations.undo') ||
    status.counts.created + status.counts.updated + status.counts.duplicates === 0
  )
    return null;
  const run = async (): Promise<void> => {
    const result = await undo.run({ groupId: status.id });
    setAsking(false);
    if (!result.ok) return;
    onUndone(result.value);
  };
  return (
    <div>
      <Button kind="danger" icon={<DirIcon icon={IconArrowBackUp} size={16} />} onClick={() => setAsking(true)}>
        {t('import.undo')}
      </Button>
      {undo.error !== null && <ErrorState inline error={undo.error} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('import.undoTitle')}
        confirm={undo.pending ? t('import.undoing') : t('import.undo')}
        danger
        pending={undo.pending}
        onConfirm={() => void run()}
      >
        {t('import.undoText', { name: status.fileName })}
        {undo.pending && <UndoProgress />}
      </ConfirmDialog>
    </div>
  );
}
