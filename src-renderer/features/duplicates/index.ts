// What other parts of the window use of duplicates: the warning while typing, and the page where pairs are reviewed.

export { reasonWords as likenessWords } from './reason-words';
export { DuplicatesPage } from './DuplicatesPage';
export type { MergeProps } from './DuplicatesPage';
export { DuplicateWarning } from './DuplicateWarning';
export type { DuplicateWarningProps, Probe } from './DuplicateWarning';
