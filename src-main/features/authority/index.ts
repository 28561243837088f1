// What the engine uses of authority.

export { createAuthorityService } from './authority.service';
export { insertAuthority } from './authority.sql';
export { newAuthority } from './new-authority';
