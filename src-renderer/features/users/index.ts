// The public face of users.

export { ChangePassphraseDialog } from './ChangePassphraseDialog';
export { UsersPage } from './UsersPage';
export { useRoleName, type RoleWords } from './role-name';
