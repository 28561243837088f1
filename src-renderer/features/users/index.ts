// The public face of users.

export { UsersPage } from './UsersPage';
export { useRoleName, type RoleWords } from './role-name';
