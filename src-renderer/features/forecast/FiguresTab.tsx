// The figures, one row of tiles for each currency; behind a tile its deals; then whose they are, and by which odds they are weighed.

import type { ForecastTile } from '@shared/features/forecast/forecast';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { OutputAt } from '../../api';
import { EmptyState, InstantText, Panel, Table, useT } from '../../ui';
import { useStageNames } from '../pipelines';
import styles from './forecast.module.css';
import { OddsText } from './odds-words';
import type { ForecastView } from './PeriodBar';
import { Amount } from './scale';
import { TileDeals } from './TileDeals';
import { Tiles } from './Tiles';

type Told = OutputAt<'forecast.get'>;

export interface FiguresTabProps {
  readonly told: Told;
  readonly view: ForecastView;
}

interface Opened {
  readonly currency: string;
  readonly tile: ForecastTile;
}

export function FiguresTab({ told, view }: FiguresTabProps): ReactNode {
  const t = useT();
  const [opened, setOpened] = useState<Opened | null>(null);
  if (told.figures.length === 0) return <EmptyState title={t('forecast.empty')} detail={t('forecast.emptyText')} />;
  return (
    <>
      {told.figures.map((figures) => (
        <Tiles
          key={figures.currency}
          figures={figures}
          scale={view.scale}
          opened={opened?.currency === figures.currency ? opened.tile : null}
          onOpen={(tile) =>
            setOpened(
              opened?.tile === tile && opened.currency === figures.currency
                ? null
                : { currency: figures.currency, tile },
            )
          }
        />
      ))}
      <Adjustments told={told} />
      {opened !== null && (
        <TileDeals key={`${opened.currency} ${opened.tile}`} {...opened} view={view} stages={told.stages} />
      )}
      {view.ownerId === undefined && told.people.length > 0 && <People told={told} />}
      <Odds told={told} />
    </>
  );
}

function Adjustments({ told }: { readonly told: Told }): ReactNode {
  const t = useT();
  if (told.adjustments.length === 0) return null;
  return (
    <Panel title={t('forecast.adjustments')}>
      <ul className={styles.plain}>
        {told.adjustments.map(({ id, figure, currency, delta, reason, by, at }) => (
          <li key={id}>
            {t(`forecast.figure.${figure}`)} <Amount minor={delta} currency={currency} signed /> ·{' '}
            <bdi dir="auto">{reason}</bdi> · <bdi dir="auto">{by?.name}</bdi>, <InstantText value={at} time={false} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const columns = ['won', 'commit', 'best', 'weighted', 'slipped', 'goal'] as const;

function People({ told }: { readonly told: Told }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('forecast.people')} flush>
      <Table head={[t('catalogue.deal.owner_id'), ...columns.map((column) => t(`forecast.figure.${column}`))]}>
        {told.people.map(({ owner, currency, won, commit, best, weighted, slipped, goal }) => (
          <tr key={`${owner?.id} ${currency}`}>
            <th scope="row">
              <bdi dir="auto">{owner?.name ?? t('forecast.nobody')}</bdi>
            </th>
            {[won.sum, commit, best, weighted, slipped.sum, goal].map((minor, index) => (
              <td key={columns[index]}>{minor !== null && <Amount minor={minor} currency={currency} />}</td>
            ))}
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function Odds({ told }: { readonly told: Told }): ReactNode {
  const t = useT();
  const name = useStageNames();
  const open = told.stages.filter(({ odds }) => odds > 0 && odds < 10_000);
  if (open.length === 0) return null;
  return (
    <Panel title={t('forecast.odds')}>
      <p className="dw-muted">{t('forecast.oddsText')}</p>
      <ul className={styles.odds}>
        {open.map((stage) => (
          <li key={stage.stageId}>
            <bdi dir="auto">{name(stage.stageId)}</bdi> <OddsText stage={stage} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
