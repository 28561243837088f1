// The heading of the page of leads, and the bar under it: which state, narrowed by what.

import { leadEntity, leadStates } from '@shared/catalogue';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button, ChoiceSelect, FilterChips, FilterMenu, ListBar, PageTitle, Segments, Select, useT } from '../../ui';
import { useUserOptions } from '../operations';
import { useUnitOptions } from '../policy';
import { withoutFilters } from './leads-view';
import type { LeadsView } from './leads-view';

export function LeadsHead({ onCreate }: { readonly onCreate?: () => void }): ReactNode {
  const t = useT();
  const create = onCreate !== undefined && (
    <Button kind="primary" icon={<IconPlus size="1.05rem" stroke={1.8} aria-hidden />} onClick={onCreate}>
      {t('leads.new')}
    </Button>
  );
  return <PageTitle actions={create}>{t('common.page-leads')}</PageTitle>;
}

export interface LeadsBarProps {
  readonly view: LeadsView;
  onChange(view: LeadsView): void;
}

export function LeadsBar({ view, onChange }: LeadsBarProps): ReactNode {
  const t = useT();
  const states = (['open', ...leadStates] as const).map((state) => ({
    value: state,
    label: state === 'open' ? t('leads.open') : t(`catalogue.lead.state.${state}`),
  }));
  const change = (part: Partial<LeadsView>): void => onChange({ ...view, ...part });
  return (
    <ListBar>
      <Segments
        label={t('catalogue.lead.state')}
        value={view.state}
        options={states}
        onChange={(state) => change({ state })}
      />
      <FilterMenu>
        <FilterFields view={view} change={change} />
      </FilterMenu>
      <LeadChips view={view} onChange={onChange} />
    </ListBar>
  );
}

interface FilterProps {
  readonly view: LeadsView;
  change(part: Partial<LeadsView>): void;
}

function FilterFields({ view, change }: FilterProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const units = useUnitOptions();
  return (
    <>
      <Select
        label={t('catalogue.lead.owner_id')}
        clearable
        inPanel
        value={view.owner ?? null}
        options={[{ value: 'me', label: t('deals.filter.me') }, { value: 'none', label: t('leads.nobody') }, ...users]}
        onChange={(owner) => change({ owner: owner ?? undefined })}
      />
      {units.length > 0 && (
        <Select
          label={t('catalogue.lead.unit_id')}
          clearable
          inPanel
          value={view.unit ?? null}
          options={units}
          onChange={(unit) => change({ unit: unit ?? undefined })}
        />
      )}
      <ChoiceSelect
        entity={leadEntity}
        field="source"
        clearable
        inPanel
        value={view.source ?? null}
        onChange={(source) => change({ source: source ?? undefined })}
      />
      <Select
        label={t('catalogue.lead.responded_at')}
        clearable
        inPanel
        value={view.response ?? null}
        options={(['waiting', 'overdue'] as const).map((value) => ({ value, label: t(`leads.response.${value}`) }))}
        onChange={(response) => change({ response: response ?? undefined })}
      />
    </>
  );
}

function LeadChips({ view, onChange }: LeadsBarProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const units = useUnitOptions();
  const { owner, unit, source, response } = view;
  const nameIn = (options: typeof users, id: string): string => options.find(({ value }) => value === id)?.label ?? '…';
  const ownerWords = (who: string): string =>
    who === 'me' ? t('deals.filter.me') : who === 'none' ? t('leads.nobody') : nameIn(users, who);
  const filters = [
    owner !== undefined && { part: 'owner', name: t('catalogue.lead.owner_id'), value: ownerWords(owner) },
    unit !== undefined && { part: 'unit', name: t('catalogue.lead.unit_id'), value: nameIn(units, unit) },
    source !== undefined && {
      part: 'source',
      name: t('catalogue.lead.source'),
      value: t(`catalogue.lead.source.${source}`),
    },
    response !== undefined && {
      part: 'response',
      name: t('catalogue.lead.responded_at'),
      value: t(`leads.response.${response}`),
    },
  ].filter((chip) => chip !== false);
  return (
    <FilterChips
      filters={filters}
      onRemove={(part) => onChange({ ...view, [part]: undefined })}
      onClear={() => onChange(withoutFilters(view))}
    />
  );
}
