// Putting a backup back: the folder, what opens it, a look at what it holds, perhaps an earlier moment, and then the restore itself.

import { IconFolderOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { TypedMoment } from '@shared/locale/parse-moment';
import type { BackupSummary } from '@shared/features/backups/backups.contract';
import { appClient, useEngineCommand } from '../../api';
import { Button, ErrorState, InstantText, NumberText, TextField, useFormat, useMomentReading, useT } from '../../ui';
import { AsOfField, asOfInstant } from './AsOfField';
import { WorkProgress } from '../jobs';
import styles from './backups.module.css';
import type { ProofGiven } from './ProofFields';
import { isWhole, noProof, ProofFields, proofFields } from './ProofFields';

export interface RestoreFormProps {
  /** The backup took the place of the base; this opened it. */
  readonly onRestored: (opened: Restored) => void;
  readonly onBack: () => void;
}

export type Restored = { readonly login: string } & ProofGiven;

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
  const reading = useMomentReading();
  const { summary, token } = chosen;
  const [login, setLogin] = useState(summary.logins.length === 1 ? (summary.logins[0] ?? '') : '');
  const [proof, setProof] = useState(noProof);
  const [opened, setOpened] = useState(false);
  const [moment, setMoment] = useState<TypedMoment | null>(null);
  const open = useEngineCommand('backups.open');
  const restore = useEngineCommand('backups.restore');
  const asOf = moment === null ? null : asOfInstant(moment, reading);
  const ready =
    login !== '' && isWhole(proof, summary) && (moment === null || (asOf !== null && asOf <= summary.madeAt));
  const go = async (): Promise<void> => {
    const fields = { login, ...proofFields(proof) };
    if (!opened) return setOpened((await open.run({ folder: token, ...fields })).ok);
    const restored = await restore.run({ folder: token, ...fields, ...(asOf === null ? {} : { asOf }) });
    if (restored.ok) onRestored(fields);
    return undefined;
  };
  const error = open.error ?? restore.error;
  return (
    <form
      className={styles.restore}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void go();
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
      <ProofFields summary={summary} folder={token} value={proof} onChange={setProof} disabled={opened} />
      {opened && <Contents summary={summary} />}
      {opened && <AsOfField value={moment} onChange={setMoment} madeAt={summary.madeAt} />}
      {restore.pending && <WorkProgress kind="backups.restore" />}
      {error !== null && <ErrorState inline error={error} />}
      <div className={styles.line}>
        <Button type="submit" kind="primary" pending={open.pending || restore.pending} disabled={!ready}>
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
      {summary.erasures !== null && summary.erasures > 0 && (
        <p>{t('backups.erased-first', { count: summary.erasures })}</p>
      )}
      {steps > 0 && (
        <p>
          {t('backups.will-migrate', { from: format.number(summary.schema), to: format.number(summary.programSchema) })}
        </p>
      )}
    </div>
  );
}
