// Taking everything out: under a password of the package, unless somebody wants open text; then how far it is.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, useFormat, useLocaleSettings, useNow, useT } from '../../ui';
import { GateFailure } from '../session';
import { ExportOutcome } from './ExportOutcome';
import { LockChoice, lockWishOf, useLockForm } from './LockChoice';
import styles from './exports.module.css';

export function LeaveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  const { language } = useLocaleSettings();
  const make = useEngineCommand('exports.makeExit');
  const [form, setForm] = useLockForm('passphrase');
  const [jobId, setJobId] = useState<string | null>(null);
  const { way } = form;
  const lock = lockWishOf(form);
  const begin = async (): Promise<void> => {
    if (lock === null) return;
    const place = await appClient.chooseSaveFile({ name: `${t('exports.exit.name')} ${today}` });
    if (!place.ok || place.value === null) return;
    const answer = await make.run({ to: place.value.token, language, ...lock });
    if (answer.ok) setJobId(answer.value.jobId);
  };
  if (jobId !== null)
    return (
      <Dialog opened onClose={onClose} title={t('exports.exit.make')}>
        <div className={styles.export}>
          {way === 'open' ? <OpenText /> : way === 'passphrase' && <p>{t('exports.exit.sealed')}</p>}
          <ExportOutcome jobId={jobId} onAgain={() => setJobId(null)} />
        </div>
      </Dialog>
    );
  return (
    <Dialog opened onClose={onClose} title={t('exports.exit.make')}>
      <form
        className={styles.export}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        {way === 'passphrase' && <p className="dw-muted">{t('exports.exit.sealed')}</p>}
        <LockChoice form={form} onChange={setForm} open={t('exports.exit.open')} />
        {make.error !== null && <GateFailure error={make.error} />}
        <div>
          <Button type="submit" kind="primary" disabled={lock === null} pending={make.pending}>
            {t('exports.choose')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function OpenText(): ReactNode {
  return <p className={styles.plain}>{useT()('exports.exit.open')}</p>;
}
