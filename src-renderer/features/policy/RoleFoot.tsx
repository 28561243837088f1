// What becomes of the edits of a role: saved, discarded; and the way back to its shipped rights, or the end of a role of the office.

import type { AccessRole } from '@shared/features/policy/policy.contract';
import type { ReactNode } from 'react';
import type { Draft } from '../../api';
import { useEngineCommand } from '../../api';
import { Button, Buttons, ErrorState, useT } from '../../ui';
import { useDone } from '../operations';
import { useRoleName } from '../users';
import styles from './policy.module.css';
import { formOf, isWhole, sameForm, type RoleForm } from './role-form';

export interface RoleFootProps {
  readonly role: AccessRole;
  readonly draft: Draft<RoleForm>;
}

export function RoleFoot({ role, draft }: RoleFootProps): ReactNode {
  const t = useT();
  const done = useDone();
  const nameOf = useRoleName();
  const save = useEngineCommand('policy.set');
  const remove = useEngineCommand('policy.removeRole');
  const { name, policy } = draft.value;
  const called = name.trim() === '' ? null : name.trim();
  const ready = isWhole(policy) && (called !== null || role.isShipped);
  const isChanged = !sameForm(draft.value, formOf(role));
  const submit = async (): Promise<void> => {
    const answer = await save.run({ id: role.id, name: called, policy });
    if (!answer.ok) return;
    draft.clear();
    done(answer, t('policy.role-saved', { name: nameOf(role.id, called).name }));
  };
  const takeBack = async (): Promise<void> => {
    const answer = await remove.run({ id: role.id });
    if (!answer.ok) return;
    draft.clear();
    const words = nameOf(role.id, role.isShipped ? null : role.name).name;
    done(answer, t(role.isShipped ? 'policy.role-reset' : 'policy.role-removed', { name: words }));
  };
  const failure = save.error ?? remove.error;
  const held = !role.isShipped && role.holders > 0;
  return (
    <footer className={styles.foot}>
      {failure !== null && <ErrorState inline error={failure} />}
      {!isWhole(policy) && <p className={styles.caution}>{t('policy.preview-unfit')}</p>}
      <Buttons>
        {isChanged && <span className={styles.unsaved}>{t('policy.unsaved')}</span>}
        {!isChanged && held && <span className={styles.unsaved}>{t('policy.role-held')}</span>}
        {!isChanged && (role.isChanged || !role.isShipped) && (
          <Button
            kind={role.isShipped ? 'quiet' : 'danger'}
            disabled={held}
            pending={remove.pending}
            onClick={() => void takeBack()}
          >
            {t(role.isShipped ? 'policy.reset' : 'policy.remove-role')}
          </Button>
        )}
        {isChanged && <Button onClick={draft.clear}>{t('policy.discard')}</Button>}
        <Button kind="primary" disabled={!isChanged || !ready} pending={save.pending} onClick={() => void submit()}>
          {t('common.save')}
        </Button>
      </Buttons>
    </footer>
  );
}
