// The heading of the page of deals, and the bar under it: which pipeline, as what, narrowed by what.

import { dealEntity, stageKinds } from '@shared/catalogue';
import { IconLayoutKanban, IconList, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  Button,
  ChoiceSelect,
  CivilDateField,
  FilterMenu,
  ListBar,
  PageTitle,
  Pill,
  Segments,
  Select,
  useT,
} from '../../ui';
import { useUserOptions } from '../operations';
import type { Pipeline } from '../pipelines';
import styles from './deals.module.css';
import type { DealsView } from './deals-view';
import { DealChips } from './DealChips';

export function DealsHead({ onCreate }: { readonly onCreate?: () => void }): ReactNode {
  const t = useT();
  const create = onCreate !== undefined && (
    <Button kind="primary" icon={<IconPlus size="1.05rem" stroke={1.8} aria-hidden />} onClick={onCreate}>
      {t('deals.new')}
    </Button>
  );
  return <PageTitle actions={create}>{t('common.page-deals')}</PageTitle>;
}

export interface DealsBarProps {
  readonly view: DealsView;
  /** Those in use. */
  readonly pipelines: readonly Pipeline[];
  readonly pipeline: Pipeline;
  onChange(view: DealsView): void;
}

export function DealsBar({ view, pipelines, pipeline, onChange }: DealsBarProps): ReactNode {
  const t = useT();
  const change = (part: Partial<DealsView>): void => onChange({ ...view, ...part });
  return (
    <ListBar>
      {pipelines.length > 1 && (
        <div className={styles.chooser}>
          <Select
            label={t('catalogue.pipeline')}
            hideLabel
            value={pipeline.id}
            options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(pipelineId) => change({ pipelineId: pipelineId ?? undefined })}
          />
        </div>
      )}
      <span role="group" aria-label={t('deals.view')} className={styles.modes}>
        <Pill
          pressed={view.mode === 'board'}
          icon={<IconLayoutKanban size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => change({ mode: 'board' })}
        >
          {t('deals.view.board')}
        </Pill>
        <Pill
          pressed={view.mode === 'list'}
          icon={<IconList size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => change({ mode: 'list' })}
        >
          {t('deals.view.list')}
        </Pill>
      </span>
      {view.mode === 'list' && (
        <Segments
          label={t('catalogue.deal.state')}
          value={view.state}
          options={stageKinds.map((kind) => ({ value: kind, label: t.any(`catalogue.deal.state.${kind}`) }))}
          onChange={(state) => change({ state })}
        />
      )}
      <FilterMenu>
        <FilterFields view={view} change={change} />
      </FilterMenu>
      <DealChips view={view} onChange={onChange} />
    </ListBar>
  );
}

interface FilterProps {
  readonly view: DealsView;
  change(part: Partial<DealsView>): void;
}

function FilterFields({ view, change }: FilterProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const { expected } = view;
  const kind = typeof expected === 'object' ? 'range' : (expected ?? null);
  const range = typeof expected === 'object' ? expected : { from: null, to: null };
  return (
    <>
      <Select
        label={t('catalogue.deal.owner_id')}
        clearable
        inPanel
        value={view.owner ?? null}
        options={[{ value: 'me', label: t('deals.filter.me') }, ...users]}
        onChange={(owner) => change({ owner: owner ?? undefined })}
      />
      <Select
        label={t('catalogue.deal.expected_on')}
        clearable
        inPanel
        value={kind}
        options={(['month', 'overdue', 'range'] as const).map((value) => ({
          value,
          label: t(`deals.filter.${value}`),
        }))}
        onChange={(next) => change({ expected: next === 'range' ? range : (next ?? undefined) })}
      />
      {kind === 'range' && (
        <>
          <CivilDateField
            label={t('deals.filter.from')}
            value={range.from}
            onChange={(from) => change({ expected: { ...range, from } })}
          />
          <CivilDateField
            label={t('deals.filter.to')}
            value={range.to}
            onChange={(to) => change({ expected: { ...range, to } })}
          />
        </>
      )}
      <ChoiceSelect
        entity={dealEntity}
        field="category"
        clearable
        inPanel
        value={view.category ?? null}
        onChange={(category) => change({ category: category ?? undefined })}
      />
    </>
  );
}
