// What other features may use of pipelines.

export { beginPipeline, createPipelinesService, stageById, stagesOf } from './pipelines.service';
export { selectLossReason, selectLossReasons, selectPipeline } from './pipelines.sql';
