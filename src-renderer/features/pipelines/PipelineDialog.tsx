// A pipeline made the office's own: its names, and its stages with what each of them asks.

import { currencies } from '@shared/locale/money';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useMemo, useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Dialog, Form, FormFoot, Select, Switch, useFormat, useT, NamesFields } from '../../ui';
import { useDone } from '../operations';
import { draftOf, formOf, isComplete, moved, withNewStage } from './pipeline-draft';
import type { PipelineForm, StageForm } from './pipeline-draft';
import styles from './pipelines.module.css';
import { StageFields } from './StageFields';
import type { Pipeline } from './use-pipelines';

export function PipelineDialog({ pipeline, onClose }: { readonly pipeline: Pipeline; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('pipelines.save');
  const [form, setForm] = useState(() => formOf(pipeline));
  const store = async (): Promise<void> => {
    const result = await save.run({ id: pipeline.id, ...draftOf(form) });
    if (!result.ok) return;
    done(result, t('deals.settings.saved'));
    onClose();
  };
  return (
    <Dialog opened size="large" onClose={onClose} title={pipeline.name}>
      <Form onSubmit={store}>
        <HeadFields form={form} onChange={setForm} />
        <StagesFields stages={form.stages} onChange={(stages) => setForm({ ...form, stages })} />
        <FormFoot ready={isComplete(form)} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function HeadFields({
  form,
  onChange,
}: {
  readonly form: PipelineForm;
  onChange(form: PipelineForm): void;
}): ReactNode {
  const t = useT();
  const format = useFormat();
  const options = useMemo(
    () => currencies.map((code) => ({ value: code, label: `${code} · ${format.currency(code)}` })),
    [format],
  );
  return (
    <>
      <NamesFields
        label={t('catalogue.pipeline.names')}
        names={form.names}
        onChange={(names) => onChange({ ...form, names })}
      />
      <Select
        label={t('catalogue.pipeline.currency')}
        value={form.currency}
        options={options}
        onChange={(currency) => onChange({ ...form, currency: currency ?? form.currency })}
      />
      <Switch
        label={t('catalogue.pipeline.active')}
        checked={form.active}
        onChange={(active) => onChange({ ...form, active })}
      />
    </>
  );
}

interface StagesFieldsProps {
  readonly stages: readonly StageForm[];
  onChange(stages: readonly StageForm[]): void;
}

function StagesFields({ stages, onChange }: StagesFieldsProps): ReactNode {
  const t = useT();
  const id = useId();
  const [made, setMade] = useState(0);
  const add = (): void => {
    setMade(made + 1);
    onChange(withNewStage(stages, `${id}-${made}`));
  };
  const open = stages.filter(({ kind }) => kind === 'open').length;
  return (
    <ol className={styles.stages} aria-label={t('deals.settings.stages')}>
      {stages.map((stage, index) => (
        <li key={stage.key} className={styles.stage}>
          <StageFields
            stage={stage}
            isFirst={index === 0}
            isLast={index === open - 1}
            onChange={(next) => onChange(stages.with(index, next))}
            onMove={(step) => onChange(moved(stages, index, step))}
            onRemove={open > 1 ? () => onChange(stages.toSpliced(index, 1)) : undefined}
          />
        </li>
      ))}
      <li>
        <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={add}>
          {t('deals.settings.addStage')}
        </Button>
      </li>
    </ol>
  );
}
