// Begins a pipeline with one that ships with the product.

import { pipelinePresets } from '@shared/features/pipelines/presets';
import type { PipelinePresetId } from '@shared/features/pipelines/presets';
import { useEngineCommand } from '../../api';
import { useLocaleSettings, useT } from '../../ui';
import { useDone } from '../operations';

export interface Beginning {
  readonly pending: boolean;
  start(preset: PipelinePresetId): Promise<void>;
}

export function useBegin(): Beginning {
  const t = useT();
  const { language } = useLocaleSettings();
  const done = useDone();
  const begin = useEngineCommand('pipelines.begin');
  return {
    pending: begin.pending,
    start: async (preset) =>
      done(await begin.run({ preset }), t('deals.pipeline.begun', { name: pipelinePresets[preset].names[language] })),
  };
}
