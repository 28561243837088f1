// What the engine uses of requests.

export { makePack } from './pack-job';
export { createRequestHandlers } from './request-handlers';
