// What the engine uses of authority.

export { createAuthorityService } from './authority.service';
