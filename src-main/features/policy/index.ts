// What other parts may use of rights.

export { actorOf, mayGiveRole, roleNameOf, rolePolicy } from './actor-of';
export { createPolicyService, rolesOf, type SeeAs } from './policy.service';
