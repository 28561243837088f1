// What the engine uses of search.

export { createSearchService } from './search.service';
