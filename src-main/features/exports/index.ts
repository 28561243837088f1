// What the engine uses of exports.

export { createExportsService, type ExportsDeps } from './exports.service';
export { makeExport } from './make-export';
export { writeExportInThread } from './write-thread';
