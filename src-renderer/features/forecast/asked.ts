// The question to the engine that a view stands for.

import type { ForecastView } from './PeriodBar';

export const askedBy = ({ period, pipelineId, ownerId }: Omit<ForecastView, 'scale'>) => ({
  period: period.key,
  calendar: period.calendar,
  ...(pipelineId !== undefined && { pipelineId }),
  ...(ownerId !== undefined && { ownerId }),
});
