// What the engine uses of imports.

export type { ImportsDeps } from './desk';
export { createImportsService, type Imports } from './imports.service';
