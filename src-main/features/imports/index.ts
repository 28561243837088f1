// What the engine uses of imports.

export { createImportsService, type Imports, type ImportsDeps } from './imports.service';
