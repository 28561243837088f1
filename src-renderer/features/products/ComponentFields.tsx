// What a bundle holds, in the form: products, and how many of each.

import type { Names } from '@shared/features/pipelines/pipeline';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton, QuantityInput, useLocaleSettings, useT } from '../../ui';
import { ProductPicker } from '../prices';
import styles from './products.module.css';

export interface ComponentForm {
  readonly product: { readonly id: string; readonly names: Names };
  /** Millionths; null or undefined while nothing that can be counted stands there. */
  readonly quantity: number | null | undefined;
}

export interface ComponentFieldsProps {
  readonly components: readonly ComponentForm[];
  /** The bundle itself, which it cannot hold. */
  readonly bundleId?: string;
  onChange(components: readonly ComponentForm[]): void;
}

export function ComponentFields({ components, bundleId, onChange }: ComponentFieldsProps): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const taken = components.map(({ product }) => product.id);
  return (
    <div role="group" aria-label={t('products.holds')} className={styles.stack}>
      {components.map((component, place) => {
        const name = component.product.names[language];
        return (
          <div key={component.product.id} className={styles.row}>
            <bdi>{name}</bdi>
            <QuantityInput
              label={t('products.howMany', { name })}
              hideLabel
              value={component.quantity ?? null}
              onChange={(quantity) => onChange(components.with(place, { ...component, quantity }))}
            />
            <IconButton
              small
              label={t('prices.cost.drop', { name })}
              onClick={() => onChange(components.toSpliced(place, 1))}
            >
              <IconTrash size="1rem" stroke={1.6} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <ProductPicker
        label={t('products.addToBundle')}
        without={bundleId === undefined ? taken : [...taken, bundleId]}
        onPick={(product) => onChange([...components, { product, quantity: 1_000_000 }])}
      />
    </div>
  );
}
