// What other features may use of pipelines.

export { beginPipeline, createPipelinesService, stageById, stagesOf } from './pipelines.service';
export { stageOdds, type OddsByStage } from './stage-odds';
export { selectLossReason, selectLossReasons, selectPipeline } from './pipelines.sql';
