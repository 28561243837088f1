// What the engine uses of exports.

export { checkPlace, createExportsService, type ExportsDeps } from './exports.service';
export { exitDrill, type DrillDeps } from './drill';
export { digestInThread } from './digest';
export { breathe, heldStill } from './held-still';
export { makeExit } from './make-exit';
export { makeExport } from './make-export';
export { MeasuredExport, measureExport } from './measure-export';
export { lockInThread, openLockInThread } from './package-locks';
export { drillInThread, writePackageInThread } from './package-thread';
export { writeExportInThread } from './write-thread';
