// What the engine uses of exports.

export { createExportsService, type ExportsDeps } from './exports.service';
export { exitDrill, type DrillDeps } from './drill';
export { makeExit } from './make-exit';
export { makeExport } from './make-export';
export { drillInThread, writePackageInThread } from './package-thread';
export { writeExportInThread } from './write-thread';
