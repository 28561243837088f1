// Before the first pipeline: those that ship with the product to begin with, or whom to ask.

import { pipelinePresetIds, pipelinePresets } from '@shared/features/pipelines/presets';
import type { ReactNode } from 'react';
import { useMay } from '../../api';
import { Button, EmptyState, useFormat, useLocaleSettings, useT } from '../../ui';
import styles from './pipelines.module.css';
import { useBegin } from './use-begin';

export function NoPipeline(): ReactNode {
  const t = useT();
  if (!useMay()('pipelines.manage')) {
    return <EmptyState title={t('deals.pipeline.none')} detail={t('deals.pipeline.ask')} />;
  }
  return <EmptyState title={t('deals.pipeline.none')} detail={t('deals.pipeline.begin')} action={<PresetChoices />} />;
}

export function PresetChoices(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const { start, pending } = useBegin();
  return (
    <div className={styles.presets}>
      {pipelinePresetIds.map((preset) => {
        const { names, stages } = pipelinePresets[preset];
        return (
          <div key={preset} className={styles.preset}>
            <strong>{names[language]}</strong>
            <span className="dw-muted">{format.list(stages.map((stage) => stage.names[language]))}</span>
            <Button disabled={pending} onClick={() => void start(preset)}>
              {t('deals.pipeline.beginWith', { name: names[language] })}
            </Button>
          </div>
        );
      })}
    </div>
  );
}
