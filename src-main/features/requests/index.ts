// What the engine uses of requests.

export { makePack } from './pack-job';
export { createRequestHandlers, openRequestRow } from './request-handlers';
export { insertRequest } from './requests.sql';
