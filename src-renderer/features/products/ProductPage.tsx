// All that is known of one product: its facts, how a service is done, what a bundle holds, and what it costs.

import type { Product } from '@shared/features/products/product';
import { IconArchive, IconArchiveOff, IconCalculator, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import {
  Button,
  Chip,
  EmptyState,
  ErrorState,
  LoadingState,
  Page,
  PageTitle,
  Panel,
  PlaceLink,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { CostDialog, PricesPanel, useOptions, useTaxes } from '../prices';
import { BundlePanel } from './BundlePanel';
import { ProductDialog } from './ProductDialog';
import { StepsPanel } from './StepsPanel';
import styles from './products.module.css';

export function ProductPage({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const product = useEngineQuery('products.show', { id });
  if (product.error?.code === 'products.not-found') {
    const back = (
      <PlaceLink to={{ page: 'products' }} className="dw-link">
        {t('products.back')}
      </PlaceLink>
    );
    return (
      <>
        <h1 className="dw-said">{t('products.notFound')}</h1>
        <EmptyState title={t('products.notFound')} action={back} />
      </>
    );
  }
  return (
    <Page>
      {product.error !== null && <ErrorState error={product.error} onRetry={product.refresh} />}
      {product.error === null &&
        (product.data === undefined ? <LoadingState lines={10} /> : <Shown product={product.data} />)}
    </Page>
  );
}

function Shown({ product }: { readonly product: Product }): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const detail = (
    <>
      <bdi>{product.code}</bdi> <Chip>{t(`catalogue.product.kind.${product.kind}`)}</Chip>{' '}
      {!product.active && <Chip hue="amber">{t('products.archived')}</Chip>}
    </>
  );
  return (
    <>
      <PageTitle detail={detail} actions={<Actions product={product} />}>
        <bdi>{product.names[language]}</bdi>
      </PageTitle>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <FactsPanel product={product} />
          {product.kind === 'bundle' && <BundlePanel product={product} />}
          <PricesPanel productId={product.id} isBundle={product.kind === 'bundle'} />
        </div>
        {(product.kind === 'service' || product.steps.length > 0) && <StepsPanel product={product} />}
      </div>
    </>
  );
}

function Actions({ product }: { readonly product: Product }): ReactNode {
  const t = useT();
  const done = useDone();
  const { language } = useLocaleSettings();
  const mayChange = useMay()('products.manage');
  const archive = useEngineCommand('products.archive');
  const restore = useEngineCommand('products.restore');
  const [open, setOpen] = useState<'facts' | 'cost' | null>(null);
  const name = product.names[language];
  const turn = async (): Promise<void> =>
    product.active
      ? done(await archive.run({ ids: [product.id] }), t('products.archivedOne', { name }))
      : done(await restore.run({ ids: [product.id] }), t('products.restoredOne', { name }));
  return (
    <>
      {product.active && (
        <Button icon={<IconCalculator size="1.05rem" stroke={1.6} aria-hidden />} onClick={() => setOpen('cost')}>
          {t('prices.cost')}
        </Button>
      )}
      {mayChange && (
        <>
          <Button icon={<IconPencil size="1.05rem" stroke={1.6} aria-hidden />} onClick={() => setOpen('facts')}>
            {t('products.change')}
          </Button>
          <Button
            kind="quiet"
            icon={
              product.active ? (
                <IconArchive size="1.05rem" aria-hidden />
              ) : (
                <IconArchiveOff size="1.05rem" aria-hidden />
              )
            }
            pending={archive.pending || restore.pending}
            onClick={() => void turn()}
          >
            {t(product.active ? 'products.archive' : 'products.restore')}
          </Button>
        </>
      )}
      {open === 'facts' && <ProductDialog product={product} onClose={() => setOpen(null)} />}
      {open === 'cost' && <CostDialog product={product} onClose={() => setOpen(null)} />}
    </>
  );
}

function FactsPanel({ product }: { readonly product: Product }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const { units, categories } = useOptions();
  const { taxes } = useTaxes();
  const fact = (label: string, shown: string | undefined): ReactNode =>
    shown !== undefined &&
    shown !== '' && (
      <>
        <dt>{label}</dt>
        <dd>
          <bdi>{shown}</bdi>
        </dd>
      </>
    );
  const nameOf = (things: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | null) =>
    things?.find((thing) => thing.id === id)?.name;
  return (
    <Panel title={t('products.facts')}>
      <dl className={styles.facts}>
        {fact(t('catalogue.product.names'), [product.names.ar, product.names.fa, product.names.en].join(' · '))}
        {fact(t('catalogue.product.descriptions'), product.descriptions?.[language])}
        {fact(t('catalogue.product.category_id'), nameOf(categories, product.categoryId))}
        {fact(t('catalogue.product.unit_id'), nameOf(units, product.unitId))}
        {fact(t('products.inBundles'), format.list(product.inBundles.map((bundle) => bundle.names[language])))}
        {fact(t('catalogue.product.tax_ids'), format.list(product.taxIds.flatMap((tax) => nameOf(taxes, tax) ?? [])))}
      </dl>
    </Panel>
  );
}
