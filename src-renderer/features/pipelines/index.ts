// The public face of pipelines: what there is, and beginning with one, and making it the office's own.

export { NoPipeline } from './NoPipeline';
export { PipelinesPanel } from './PipelinesPanel';
export { usePipelines, useStageNames } from './use-pipelines';
export type { LossReason, Pipeline, Stage } from './use-pipelines';
