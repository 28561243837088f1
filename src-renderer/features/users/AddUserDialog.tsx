// A new user: name, login, role, and a first passphrase that they change themselves.

import { Login } from '@shared/features/users/users.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Dialog, notify, PassphraseInput, TextField, useT } from '../../ui';
import { GateFailure, isLongEnough, PassphraseRules } from '../session';
import { RoleChoice } from './RoleChoice';
import style from './users.module.css';

export interface AddUserDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AddUserDialog({ onClose, onDone }: AddUserDialogProps): ReactNode {
  const t = useT();
  const create = useEngineCommand('users.create');
  const [form, setForm] = useState({ displayName: '', login: '', passphrase: '', repeated: '', role: 'staff' });
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const loginFits = Login.safeParse(form.login).success;
  const ready = loginFits && isLongEnough(form.passphrase) && form.passphrase === form.repeated;
  const save = async (): Promise<void> => {
    const { displayName, login, passphrase, role } = form;
    const result = await create.run({ login, displayName: displayName.trim() || login, passphrase, role });
    if (!result.ok) return;
    notify({ message: t('users.added', { name: displayName.trim() || login }), tone: 'success' });
    onDone();
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('users.add')}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
      >
        <TextField
          label={t('users.display-name')}
          value={form.displayName}
          onChange={(displayName) => set({ displayName })}
          autoFocus
        />
        <TextField
          label={t('session.login')}
          hint={t('users.login-hint')}
          error={form.login !== '' && !loginFits ? t('users.login-unfit') : undefined}
          value={form.login}
          onChange={(login) => set({ login })}
          required
          maxLength={60}
        />
        <RoleChoice value={form.role} onChange={(role) => set({ role })} />
        <PassphraseInput
          label={t('users.first-passphrase')}
          hint={t('users.first-passphrase-hint')}
          value={form.passphrase}
          onChange={(passphrase) => set({ passphrase })}
          fresh
          required
        />
        <PassphraseInput
          label={t('session.repeat-passphrase')}
          value={form.repeated}
          onChange={(repeated) => set({ repeated })}
          fresh
          required
        />
        <PassphraseRules passphrase={form.passphrase} login={form.login} repeated={form.repeated} />
        {create.error !== null && <GateFailure error={create.error} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="primary" disabled={!ready} pending={create.pending}>
            {t('users.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
