// What a bundle holds, and the way to change it.

import type { Product } from '@shared/features/products/product';
import { quantityText } from '@shared/locale/quantity';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import {
  Dialog,
  Form,
  FormFoot,
  IconButton,
  Line,
  Lines,
  Panel,
  PlaceLink,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { ComponentFields } from './ComponentFields';
import type { ComponentForm } from './ComponentFields';

export function BundlePanel({ product }: { readonly product: Product }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const mayChange = useMay()('products.manage');
  const [changing, setChanging] = useState(false);
  const change = mayChange && (
    <IconButton small label={t('record.editField', { field: t('products.holds') })} onClick={() => setChanging(true)}>
      <IconPencil size="1rem" stroke={1.6} aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('products.holds')} action={change} flush>
      <Lines bare rows={product.components}>
        {({ productId, names, code, quantity }) => (
          <Line
            key={productId}
            title={
              <PlaceLink to={{ page: 'product', id: productId }} className="dw-link">
                <bdi>{names[language]}</bdi>
              </PlaceLink>
            }
            detail={<bdi>{code}</bdi>}
          >
            <span>{t('products.times', { quantity: format.digits(quantityText(quantity)) })}</span>
          </Line>
        )}
      </Lines>
      {changing && <BundleDialog product={product} onClose={() => setChanging(false)} />}
    </Panel>
  );
}

function BundleDialog({ product, onClose }: { readonly product: Product; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const update = useEngineCommand('products.update');
  const [form, setForm] = useState<readonly ComponentForm[]>(() =>
    product.components.map(({ productId, names, quantity }) => ({ product: { id: productId, names }, quantity })),
  );
  const components = form.flatMap(({ product: held, quantity }) =>
    typeof quantity === 'number' && quantity > 0 ? [{ productId: held.id, quantity }] : [],
  );
  const save = async (): Promise<void> => {
    const result = await update.run({ id: product.id, set: { components } });
    if (!result.ok) return;
    done(result, t('record.saved', { field: t('products.holds') }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('products.holds')}>
      <Form onSubmit={save}>
        <ComponentFields components={form} bundleId={product.id} onChange={setForm} />
        <FormFoot
          ready={components.length > 0 && components.length === form.length}
          pending={update.pending}
          failure={update.error}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}
