// What came to the list of permissions after a role was saved: taken over as its preset has it, or left, in one click.

import type { Permission } from '@shared/core/permissions';
import type { RolePolicy, Scope } from '@shared/features/policy/policy';
import type { AccessRole } from '@shared/features/policy/policy.contract';
import type { ReactNode } from 'react';
import { useEngineCommand, type Draft } from '../../api';
import { Button, Buttons, ErrorState, Line, Lines, Panel, useT } from '../../ui';
import { useDone } from '../operations';
import { useRoleName } from '../users';
import { isScoped, type RoleForm } from './role-form';

export interface AddedRightsProps {
  readonly role: AccessRole;
  readonly draft: Draft<RoleForm>;
  /** Whether there are edits that are not saved; they are kept. */
  readonly changed: boolean;
}

export function AddedRights({ role, draft, changed }: AddedRightsProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('policy.set');
  const name = useRoleName()(role.id, role.name).name;
  const added = Object.entries(role.addedSince) as [Permission, Scope][];
  if (added.length === 0) return null;
  const withAdded = (policy: RolePolicy): RolePolicy => ({
    ...policy,
    grants: { ...role.addedSince, ...policy.grants },
  });
  const decide = async (policy: RolePolicy, words: string): Promise<void> => {
    const answer = await save.run({ id: role.id, name: role.name, policy });
    if (!answer.ok) return;
    if (changed && policy !== role.policy) draft.set({ ...draft.value, policy: withAdded(draft.value.policy) });
    if (!changed) draft.clear();
    done(answer, words);
  };
  return (
    <Panel title={t('policy.added-title')} level={3} rule="amber">
      <p className="dw-muted">{t('policy.added-lead')}</p>
      <Lines bare rows={added}>
        {([permission, scope]) => (
          <Line
            key={permission}
            title={t.any(`policy.may.${permission}`)}
            detail={isScoped(permission) ? t(`policy.scope.${typeof scope === 'string' ? scope : 'rule'}`) : undefined}
          />
        )}
      </Lines>
      {save.error !== null && <ErrorState inline error={save.error} />}
      <Buttons>
        <Button
          kind="quiet"
          disabled={save.pending}
          onClick={() => void decide(role.policy, t('policy.added-left', { name }))}
        >
          {t('policy.added-leave')}
        </Button>
        <Button
          kind="primary"
          pending={save.pending}
          onClick={() => void decide(withAdded(role.policy), t('policy.role-saved', { name }))}
        >
          {t('policy.added-take')}
        </Button>
      </Buttons>
    </Panel>
  );
}
