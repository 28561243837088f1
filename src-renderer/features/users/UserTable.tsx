// The users as a small table: never so many that it must scroll by itself.

import type { User } from '@shared/features/users/users.contract';
import { IconKey, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSession } from '../../api';
import { Avatar, Bidi, Chip, IconButton, InstantText, useT } from '../../ui';
import { useRoleName } from './role-name';
import style from './users.module.css';

export interface UserTableProps {
  readonly users: readonly User[];
  readonly mayManage: boolean;
  readonly onEdit: (user: User) => void;
  readonly onReset: (user: User) => void;
  readonly onRemove: (user: User) => void;
}

export function UserTable({ users, mayManage, onEdit, onReset, onRemove }: UserTableProps): ReactNode {
  const t = useT();
  return (
    <table className={style.table}>
      <caption className="dw-said">{t('common.page-users')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('users.name')}</th>
          <th scope="col">{t('users.role')}</th>
          <th scope="col">{t('users.since')}</th>
          <th scope="col">{mayManage && <span className="dw-said">{t('common.more')}</span>}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            mayManage={mayManage}
            onEdit={onEdit}
            onReset={onReset}
            onRemove={onRemove}
          />
        ))}
      </tbody>
    </table>
  );
}

function UserRow({
  user,
  mayManage,
  onEdit,
  onReset,
  onRemove,
}: Omit<UserTableProps, 'users'> & { readonly user: User }): ReactNode {
  const t = useT();
  const nameOf = useRoleName();
  const me = useSession();
  const removed = user.status === 'removed';
  return (
    <tr data-removed={removed}>
      <th scope="row" className={style.name}>
        <Avatar name={user.displayName} size={32} hue={user.role === 'administrator' ? 'clay' : 'lapis'} />
        <span className={style.nameWords}>
          <Bidi>{user.displayName}</Bidi>
          <span className={style.login}>
            <Bidi>{user.login}</Bidi>
          </span>
        </span>
        {user.id === me.id && <Chip hue="lapis">{t('users.you')}</Chip>}
        {removed && <Chip>{t('users.removed')}</Chip>}
      </th>
      <td>{nameOf(user.role, user.roleName).name}</td>
      <td>
        <InstantText value={user.createdAt} time={false} />
      </td>
      <td className={style.tools}>
        {mayManage && !removed && (
          <>
            <IconButton label={t('users.edit-who', { name: user.displayName })} onClick={() => onEdit(user)}>
              <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
            </IconButton>
            <IconButton
              label={t('users.reset-who', { name: user.displayName })}
              disabled={user.id === me.id}
              onClick={() => onReset(user)}
            >
              <IconKey size="1.1rem" stroke={1.6} aria-hidden />
            </IconButton>
            <IconButton
              label={t('users.remove-who', { name: user.displayName })}
              kind="danger"
              disabled={user.id === me.id}
              onClick={() => onRemove(user)}
            >
              <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
            </IconButton>
          </>
        )}
      </td>
    </tr>
  );
}
