// What the engine and the command line use of the base as a whole.

export { createBaseService } from './base.service';
export { checkBase, verifyInThread } from './check-base';
export type { Verification } from './verify';
export { fillWithSample } from './fill-sample';
export { generateInto, type GenerateInput } from './generate';
export { verifyBase } from './verify';
