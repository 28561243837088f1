// What the engine uses of drafts.

export { createDraftsService } from './drafts.service';
