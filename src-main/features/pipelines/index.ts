// What other features may use of pipelines.

export {
  beginPipeline,
  createPipelinesService,
  firstPipelineId,
  isReasonFor,
  lossReasonsOf,
  stageById,
  stagesOf,
} from './pipelines.service';
export { stageOdds, type OddsByStage } from './stage-odds';
export { selectPipeline } from './pipelines.sql';
