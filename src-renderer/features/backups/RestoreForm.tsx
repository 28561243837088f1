// Putting a backup back: the folder, the passphrase it was made with, a look at what it holds, and then the restore itself.

import { IconFolderOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BackupSummary } from '@shared/features/backups/backups.contract';
import { appClient, useEngineCommand, useEngineEvent } from '../../api';
import { Button, ErrorState, InstantText, NumberText, PassphraseInput, TextField, useFormat, useT } from '../../ui';
import { ProgressBar } from '../jobs';
import styles from './backups.module.css';

export interface RestoreFormProps {
  /** The backup took the place of the base; it opens with this. */
  readonly onRestored: (opened: { login: string; passphrase: string }) => void;
  readonly onBack: () => void;
}

interface Chosen {
  readonly token: string;
  readonly summary: BackupSummary;
}

export function RestoreForm({ onRestored, onBack }: RestoreFormProps): ReactNode {
  const t = useT();
  const inspect = useEngineCommand('backups.inspect');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = async (): Promise<void> => {
    const folder = await appClient.chooseFolder({});
    if (!folder.ok || folder.value === null) return;
    const { token } = folder.value;
    const found = await inspect.run({ folder: token });
    setChosen(found.ok ? { token, summary: found.value } : null);
  };
  return (
    <div className={styles.restore}>
      <div className={styles.line}>
        <Button
          icon={<IconFolderOpen size="1.1rem" stroke={1.6} aria-hidden />}
          pending={inspect.pending}
          onClick={() => void choose()}
        >
          {t('backups.choose')}
        </Button>
        {chosen === null && (
          <Button kind="quiet" onClick={onBack}>
            {t('common.back')}
          </Button>
        )}
      </div>
      {inspect.error !== null && <ErrorState inline error={inspect.error} />}
      {chosen !== null && <Preview key={chosen.token} chosen={chosen} onRestored={onRestored} onBack={onBack} />}
    </div>
  );
}

interface PreviewProps extends RestoreFormProps {
  readonly chosen: Chosen;
}

function Preview({ chosen, onRestored, onBack }: PreviewProps): ReactNode {
  const t = useT();
  const { summary, token } = chosen;
  const [login, setLogin] = useState(summary.logins.length === 1 ? (summary.logins[0] ?? '') : '');
  const [passphrase, setPassphrase] = useState('');
  const [opened, setOpened] = useState(false);
  const open = useEngineCommand('backups.open');
  const restore = useEngineCommand('backups.restore');
  const input = { folder: token, login, passphrase };
  const go = async (): Promise<void> => {
    if (!opened) return setOpened((await open.run(input)).ok);
    const restored = await restore.run(input);
    if (restored.ok) onRestored({ login, passphrase });
    return undefined;
  };
  const error = open.error ?? restore.error;
  return (
    <form
      className={styles.restore}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <TextField
        label={t('backups.login')}
        value={login}
        onChange={setLogin}
        disabled={opened}
        direction="ltr"
        required
      />
      <PassphraseInput
        label={t('backups.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        disabled={opened}
        required
      />
      {opened && <Contents summary={summary} />}
      {restore.pending && <Progress />}
      {error !== null && <ErrorState inline error={error} />}
      <div className={styles.line}>
        <Button
          type="submit"
          kind="primary"
          pending={open.pending || restore.pending}
          disabled={login === '' || passphrase === ''}
        >
          {t(opened ? 'backups.restore' : 'backups.look')}
        </Button>
        <Stop running={restore.pending} onBack={onBack} />
      </div>
    </form>
  );
}

function Stop({ running, onBack }: { readonly running: boolean; readonly onBack: () => void }): ReactNode {
  const t = useT();
  const cancel = useEngineCommand('backups.cancelRestore');
  return (
    <Button kind="quiet" onClick={() => (running ? void cancel.run({}) : onBack())}>
      {t(running ? 'jobs.cancel' : 'common.back')}
    </Button>
  );
}

/** What will be there afterwards, before anything is changed. */
function Contents({ summary }: { readonly summary: BackupSummary }): ReactNode {
  const t = useT();
  const format = useFormat();
  const steps = summary.programSchema - summary.schema;
  return (
    <div className={styles.contents} role="status">
      <p>
        {t('backups.made-at')} <InstantText value={summary.madeAt} />
      </p>
      <p>
        {t('people.count', { count: summary.counts['party'] ?? 0 })} ·{' '}
        {t('backups.activities', { count: summary.counts['activity'] ?? 0 })} ·{' '}
        <NumberText value={summary.operations} /> {t('catalogue.backup.operations')}
      </p>
      {steps > 0 && (
        <p>
          {t('backups.will-migrate', { from: format.number(summary.schema), to: format.number(summary.programSchema) })}
        </p>
      )}
    </div>
  );
}

function Progress(): ReactNode {
  const t = useT();
  const [part, setPart] = useState<number | undefined>(undefined);
  const [note, setNote] = useState('backup-copying');
  useEngineEvent('job', ({ kind, progress }) => {
    if (kind !== 'backups.restore' || progress === null) return;
    setPart(progress.total === null || progress.total === 0 ? undefined : progress.done / progress.total);
    setNote(progress.note ?? note);
  });
  return (
    <div role="status">
      <ProgressBar label={t('jobs.kind.backups.restore')} part={part} />
      <span className="dw-muted">{t.any(`jobs.note.${note}`)}</span>
    </div>
  );
}
