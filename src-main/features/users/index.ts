// What other features may use of users.

export { createUsersService, userRefs, type UserKeyring } from './users.service';
export { insertUser, selectUser, selectUserExists, selectUsers, updateUser } from './users.sql';
