// What something comes to: why each line costs what it costs, the sums, taxes by name, and what is paid.

import type { PriceAnswer, PriceStep } from '@shared/features/prices/prices.contract';
import type { ReactNode } from 'react';
import { MoneyText, useFormat, useLocaleSettings, useT } from '../../ui';
import styles from './prices.module.css';
import { useTaxes } from './use-offer';

export function Why({ steps }: { readonly steps: readonly PriceStep[] }): ReactNode {
  const { language } = useLocaleSettings();
  return (
    <ol className={styles.why}>
      {steps.map((step, place) => (
        <li key={place}>
          <bdi>{step.words[language]}</bdi>
        </li>
      ))}
    </ol>
  );
}

export function CostAnswer({ answer }: { readonly answer: PriceAnswer }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { taxes } = useTaxes();
  const { currency, list, lineDiscount, documentDiscount, net, gross, payable } = answer;
  const discount = lineDiscount + documentDiscount;
  const line = (words: string, minor: number, strong = false): ReactNode => (
    <>
      <dt className={strong ? styles.payable : undefined}>{words}</dt>
      <dd className={strong ? styles.payable : undefined}>
        <MoneyText minor={minor} currency={currency} />
      </dd>
    </>
  );
  return (
    <div role="status" aria-label={t('prices.cost.sums')}>
      <dl className={styles.sums}>
        {line(t('prices.sum.list'), list)}
        {discount > 0 && line(t('prices.sum.discount'), -discount)}
        {answer.taxes.length > 0 && line(t('prices.sum.net'), net)}
        {answer.taxes.map(({ id, rate, amount }) => (
          <Part key={`${id} ${rate}`}>
            {line(
              t('prices.sum.tax', {
                name: taxes?.find((tax) => tax.id === id)?.name ?? t('catalogue.tax'),
                rate: format.number(rate / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
              }),
              amount,
            )}
          </Part>
        ))}
        {gross !== payable && line(t('prices.sum.rounding'), payable - gross)}
        {line(t('prices.sum.payable'), payable, true)}
      </dl>
    </div>
  );
}

const Part = ({ children }: { readonly children: ReactNode }): ReactNode => <>{children}</>;
