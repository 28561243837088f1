// All roles beside the one that is open: its editor, and what somebody would see with it.

import type { AccessRole } from '@shared/features/policy/policy.contract';
import { administrator } from '@shared/features/policy/shipped-roles';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { AddButton, Bidi, Chip, PickLine, PickList, useT } from '../../ui';
import { useRoleName } from '../users';
import { NewRoleDialog } from './NewRoleDialog';
import styles from './policy.module.css';
import { RoleEditor } from './RoleEditor';
import type { Unit } from './use-unit-options';

export interface RolesTabProps {
  readonly roles: readonly AccessRole[];
  readonly units: readonly Unit[];
}

export function RolesTab({ roles, units }: RolesTabProps): ReactNode {
  const t = useT();
  const [openId, setOpenId] = useState<string>(administrator);
  const [making, setMaking] = useState(false);
  const open = roles.find(({ id }) => id === openId) ?? roles[0];
  return (
    <div className={styles.roles}>
      <PickList label={t('policy.tab.roles')}>
        {roles.map((role) => (
          <RoleLine key={role.id} role={role} open={role === open} onOpen={() => setOpenId(role.id)} />
        ))}
        <AddButton label={t('policy.new-role')} onClick={() => setMaking(true)} />
      </PickList>
      {open !== undefined && (
        <RoleEditor key={open.id + JSON.stringify([open.name, open.policy])} role={open} units={units} />
      )}
      {making && <NewRoleDialog roles={roles} onClose={() => setMaking(false)} onMade={setOpenId} />}
    </div>
  );
}

interface RoleLineProps {
  readonly role: AccessRole;
  readonly open: boolean;
  onOpen(): void;
}

function RoleLine({ role, open, onOpen }: RoleLineProps): ReactNode {
  const t = useT();
  const nameOf = useRoleName();
  return (
    <PickLine
      open={open}
      words={<Bidi>{nameOf(role.id, role.name).name}</Bidi>}
      detail={t('policy.holders', { count: role.holders })}
      onOpen={onOpen}
    >
      {Object.keys(role.addedSince).length > 0 && <Chip hue="rose">{t('policy.added')}</Chip>}
      {role.isChanged && <Chip hue="amber">{t('policy.changed')}</Chip>}
      {!role.isShipped && <Chip hue="lapis">{t('policy.own-role')}</Chip>}
    </PickLine>
  );
}
