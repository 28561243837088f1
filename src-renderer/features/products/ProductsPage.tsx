// The catalogue: what the office offers, found by code or name; new products, and what something would cost.

import { productKinds } from '@shared/catalogue';
import type { ProductRow } from '@shared/features/products/product';
import { IconCalculator, IconHeartQuestion, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { client, useMay, useRowWindow } from '../../api';
import type { LoadPage } from '../../api';
import {
  Button,
  EmptyState,
  ErrorState,
  LoadingState,
  MoneyText,
  PageTitle,
  Segments,
  Select,
  TextField,
  useHotkey,
  useLocaleSettings,
  useNavigation,
  useT,
  VirtualGrid,
} from '../../ui';
import type { GridColumn } from '../../ui';
import { UnmetNeedsDialog } from '../needs';
import { CostDialog, optionsOf, useOptions } from '../prices';
import { ProductDialog } from './ProductDialog';
import styles from './products.module.css';

interface Filter {
  readonly text: string;
  readonly kind: ProductRow['kind'] | null;
  readonly categoryId: string | null;
  readonly active: boolean;
}

export function ProductsPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const [filter, setFilter] = useState<Filter>({ text: '', kind: null, categoryId: null, active: true });
  const [open, setOpen] = useState<'new' | 'cost' | 'needs' | null>(null);
  const mayCreate = may('products.manage');
  useHotkey({ keys: 'KeyN', label: 'products.newHint' }, () => setOpen('new'), mayCreate);
  const actions = (
    <>
      <Button icon={<IconHeartQuestion size="1.05rem" stroke={1.6} aria-hidden />} onClick={() => setOpen('needs')}>
        {t('needs.title')}
      </Button>
      <Button icon={<IconCalculator size="1.05rem" stroke={1.6} aria-hidden />} onClick={() => setOpen('cost')}>
        {t('prices.cost')}
      </Button>
      {mayCreate && (
        <Button
          kind="primary"
          icon={<IconPlus size="1.05rem" stroke={1.8} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t('products.new')}
        </Button>
      )}
    </>
  );
  return (
    <div className={styles.page}>
      <PageTitle actions={actions}>{t('common.page-products')}</PageTitle>
      <FilterBar filter={filter} onChange={setFilter} />
      <ProductGrid filter={filter} onCreate={mayCreate ? () => setOpen('new') : undefined} />
      {open === 'new' && <ProductDialog product={null} onClose={() => setOpen(null)} />}
      {open === 'needs' && <UnmetNeedsDialog onClose={() => setOpen(null)} />}
      {open === 'cost' && <CostDialog onClose={() => setOpen(null)} />}
    </div>
  );
}

interface FilterBarProps {
  readonly filter: Filter;
  onChange(filter: Filter): void;
}

function FilterBar({ filter, onChange }: FilterBarProps): ReactNode {
  const t = useT();
  const { categories } = useOptions();
  return (
    <div className={styles.bar}>
      <TextField
        label={t('products.find')}
        hideLabel
        placeholder={t('products.find')}
        className={styles.find}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <Select
        label={t('catalogue.product.kind')}
        hideLabel
        clearable
        placeholder={t('catalogue.product.kind')}
        className={styles.narrow}
        value={filter.kind}
        options={productKinds.map((kind) => ({ value: kind, label: t(`catalogue.product.kind.${kind}`) }))}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Select
        label={t('catalogue.product.category_id')}
        hideLabel
        clearable
        placeholder={t('catalogue.product.category_id')}
        className={styles.narrow}
        value={filter.categoryId}
        options={optionsOf(categories, [filter.categoryId])}
        onChange={(categoryId) => onChange({ ...filter, categoryId })}
      />
      <Segments
        label={t('catalogue.product.active')}
        value={filter.active ? 'offered' : 'archived'}
        options={[
          { value: 'offered', label: t('products.offered') },
          { value: 'archived', label: t('products.archived') },
        ]}
        onChange={(shown) => onChange({ ...filter, active: shown === 'offered' })}
      />
    </div>
  );
}

const keyOf = (row: ProductRow): string => row.id;

interface ProductGridProps {
  readonly filter: Filter;
  readonly onCreate: (() => void) | undefined;
}

function ProductGrid({ filter, onCreate }: ProductGridProps): ReactNode {
  const t = useT();
  const navigation = useNavigation();
  const rows = useProductRows(filter);
  const columns = useProductColumns();
  const found = rows.rows;
  const rowAt = useCallback((index: number) => found.get(index), [found]);
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) {
    return (
      <div className={styles.grid}>
        <LoadingState lines={12} />
      </div>
    );
  }
  const isNarrowed = filter.text !== '' || filter.kind !== null || filter.categoryId !== null || !filter.active;
  const create = !isNarrowed && onCreate !== undefined && (
    <Button kind="primary" onClick={onCreate}>
      {t('products.new')}
    </Button>
  );
  return (
    <div className={styles.grid}>
      <VirtualGrid
        label={t('common.page-products')}
        columns={columns}
        rowCount={rows.length}
        rowAt={rowAt}
        rowKey={keyOf}
        onRange={rows.window.ensure}
        onOpen={({ id }) => navigation.go({ page: 'product', id })}
        empty={<EmptyState title={t(isNarrowed ? 'products.noneFound' : 'products.none')} action={create} />}
      />
    </div>
  );
}

function useProductRows({ text, kind, categoryId, active }: Filter) {
  const asked = JSON.stringify({
    active,
    ...(text.trim() !== '' && { text }),
    ...(kind !== null && { kind }),
    ...(categoryId !== null && { categoryId }),
  });
  const load: LoadPage<ProductRow> = useCallback(
    async (after, limit) => {
      const page = await client.products.list({ filter: JSON.parse(asked) as object, after, limit });
      if (!page.ok) return page;
      const { rows, next } = page.value;
      return { ok: true, value: { rows, next, count: { value: rows.length, capped: next !== null } } };
    },
    [asked],
  );
  return useRowWindow(load, 'products');
}

function useProductColumns(): readonly GridColumn<ProductRow>[] {
  const t = useT();
  const { language } = useLocaleSettings();
  const { units, categories } = useOptions();
  return useMemo(() => {
    const nameOf = (things: typeof units | typeof categories, id: string | null): string =>
      things?.find((thing) => thing.id === id)?.name ?? '';
    return [
      { key: 'code', header: t('catalogue.product.code'), width: 130, render: (row) => <bdi>{row.code}</bdi> },
      {
        key: 'name',
        header: t('catalogue.product.names'),
        width: 280,
        render: (row) => <bdi>{row.names[language]}</bdi>,
      },
      {
        key: 'kind',
        header: t('catalogue.product.kind'),
        width: 110,
        render: (row) => t(`catalogue.product.kind.${row.kind}`),
      },
      {
        key: 'category',
        header: t('catalogue.product.category_id'),
        width: 180,
        render: (row) => <bdi>{nameOf(categories, row.categoryId)}</bdi>,
      },
      {
        key: 'unit',
        header: t('catalogue.product.unit_id'),
        width: 130,
        render: (row) => <bdi>{nameOf(units, row.unitId)}</bdi>,
      },
      {
        key: 'price',
        header: t('catalogue.price_entry'),
        width: 150,
        align: 'end',
        render: (row) => row.price !== null && <MoneyText minor={row.price.amount} currency={row.price.currency} />,
      },
    ];
  }, [t, language, units, categories]);
}
