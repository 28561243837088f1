// What other features may use of roles.

export { createRolesService, insertRole, rolesOfParty } from './roles.service';
