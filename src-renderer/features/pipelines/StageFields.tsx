// One stage in the form: its names, its odds, when its deals are marked, and what it asks of a deal.

import { stageNeeds } from '@shared/catalogue';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, IconButton, NumberInput, TagsSelect, useLocaleSettings, useT, NamesFields, noNames } from '../../ui';
import type { StageForm } from './pipeline-draft';
import styles from './pipelines.module.css';

export interface StageFieldsProps {
  readonly stage: StageForm;
  /** Among the open ones. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onChange(stage: StageForm): void;
  onMove(step: -1 | 1): void;
  /** Absent for the last open one. */
  readonly onRemove: (() => void) | undefined;
}

/** More than these of one stage are too many to be read before every move. */
const MOST_CRITERIA = 10;

export function StageFields(props: StageFieldsProps): ReactNode {
  const { stage, onChange } = props;
  const t = useT();
  const { language } = useLocaleSettings();
  const [open, setOpen] = useState(stage.id === undefined);
  const name = stage.names[language] === '' ? t('deals.settings.newStage') : stage.names[language];
  return (
    <>
      <div className={styles.stageHead}>
        <button type="button" className={styles.stageName} aria-expanded={open} onClick={() => setOpen(!open)}>
          <bdi>{name}</bdi>
          <span className="dw-muted">{t.any(`catalogue.pipeline_stage.kind.${stage.kind}`)}</span>
        </button>
        {stage.kind === 'open' && <StageButtons {...props} name={name} />}
      </div>
      {open && (
        <div className={styles.form}>
          <NamesFields
            label={t('catalogue.pipeline_stage.names')}
            names={stage.names}
            onChange={(names) => onChange({ ...stage, names })}
          />
          {stage.kind === 'open' && <NumberFields stage={stage} onChange={onChange} />}
          <TagsSelect
            label={t('catalogue.pipeline_stage.needs')}
            value={stage.needs}
            options={stageNeeds.map((need) => ({ value: need, label: t(`deals.need.${need}`) }))}
            onChange={(needs) => onChange({ ...stage, needs })}
          />
          <CriteriaFields stage={stage} onChange={onChange} />
        </div>
      )}
    </>
  );
}

function StageButtons({
  name,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: StageFieldsProps & { readonly name: string }): ReactNode {
  const t = useT();
  return (
    <>
      <IconButton small label={t('deals.settings.up', { name })} disabled={isFirst} onClick={() => onMove(-1)}>
        <IconArrowUp size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
      <IconButton small label={t('deals.settings.down', { name })} disabled={isLast} onClick={() => onMove(1)}>
        <IconArrowDown size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
      <IconButton
        small
        label={t('deals.settings.removeStage', { name })}
        disabled={onRemove === undefined}
        onClick={() => onRemove?.()}
      >
        <IconTrash size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
    </>
  );
}

type PartProps = Pick<StageFieldsProps, 'stage' | 'onChange'>;

function NumberFields({ stage, onChange }: PartProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.names}>
      <NumberInput
        label={t('catalogue.pipeline_stage.odds')}
        min={0}
        max={100}
        value={stage.odds}
        onChange={(odds) => onChange({ ...stage, odds: odds ?? 0 })}
      />
      <NumberInput
        label={t('catalogue.pipeline_stage.rot_days')}
        hint={t('deals.settings.rotHint')}
        min={1}
        max={3650}
        value={stage.rotDays}
        onChange={(rotDays) => onChange({ ...stage, rotDays })}
      />
    </div>
  );
}

function CriteriaFields({ stage, onChange }: PartProps): ReactNode {
  const t = useT();
  const { criteria } = stage;
  const change = (next: StageForm['criteria']): void => onChange({ ...stage, criteria: next });
  return (
    <>
      {criteria.map((names, index) => (
        <div key={index} className={styles.criterion}>
          <NamesFields
            label={t('deals.settings.criterion', { number: index + 1 })}
            names={names}
            onChange={(next) => change(criteria.with(index, next))}
          />
          <IconButton
            small
            label={t('deals.settings.removeCriterion', { number: index + 1 })}
            onClick={() => change(criteria.toSpliced(index, 1))}
          >
            <IconTrash size="1rem" stroke={1.6} aria-hidden />
          </IconButton>
        </div>
      ))}
      {criteria.length < MOST_CRITERIA && (
        <div>
          <Button
            small
            kind="quiet"
            icon={<IconPlus size="0.95rem" aria-hidden />}
            onClick={() => change([...criteria, noNames])}
          >
            {t('deals.settings.addCriterion')}
          </Button>
        </div>
      )}
    </>
  );
}
