// The deals behind a figure: what each counts for by which odds; and those that do not count, with why.

import type { ForecastDeal, ForecastTile } from '@shared/features/forecast/forecast';
import type { StageOdds } from '@shared/features/pipelines/odds';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Answer, DateText, InstantText, Panel, PlaceLink, Table, useT } from '../../ui';
import { useStageNames } from '../pipelines';
import { askedBy } from './asked';
import styles from './forecast.module.css';
import { OddsText } from './odds-words';
import type { ForecastView } from './PeriodBar';
import { Amount } from './scale';

export interface TileDealsProps {
  readonly tile: ForecastTile;
  readonly currency: string;
  readonly view: ForecastView;
  readonly stages: readonly StageOdds[];
}

const SHOWN = 200;

export function TileDeals({ tile, currency, view, stages }: TileDealsProps): ReactNode {
  const t = useT();
  const deals = useEngineQuery('forecast.deals', { ...askedBy(view), tile, currency, limit: SHOWN });
  return (
    <Panel title={t('forecast.behind', { figure: t.any(`forecast.figure.${tile}`) })} flush>
      <Answer of={deals} lines={5}>
        {({ rows, next }) => {
          const counted = rows.filter(({ why }) => why === null);
          const others = rows.filter(({ why }) => why !== null);
          return (
            <>
              <DealTable rows={counted} stages={stages} label={t('forecast.counted')} />
              {others.length > 0 && (
                <>
                  <h3 className={styles.apart}>{t('forecast.notCounted')}</h3>
                  <DealTable rows={others} stages={stages} label={t('forecast.notCounted')} />
                </>
              )}
              {rows.length === 0 && <p className={styles.apart}>{t('forecast.noDeals')}</p>}
              {next !== null && <p className={styles.apart}>{t('forecast.first', { count: SHOWN })}</p>}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

interface DealTableProps {
  readonly rows: readonly ForecastDeal[];
  readonly stages: readonly StageOdds[];
  readonly label: string;
}

function DealTable({ rows, stages, label }: DealTableProps): ReactNode {
  const t = useT();
  const stageName = useStageNames();
  if (rows.length === 0) return null;
  const head = [
    t('catalogue.deal.title'),
    t('catalogue.deal.owner_id'),
    t('catalogue.deal.stage_id'),
    t('catalogue.deal.expected_on'),
    t('catalogue.deal.amount'),
    t('forecast.counts'),
  ];
  return (
    <Table head={head} label={label}>
      {rows.map((deal) => {
        const odds = stages.find(({ stageId }) => stageId === deal.stageId);
        return (
          <tr key={deal.id}>
            <th scope="row">
              <PlaceLink to={{ page: 'deal', id: deal.id }} className="dw-link">
                <bdi dir="auto">{deal.title}</bdi>
              </PlaceLink>
              <div className={styles.sample}>
                <bdi dir="auto">{deal.party.name}</bdi>
              </div>
            </th>
            <td>
              <bdi dir="auto">{deal.owner?.name}</bdi>
            </td>
            <td>
              <bdi dir="auto">{stageName(deal.stageId)}</bdi>
              {odds !== undefined && deal.state === 'open' && (
                <div>
                  <OddsText stage={odds} />
                </div>
              )}
            </td>
            <td>
              {deal.state === 'won' ? (
                <InstantText value={deal.stageAt} time={false} />
              ) : (
                deal.expectedOn !== null && <DateText value={deal.expectedOn} />
              )}
            </td>
            <td>{deal.amount !== null && <Amount minor={deal.amount} currency={deal.currency} />}</td>
            <td>
              {deal.counts !== null && <Amount minor={deal.counts} currency={deal.currency} />}
              {deal.why !== null && t(`forecast.why.${deal.why}`)}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
