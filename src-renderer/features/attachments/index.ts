// What other features use of files.

export { ActivityDrop } from './ActivityDrop';
export { ActivityFiles } from './ActivityFiles';
export { PartyDrop } from './PartyDrop';
export { PartyFiles } from './PartyFiles';
export { useAddFiles } from './use-file-jobs';
