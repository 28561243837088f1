// In the settings: the office's pipelines, each to be made its own, and the reasons for which deals are lost.

import { pipelinePresetIds, pipelinePresets } from '@shared/features/pipelines/presets';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Button,
  Chip,
  ErrorState,
  IconButton,
  LoadingState,
  Menu,
  MenuItem,
  Panel,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';
import { LossReasons } from './LossReasons';
import { PresetChoices } from './NoPipeline';
import { PipelineDialog } from './PipelineDialog';
import styles from './pipelines.module.css';
import { useBegin } from './use-begin';
import { usePipelines } from './use-pipelines';
import type { Pipeline } from './use-pipelines';

export function PipelinesPanel(): ReactNode {
  const t = useT();
  const { all, lossReasons, error, refresh } = usePipelines();
  const [edited, setEdited] = useState<Pipeline | null>(null);
  return (
    <Panel title={t('deals.settings')} action={all !== undefined && all.length > 0 && <BeginMenu />}>
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {error === null && all === undefined && <LoadingState lines={3} />}
      {all?.length === 0 && (
        <>
          <p className="dw-muted">{t('deals.pipeline.begin')}</p>
          <PresetChoices />
        </>
      )}
      <ul className={styles.lines}>
        {all?.map((pipeline) => (
          <PipelineLine key={pipeline.id} pipeline={pipeline} onEdit={() => setEdited(pipeline)} />
        ))}
      </ul>
      {lossReasons.some(({ about }) => about === 'deal') && <LossReasons about="deal" reasons={lossReasons} />}
      {lossReasons.length > 0 && <LossReasons about="lead" reasons={lossReasons} />}
      {edited !== null && <PipelineDialog pipeline={edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

function PipelineLine({ pipeline, onEdit }: { readonly pipeline: Pipeline; onEdit(): void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const stages = pipeline.stages.filter(({ active }) => active).map(({ name }) => name);
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <strong>
          <bdi>{pipeline.name}</bdi>
        </strong>{' '}
        {!pipeline.active && <Chip>{t('deals.settings.unused')}</Chip>}
        <span className="dw-muted">
          {format.currency(pipeline.currency)} · {format.list(stages)}
        </span>
      </span>
      <IconButton label={t('record.editField', { field: pipeline.name })} onClick={onEdit}>
        <IconPencil size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
    </li>
  );
}

function BeginMenu(): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const { start, pending } = useBegin();
  const trigger = (
    <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} pending={pending} aria-haspopup="menu">
      {t('deals.settings.another')}
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {pipelinePresetIds.map((preset) => (
        <MenuItem key={preset} onClick={() => void start(preset)}>
          {pipelinePresets[preset].names[language]}
        </MenuItem>
      ))}
    </Menu>
  );
}
