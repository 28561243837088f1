// A new product, or the facts of one changed: kind, code, names, category, unit and taxes.

import { productEntity } from '@shared/catalogue';
import type { Product } from '@shared/features/products/product';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  ChoiceSelect,
  Dialog,
  Fields,
  Form,
  FormFoot,
  isNamed,
  NamesFields,
  noNames,
  Select,
  TagsSelect,
  TextField,
  useLocaleSettings,
  useNavigation,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { optionsOf, useOptions, useTaxes } from '../prices';
import { ComponentFields } from './ComponentFields';
import type { ComponentForm } from './ComponentFields';

export interface ProductDialogProps {
  /** Null for a new one. */
  readonly product: Product | null;
  onClose(): void;
}

type Facts = Pick<Product, 'kind' | 'code' | 'names' | 'descriptions' | 'categoryId' | 'unitId' | 'taxIds'>;

export function ProductDialog({ product, onClose }: ProductDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const navigation = useNavigation();
  const { language } = useLocaleSettings();
  const create = useEngineCommand('products.create');
  const update = useEngineCommand('products.update');
  const [form, setForm] = useState<Facts>(() => factsOf(product));
  const [components, setComponents] = useState<readonly ComponentForm[]>([]);
  const isNewBundle = product === null && form.kind === 'bundle';
  const whole = components.flatMap(({ product: held, quantity }) =>
    typeof quantity === 'number' && quantity > 0 ? [{ productId: held.id, quantity }] : [],
  );
  const ready =
    isNamed(form.names) &&
    /^\S+$/u.test(form.code.trim()) &&
    (!isNewBundle || (whole.length > 0 && whole.length === components.length));
  const save = async (): Promise<void> => {
    const { kind, ...facts } = form;
    const name = facts.names[language];
    if (product === null) {
      const made = await create.run({ kind, ...facts, components: isNewBundle ? whole : [] });
      if (!made.ok) return;
      done(made, t('products.created', { name }));
      navigation.go({ page: 'product', id: made.value.id });
    } else {
      const changed = await update.run({ id: product.id, set: facts });
      if (!changed.ok) return;
      done(changed, t('products.saved', { name }));
    }
    onClose();
  };
  return (
    <Dialog
      opened
      size="large"
      onClose={onClose}
      title={product === null ? t('products.new') : product.names[language]}
    >
      <Form onSubmit={save}>
        <FactFields form={form} isNew={product === null} onChange={setForm} />
        {isNewBundle && <ComponentFields components={components} onChange={setComponents} />}
        <FormFoot
          ready={ready}
          pending={create.pending || update.pending}
          failure={create.error ?? update.error}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

function factsOf(product: Product | null): Facts {
  if (product !== null) {
    const { kind, code, names, descriptions, categoryId, unitId, taxIds } = product;
    return { kind, code, names, descriptions, categoryId, unitId, taxIds };
  }
  return { kind: 'service', code: '', names: noNames, descriptions: null, categoryId: null, unitId: null, taxIds: [] };
}

interface FactFieldsProps {
  readonly form: Facts;
  readonly isNew: boolean;
  onChange(form: Facts): void;
}

function FactFields({ form, isNew, onChange }: FactFieldsProps): ReactNode {
  const t = useT();
  const { units, categories } = useOptions();
  const { taxes } = useTaxes();
  const change = (part: Partial<Facts>): void => onChange({ ...form, ...part });
  return (
    <>
      <Fields>
        {isNew && (
          <ChoiceSelect
            entity={productEntity}
            field="kind"
            value={form.kind}
            onChange={(kind) => change({ kind: kind ?? form.kind })}
          />
        )}
        <TextField
          label={t('catalogue.product.code')}
          required
          autoFocus
          direction="ltr"
          maxLength={40}
          value={form.code}
          onChange={(code) => change({ code })}
        />
      </Fields>
      <NamesFields label={t('catalogue.product.names')} names={form.names} onChange={(names) => change({ names })} />
      <NamesFields
        label={t('catalogue.product.descriptions')}
        optional
        rows={2}
        maxLength={2000}
        names={form.descriptions ?? noNames}
        onChange={(descriptions) => change({ descriptions })}
      />
      <Fields>
        <Select
          label={t('catalogue.product.category_id')}
          clearable
          value={form.categoryId}
          options={optionsOf(categories, [form.categoryId])}
          onChange={(categoryId) => change({ categoryId })}
        />
        <Select
          label={t('catalogue.product.unit_id')}
          hint={t('products.unitHint')}
          clearable
          value={form.unitId}
          options={optionsOf(units, [form.unitId])}
          onChange={(unitId) => change({ unitId })}
        />
        <TagsSelect
          label={t('catalogue.product.tax_ids')}
          value={form.taxIds}
          options={optionsOf(taxes, form.taxIds)}
          onChange={(taxIds) => change({ taxIds })}
        />
      </Fields>
    </>
  );
}
