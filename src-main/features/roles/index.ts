// What other features may use of roles.

export { createRolesService, endRole, insertRole, rolesOfParty } from './roles.service';
export { selectRolesOfParty } from './roles.sql';
