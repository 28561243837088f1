// One role: what it may do, what it sees of fields, and beside it what somebody would see with it. Edits are kept until they are saved.

import type { AccessRole } from '@shared/features/policy/policy.contract';
import { administrator } from '@shared/features/policy/shipped-roles';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDraft } from '../../api';
import { LoadingState, Panel, TextField, useT } from '../../ui';
import { useRoleName } from '../users';
import { AddedRights } from './AddedRights';
import { GrantLines } from './GrantLines';
import { MaskFields } from './MaskFields';
import styles from './policy.module.css';
import { Preview } from './Preview';
import { PurposeSwitches } from './PurposeSwitches';
import { formOf, sameForm, topicNames } from './role-form';
import { RoleFoot } from './RoleFoot';
import type { Unit } from './use-unit-options';

export interface RoleEditorProps {
  readonly role: AccessRole;
  readonly units: readonly Unit[];
}

export function RoleEditor({ role, units }: RoleEditorProps): ReactNode {
  const t = useT();
  const nameOf = useRoleName();
  const draft = useDraft(`role-rights:${role.id}`, formOf(role));
  const fixed = role.id === administrator;
  const words = nameOf(role.id, role.name);
  const shipped = role.isShipped ? nameOf(role.id, null).name : undefined;
  const { name } = draft.value;
  // A draft of an earlier version says nothing of purposes.
  const policy = { ...draft.value.policy, purpose: draft.value.policy.purpose ?? role.policy.purpose };
  if (!draft.ready) return <LoadingState lines={8} />;
  const shared = {
    policy,
    units,
    disabled: fixed,
    onChange: (next: typeof policy) => draft.set({ name, policy: next }),
  };
  return (
    <>
      <section className={styles.editor} aria-label={words.name}>
        <header>
          <h2 className={styles.roleTitle}>
            <bdi>{words.name}</bdi>
          </h2>
          {words.detail !== null && <p className="dw-muted">{words.detail}</p>}
          {fixed && (
            <p className={styles.fixed}>
              <IconLock size="1.1rem" stroke={1.6} aria-hidden /> {t('policy.fixed')}
            </p>
          )}
        </header>
        <AddedRights role={role} draft={draft} changed={!sameForm(draft.value, formOf(role))} />
        {!fixed && (
          <TextField
            label={t('policy.role-name')}
            placeholder={shipped}
            required={shipped === undefined}
            maxLength={100}
            value={name}
            onChange={(next) => draft.set({ name: next, policy })}
          />
        )}
        {topicNames.map((topic) => (
          <Panel key={topic} title={t(`policy.topic.${topic}`)} level={3}>
            <GrantLines topic={topic} {...shared} />
          </Panel>
        ))}
        <Panel title={t('policy.masks')} level={3}>
          <MaskFields {...shared} />
        </Panel>
        <Panel title={t('purpose.role-title')} level={3}>
          <PurposeSwitches {...shared} />
        </Panel>
        {!fixed && <RoleFoot role={role} draft={draft} />}
      </section>
      <Preview role={role} policy={policy} />
    </>
  );
}
