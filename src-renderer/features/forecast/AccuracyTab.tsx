// How true earlier forecasts were: what the first snapshot of each period said, and what was won by its end.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Answer, DateText, EmptyState, Panel, Table, useFormat, useT } from '../../ui';
import { askedBy } from './asked';
import styles from './forecast.module.css';
import type { ForecastView } from './PeriodBar';
import { usePeriodWords } from './period-words';
import { Amount, useUnitWords } from './scale';

const columns = ['commit', 'best', 'weighted', 'won'] as const;

export function AccuracyTab({ view }: { readonly view: ForecastView }): ReactNode {
  const t = useT();
  const format = useFormat();
  const words = usePeriodWords();
  const unit = useUnitWords();
  const accuracy = useEngineQuery('forecast.accuracy', askedBy(view));
  const percent = (hundredths: number | null): string =>
    hundredths === null ? '–' : format.number(hundredths / 100, { style: 'percent', signDisplay: 'exceptZero' });
  return (
    <Answer of={accuracy} lines={5}>
      {({ periods, currency, bias, error }) =>
        periods.length === 0 ? (
          <EmptyState title={t('forecast.noAccuracy')} detail={t('forecast.noAccuracyText')} />
        ) : (
          <Panel title={t('forecast.accuracyTitle', { unit: unit(currency, view.scale) })} flush>
            <Table
              head={[
                t('forecast.period'),
                t('forecast.snapshotOn'),
                ...columns.map((column) => t(`forecast.figure.${column}`)),
              ]}
            >
              {periods.map((past) => (
                <tr key={past.period.key}>
                  <th scope="row">{words(past.period)}</th>
                  <td>
                    <DateText value={past.snapshotOn} />
                  </td>
                  {columns.map((column) => (
                    <td key={column}>
                      <Amount minor={past[column]} currency={currency} />
                    </td>
                  ))}
                </tr>
              ))}
            </Table>
            <p className={styles.apart}>{t('forecast.errors', { bias: percent(bias), error: percent(error) })}</p>
          </Panel>
        )
      }
    </Answer>
  );
}
