// How a service is done: its steps, who does each, how long it takes, and what the client sees of it.

import type { Product, Step } from '@shared/features/products/product';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMay } from '../../api';
import { EmptyState, IconButton, Panel, useLocaleSettings, useT } from '../../ui';
import { StepsDialog } from './StepsDialog';
import styles from './products.module.css';

export function StepsPanel({ product }: { readonly product: Product }): ReactNode {
  const t = useT();
  const mayChange = useMay()('products.manage');
  const [changing, setChanging] = useState(false);
  const minutes = product.steps.reduce((sum, step) => sum + step.minutes, 0);
  const change = mayChange && (
    <IconButton small label={t('record.editField', { field: t('products.steps') })} onClick={() => setChanging(true)}>
      <IconPencil size="1rem" stroke={1.6} aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('products.steps')} action={change} flush>
      {product.steps.length === 0 ? (
        <EmptyState small title={t('products.steps.none')} />
      ) : (
        <>
          <ol className={styles.steps}>
            {product.steps.map((step, place) => (
              <StepLine key={place} step={step} />
            ))}
          </ol>
          <p className={styles.sum}>{t('products.steps.minutes', { minutes })}</p>
        </>
      )}
      {changing && <StepsDialog product={product} onClose={() => setChanging(false)} />}
    </Panel>
  );
}

function StepLine({ step }: { readonly step: Step }): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  return (
    <li className={styles.step}>
      <bdi>{step.names[language]}</bdi>
      <span className={styles.stepFacts}>
        {step.who !== null && <bdi dir="auto">{step.who}</bdi>}
        <span>{t('products.minutes', { minutes: step.minutes })}</span>
      </span>
      {step.promise !== null && (
        <span className={styles.promise}>
          {t('products.promise')}: <bdi>{step.promise[language]}</bdi>
        </span>
      )}
    </li>
  );
}
