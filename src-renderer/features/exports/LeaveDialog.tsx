// Taking everything out: under a password of the package, unless somebody wants open text; then how far it is.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, PassphraseInput, Segments, useFormat, useLocaleSettings, useNow, useT } from '../../ui';
import { GateFailure, isLongEnough, PassphraseRules } from '../session';
import { ExportOutcome } from './ExportOutcome';
import styles from './exports.module.css';

const ways = ['sealed', 'open'] as const;
type Way = (typeof ways)[number];

export function LeaveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  const { language } = useLocaleSettings();
  const make = useEngineCommand('exports.makeExit');
  const [form, setForm] = useState({ way: 'sealed' as Way, passphrase: '', repeated: '' });
  const [jobId, setJobId] = useState<string | null>(null);
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const { way, passphrase, repeated } = form;
  const ready = way === 'open' || (isLongEnough(passphrase) && passphrase === repeated);
  const begin = async (): Promise<void> => {
    const place = await appClient.chooseSaveFile({ name: `${t('exports.exit.name')} ${today}` });
    if (!place.ok || place.value === null) return;
    const wish = { to: place.value.token, language };
    const answer = await make.run(way === 'open' ? wish : { ...wish, passphrase });
    if (answer.ok) setJobId(answer.value.jobId);
  };
  if (jobId !== null)
    return (
      <Dialog opened onClose={onClose} title={t('exports.exit.make')}>
        <div className={styles.export}>
          {way === 'open' ? <OpenText /> : <p>{t('exports.exit.sealed')}</p>}
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
          if (ready) void begin();
        }}
      >
        <Segments
          label={t('exports.exit.way')}
          value={way}
          onChange={(next) => set({ way: next })}
          options={ways.map((value) => ({ value, label: t(`exports.exit.way.${value}`) }))}
        />
        {way === 'open' ? <OpenText /> : <Password form={form} onChange={set} />}
        {make.error !== null && <GateFailure error={make.error} />}
        <div>
          <Button type="submit" kind="primary" disabled={!ready} pending={make.pending}>
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

interface Typed {
  readonly passphrase: string;
  readonly repeated: string;
}

interface PasswordProps {
  readonly form: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
}

function Password({ form, onChange }: PasswordProps): ReactNode {
  const t = useT();
  return (
    <>
      <p className="dw-muted">{t('exports.exit.sealed')}</p>
      <PassphraseInput
        label={t('exports.reader.password')}
        value={form.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        fresh
        required
      />
      <PassphraseInput
        label={t('session.repeat-passphrase')}
        value={form.repeated}
        onChange={(repeated) => onChange({ repeated })}
        fresh
        required
      />
      <PassphraseRules passphrase={form.passphrase} repeated={form.repeated} />
    </>
  );
}
