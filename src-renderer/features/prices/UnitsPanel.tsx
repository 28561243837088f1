// In the settings: units in which things are counted, and the tree of categories.

import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  AddButton,
  Dialog,
  ErrorState,
  Fields,
  Form,
  FormFoot,
  IconButton,
  isNamed,
  Line,
  Lines,
  LoadingState,
  NamesFields,
  noNames,
  NumberInput,
  Panel,
  Select,
  Switch,
  useFormat,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { optionsOf, useOptions } from './use-offer';
import type { Category, Unit } from './use-offer';

export function UnitsPanel(): ReactNode {
  const t = useT();
  const { units, error, refresh } = useOptions();
  const [edited, setEdited] = useState<Unit | 'new' | null>(null);
  return (
    <Panel
      title={t('prices.units')}
      action={<AddButton small label={t('prices.units.add')} onClick={() => setEdited('new')} />}
    >
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {error === null && units === undefined && <LoadingState lines={2} />}
      {units !== undefined && (
        <Lines bare rows={units} empty={t('prices.units.none')}>
          {(unit) => (
            <Line
              key={unit.id}
              title={<bdi>{unit.name}</bdi>}
              detail={<Factor unit={unit} units={units} />}
              off={!unit.active}
            >
              <EditButton name={unit.name} onEdit={() => setEdited(unit)} />
            </Line>
          )}
        </Lines>
      )}
      {edited !== null && (
        <UnitDialog unit={edited === 'new' ? null : edited} units={units ?? []} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}

const EditButton = ({ name, onEdit }: { readonly name: string; onEdit(): void }): ReactNode => {
  const t = useT();
  return (
    <IconButton small label={t('record.editField', { field: name })} onClick={onEdit}>
      <IconPencil size="1rem" stroke={1.6} aria-hidden />
    </IconButton>
  );
};

function Factor({ unit, units }: { readonly unit: Unit; readonly units: readonly Unit[] }): ReactNode {
  const t = useT();
  const format = useFormat();
  const base = units.find(({ id }) => id === unit.baseId);
  if (base === undefined) return undefined;
  const factor = unit.of === 1 ? format.number(unit.part) : `${format.number(unit.part)}/${format.number(unit.of)}`;
  return t('prices.units.factor', { factor, base: base.name });
}

interface UnitDialogProps {
  readonly unit: Unit | null;
  readonly units: readonly Unit[];
  onClose(): void;
}

function UnitDialog({ unit, units, onClose }: UnitDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('products.saveUnit');
  const [form, setForm] = useState({
    names: unit?.names ?? noNames,
    baseId: unit?.baseId ?? null,
    part: unit?.part ?? 1,
    of: unit?.of ?? 1,
    active: unit?.active ?? true,
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const store = async (): Promise<void> => {
    const result = await save.run({ ...(unit !== null && { id: unit.id }), ...form });
    if (!result.ok) return;
    done(result, t('prices.units.saved'));
    onClose();
  };
  const bases = units.filter(({ id, baseId }) => baseId === null && id !== unit?.id);
  return (
    <Dialog opened onClose={onClose} title={unit?.name ?? t('prices.units.add')}>
      <Form onSubmit={store}>
        <NamesFields
          label={t('catalogue.measure_unit.names')}
          names={form.names}
          onChange={(names) => change({ names })}
        />
        <Fields>
          <Select
            label={t('catalogue.measure_unit.base_id')}
            hint={t('prices.units.baseHint')}
            clearable
            value={form.baseId}
            options={optionsOf(bases, [form.baseId])}
            onChange={(baseId) => change({ baseId })}
          />
          {form.baseId !== null && (
            <>
              <NumberInput
                label={t('catalogue.measure_unit.factor_part')}
                min={1}
                max={1_000_000}
                value={form.part}
                onChange={(part) => change({ part: part ?? 1 })}
              />
              <NumberInput
                label={t('catalogue.measure_unit.factor_of')}
                min={1}
                max={1_000_000}
                value={form.of}
                onChange={(of) => change({ of: of ?? 1 })}
              />
            </>
          )}
        </Fields>
        <Switch
          label={t('catalogue.measure_unit.active')}
          checked={form.active}
          onChange={(active) => change({ active })}
        />
        <FormFoot ready={isNamed(form.names)} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

export function CategoriesPanel(): ReactNode {
  const t = useT();
  const { categories, error, refresh } = useOptions();
  const [edited, setEdited] = useState<Category | 'new' | null>(null);
  const nameOf = (id: string | null): string | undefined => categories?.find((category) => category.id === id)?.name;
  return (
    <Panel
      title={t('prices.categories')}
      action={<AddButton small label={t('prices.categories.add')} onClick={() => setEdited('new')} />}
    >
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {error === null && categories === undefined && <LoadingState lines={2} />}
      {categories !== undefined && (
        <Lines bare rows={categories} empty={t('prices.categories.none')}>
          {(category) => (
            <Line
              key={category.id}
              title={<bdi>{category.name}</bdi>}
              detail={category.parentId === null ? undefined : <bdi>{nameOf(category.parentId)}</bdi>}
              off={!category.active}
            >
              <EditButton name={category.name} onEdit={() => setEdited(category)} />
            </Line>
          )}
        </Lines>
      )}
      {edited !== null && (
        <CategoryDialog
          category={edited === 'new' ? null : edited}
          categories={categories ?? []}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

interface CategoryDialogProps {
  readonly category: Category | null;
  readonly categories: readonly Category[];
  onClose(): void;
}

function CategoryDialog({ category, categories, onClose }: CategoryDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('products.saveCategory');
  const [form, setForm] = useState({
    names: category?.names ?? noNames,
    parentId: category?.parentId ?? null,
    active: category?.active ?? true,
  });
  const store = async (): Promise<void> => {
    const result = await save.run({ ...(category !== null && { id: category.id }), ...form });
    if (!result.ok) return;
    done(result, t('prices.categories.saved'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={category?.name ?? t('prices.categories.add')}>
      <Form onSubmit={store}>
        <NamesFields
          label={t('catalogue.product_category.names')}
          names={form.names}
          onChange={(names) => setForm({ ...form, names })}
        />
        <Select
          label={t('catalogue.product_category.parent_id')}
          clearable
          value={form.parentId}
          options={optionsOf(
            categories.filter(({ id }) => id !== category?.id),
            [form.parentId],
          )}
          onChange={(parentId) => setForm({ ...form, parentId })}
        />
        <Switch
          label={t('catalogue.product_category.active')}
          checked={form.active}
          onChange={(active) => setForm({ ...form, active })}
        />
        <FormFoot ready={isNamed(form.names)} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
