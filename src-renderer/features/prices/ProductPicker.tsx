// A field that finds a product by code or name as you type, and hands it over.

import type { ProductRow } from '@shared/features/products/product';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { SuggestField, useLocaleSettings, useT } from '../../ui';
import styles from './prices.module.css';

export interface ProductPickerProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly autoFocus?: boolean;
  readonly without?: readonly string[];
  onPick(product: ProductRow): void;
}

const MOST = 8;

export function ProductPicker({ without = [], onPick, ...field }: ProductPickerProps): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const [text, setText] = useState('');
  const found = useEngineQuery('products.list', { filter: { text }, limit: MOST }, { enabled: text.trim() !== '' });
  const rows = (found.data?.rows ?? []).filter(({ id }) => !without.includes(id));
  return (
    <SuggestField
      {...field}
      placeholder={t('products.pick')}
      text={text}
      suggestions={rows.map(({ id, code, names }) => ({
        key: id,
        content: (
          <span className={styles.suggestion}>
            <bdi>{names[language]}</bdi> <bdi className="dw-muted">{code}</bdi>
          </span>
        ),
      }))}
      waiting={found.data === undefined}
      none={t('products.pickNone')}
      onText={setText}
      onPick={(id) => {
        const row = rows.find((one) => one.id === id);
        if (row !== undefined) onPick(row);
        setText('');
      }}
    />
  );
}
