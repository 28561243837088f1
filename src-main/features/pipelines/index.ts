// What other features may use of pipelines.

export { createPipelinesService, stageById, stagesOf } from './pipelines.service';
export { selectLossReason, selectPipeline } from './pipelines.sql';
