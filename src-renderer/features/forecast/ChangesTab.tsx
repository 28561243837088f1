// What is weighted now less what it was on an earlier day, deal by deal.

import { addDays } from '@shared/locale/civil';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import type { OutputAt } from '../../api';
import {
  Answer,
  Button,
  CivilDateField,
  DateText,
  EmptyState,
  Panel,
  PlaceLink,
  Table,
  useFormat,
  useT,
} from '../../ui';
import { useStageNames } from '../pipelines';
import { askedBy } from './asked';
import styles from './forecast.module.css';
import type { ForecastView } from './PeriodBar';
import { Amount, useUnitWords } from './scale';

type Compared = OutputAt<'forecast.compare'>;
const WEEK = 7;

export function ChangesTab({ view }: { readonly view: ForecastView }): ReactNode {
  const t = useT();
  const take = useEngineCommand('forecast.snapshot');
  const snapshots = useEngineQuery('forecast.snapshots', { limit: 200 });
  return (
    <Answer of={snapshots} lines={6}>
      {({ days }) => {
        const [latest] = days;
        if (latest === undefined)
          return (
            <EmptyState
              title={t('forecast.noSnapshots')}
              detail={t('forecast.noSnapshotsText')}
              action={<Button onClick={() => void take.run({})}>{t('forecast.takeSnapshot')}</Button>}
            />
          );
        const week = days.find((day) => day <= addDays(latest, -WEEK));
        return <Since key={view.period.key} view={view} first={days.at(-1)!} begin={week ?? days.at(-1)!} />;
      }}
    </Answer>
  );
}

interface SinceProps {
  readonly view: ForecastView;
  /** Days of the first snapshot, and of that to begin with. */
  readonly first: string;
  readonly begin: string;
}

function Since({ view, first, begin }: SinceProps): ReactNode {
  const t = useT();
  const [from, setFrom] = useState<string>(begin);
  const [currency, setCurrency] = useState<string | undefined>(undefined);
  const asked = { ...askedBy(view), from: from < first ? first : from, ...(currency !== undefined && { currency }) };
  const compared = useEngineQuery('forecast.compare', asked);
  return (
    <>
      <div className={styles.bar}>
        <CivilDateField label={t('forecast.since')} value={from} onChange={(day) => day !== null && setFrom(day)} />
        {(compared.data?.currencies.length ?? 0) > 1 &&
          compared.data?.currencies.map((one) => (
            <Button
              key={one}
              kind={one === compared.data?.currency ? 'primary' : 'quiet'}
              onClick={() => setCurrency(one)}
            >
              {one}
            </Button>
          ))}
      </div>
      <Answer of={compared} lines={6}>
        {(told) =>
          told.currency === '' ? (
            <p className="dw-muted">{t('forecast.unchanged')}</p>
          ) : (
            <>
              <Totals told={told} view={view} />
              <Changes told={told} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Totals({ told, view }: { readonly told: Compared; readonly view: ForecastView }): ReactNode {
  const t = useT();
  const words = useUnitWords();
  return (
    <Panel title={t('forecast.weightedSince')}>
      <p className={styles.equation}>
        <span>
          <DateText value={told.from} /> <Amount minor={told.before} currency={told.currency} />
        </span>
        <span>
          {t('forecast.now')} <Amount minor={told.after} currency={told.currency} />
        </span>
        <strong data-difference>
          {t('forecast.difference')} <Amount minor={told.difference} currency={told.currency} signed />
        </strong>
        <span className="dw-muted">{words(told.currency, view.scale)}</span>
      </p>
      <ul className={styles.odds}>
        {told.reasons.map(({ reason, count, change }) => (
          <li key={reason}>
            {t(`forecast.reason.${reason}`)} <Amount minor={change} currency={told.currency} signed />{' '}
            <span className={styles.sample}>{t('forecast.deals', { count })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Changes({ told }: { readonly told: Compared }): ReactNode {
  const t = useT();
  const format = useFormat();
  const stageName = useStageNames();
  if (told.changes.length === 0) return <p className="dw-muted">{t('forecast.unchanged')}</p>;
  const percent = (odds: number | null): string =>
    odds === null ? '' : format.number(odds / 10_000, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Panel flush>
      <Table head={[t('catalogue.deal'), t('forecast.what'), t('forecast.details'), t('forecast.difference')]}>
        {told.changes.map(({ deal, reason, change, fromStageId, toStageId, odds, amount }) => (
          <tr key={`${deal?.id} ${reason}`}>
            <th scope="row">
              {deal !== null && (
                <PlaceLink to={{ page: 'deal', id: deal.id }} className="dw-link">
                  <bdi dir="auto">{deal.title}</bdi>
                </PlaceLink>
              )}
            </th>
            <td>{t(`forecast.reason.${reason}`)}</td>
            <td className={styles.sample}>
              {reason === 'stage' && fromStageId !== null && toStageId !== null && (
                <bdi>
                  {t('forecast.stages', {
                    from: stageName(fromStageId),
                    to: stageName(toStageId),
                    before: percent(odds.from),
                    after: percent(odds.to),
                  })}
                </bdi>
              )}
              {reason === 'amount' && amount.from !== null && amount.to !== null && (
                <>
                  <Amount minor={amount.from} currency={told.currency} /> ·{' '}
                  <Amount minor={amount.to} currency={told.currency} />
                </>
              )}
            </td>
            <td>
              <Amount minor={change} currency={told.currency} signed />
            </td>
          </tr>
        ))}
      </Table>
      {told.more > 0 && <p className={styles.apart}>{t('forecast.moreChanges', { count: told.more })}</p>}
    </Panel>
  );
}
