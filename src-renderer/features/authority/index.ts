// What other features use of authority.

export { AuthoritySection } from './AuthoritySection';
export { CallCard } from './CallCard';
