// The public face of users.

export { UsersPage } from './UsersPage';
