// The record of processing, for the engine.

export { createProcessingService } from './processing.service';
