// What the shell and other features use of long work.

export { JobsButton } from './JobsButton';
export { kindWords, partOf, stateWords } from './job-words';
export { ProgressBar } from './ProgressBar';
export { SearchLine } from './SearchLine';
export type { SearchLineProps } from './SearchLine';
export { WorkProgress } from './WorkProgress';
