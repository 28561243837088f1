// What the engine uses of authority.

export { createAuthorityService } from './authority.service';
export { insertAuthority, updateAuthority, type AuthorityRow } from './authority.sql';
export { insertQuestion } from './new-question';
export { newAuthority, standingAuthority, wrongTerms } from './new-authority';
