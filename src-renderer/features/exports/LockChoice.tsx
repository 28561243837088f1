// Whom a file is encrypted for: recipients of the office's register, whoever knows a passphrase, or, for who may, nobody at all.

import type { Recipient } from '@shared/features/exports/lock';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Bidi, Checkmark, ErrorState, PassphraseInput, Segments, useT } from '../../ui';
import type { Translate } from '../../ui';
import { isLongEnough, PassphraseRules } from '../session';
import styles from './exports.module.css';

export const lockWays = ['recipients', 'passphrase', 'open'] as const;

export interface LockForm {
  readonly way: (typeof lockWays)[number];
  readonly recipients: ReadonlySet<string>;
  readonly passphrase: string;
  readonly repeated: string;
}

export interface LockWish {
  readonly recipients?: string[];
  readonly passphrase?: string;
}

/** Encrypted at first where the role holds no right to open text. */
export function useLockForm(first: LockForm['way']): readonly [LockForm, (form: LockForm) => void] {
  const may = useMay();
  const way = first === 'open' && !may('exports.plain') ? 'recipients' : first;
  return useState<LockForm>({ way, recipients: new Set(), passphrase: '', repeated: '' });
}

/** null while something is missing. */
export function lockWishOf({ way, recipients, passphrase, repeated }: LockForm): LockWish | null {
  if (way === 'open') return {};
  if (way === 'recipients') return recipients.size === 0 ? null : { recipients: [...recipients] };
  return isLongEnough(passphrase) && passphrase === repeated ? { passphrase } : null;
}

export const recipientName = (t: Translate, { name, kind }: Pick<Recipient, 'name' | 'kind'>): string =>
  kind === 'escrow' || name === null ? t('exports.lock.escrow') : name;

export interface LockChoiceProps {
  readonly form: LockForm;
  readonly onChange: (form: LockForm) => void;
  /** What it means to leave it open. */
  readonly open: string;
}

export function LockChoice({ form, onChange, open }: LockChoiceProps): ReactNode {
  const t = useT();
  const may = useMay();
  const { way, passphrase, repeated } = form;
  const ways = lockWays.filter((one) => one !== 'open' || may('exports.plain'));
  return (
    <>
      <Segments
        label={t('exports.lock')}
        fullWidth
        value={way}
        options={ways.map((value) => ({ value, label: t(`exports.lock.${value}`) }))}
        onChange={(next) => onChange({ ...form, way: next })}
      />
      {way === 'recipients' && <Recipients form={form} onChange={onChange} />}
      {way === 'passphrase' && (
        <>
          <p className="dw-muted">{t('exports.lock.passphrase-hint')}</p>
          <PassphraseInput
            label={t('exports.lock.passphrase-of')}
            value={passphrase}
            onChange={(next) => onChange({ ...form, passphrase: next })}
            fresh
            required
          />
          <PassphraseInput
            label={t('session.repeat-passphrase')}
            value={repeated}
            onChange={(next) => onChange({ ...form, repeated: next })}
            fresh
            required
          />
          <PassphraseRules passphrase={passphrase} repeated={repeated} />
        </>
      )}
      {way === 'open' && <p className={styles.plain}>{open}</p>}
    </>
  );
}

function Recipients({ form, onChange }: Omit<LockChoiceProps, 'open'>): ReactNode {
  const t = useT();
  const list = useEngineQuery('exports.recipients', {});
  const chosen = form.recipients;
  const toggle = (id: string, isChosen: boolean): void => {
    const others = [...chosen].filter((one) => one !== id);
    onChange({ ...form, recipients: new Set(isChosen ? [...others, id] : others) });
  };
  if (list.error !== null) return <ErrorState inline error={list.error} onRetry={list.refresh} />;
  if (list.data?.recipients.length === 0) return <p className={styles.plain}>{t('exports.lock.no-recipients')}</p>;
  return (
    <fieldset className={styles.recipients}>
      <legend className="dw-muted">{t('exports.lock.recipients-hint')}</legend>
      {list.data?.recipients.map((one) => (
        <Checkmark
          key={one.id}
          label={<Bidi>{recipientName(t, one)}</Bidi>}
          checked={chosen.has(one.id)}
          onChange={(isChosen) => toggle(one.id, isChosen)}
        />
      ))}
    </fieldset>
  );
}
