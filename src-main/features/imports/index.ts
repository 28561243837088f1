// What the engine uses of imports.

export type { ImportsDeps } from './desk';
export { createRowPreparation, type PreparedRow, type PreparingPlan, type StartPreparer } from './prepared-row';
export type { Told } from './recognition';
export { createImportsService, type Imports } from './imports.service';
export { importsUnderWay } from './under-way';
