// The figures of one currency as tiles; those that have deals behind them open them.

import type { Figures, ForecastTile } from '@shared/features/forecast/forecast';
import type { MoneyScale } from '@shared/locale/money';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../ui';
import styles from './forecast.module.css';
import { Amount, useUnitWords } from './scale';

export interface TilesProps {
  readonly figures: Figures;
  readonly scale: MoneyScale;
  readonly opened: ForecastTile | null;
  onOpen(tile: ForecastTile): void;
}

export function Tiles({ figures, scale, opened, onOpen }: TilesProps): ReactNode {
  const t = useT();
  const words = useUnitWords();
  const unit = words(figures.currency, scale);
  const deals = (count: number): string => t('forecast.deals', { count });
  const { won, committed, bestCase, slipped, omitted, adjusted, goal, gap } = figures;
  const shown = { unit, currency: figures.currency, opened, onOpen };
  return (
    <section aria-label={unit} className={styles.tiles}>
      <h2 className={styles.unit}>{unit}</h2>
      <div className={styles.row}>
        <Tile {...shown} tile="won" minor={won.sum} detail={deals(won.count)} />
        <Tile
          {...shown}
          tile="commit"
          minor={figures.commit}
          adjusted={adjusted.commit}
          detail={deals(committed.count)}
        />
        <Tile {...shown} tile="best" minor={figures.best} adjusted={adjusted.best} detail={deals(bestCase.count)} />
        <Tile
          {...shown}
          tile="weighted"
          minor={figures.weighted}
          adjusted={adjusted.weighted}
          detail={t('forecast.byOdds')}
        />
        <Tile {...shown} tile="slipped" minor={slipped.sum} detail={deals(slipped.count)} />
        {omitted.count > 0 && <Tile {...shown} tile="omitted" minor={omitted.sum} detail={deals(omitted.count)} />}
        <div className={styles.tile}>
          <span className={styles.label}>{t('forecast.figure.gap')}</span>
          {goal === null || gap === null ? (
            <span className={styles.detail}>{t('forecast.noGoal')}</span>
          ) : (
            <>
              <strong className={styles.amount}>
                <Amount minor={gap} currency={figures.currency} />
              </strong>
              <span className={styles.detail}>
                {t('forecast.figure.goal')} <Amount minor={goal} currency={figures.currency} />
              </span>
            </>
          )}
        </div>
        <Coverage figures={figures} />
      </div>
    </section>
  );
}

interface TileProps {
  readonly tile: ForecastTile & ('won' | 'commit' | 'best' | 'weighted' | 'slipped' | 'omitted');
  readonly minor: string;
  readonly adjusted?: string | null;
  readonly detail: string;
  readonly currency: string;
  readonly opened: ForecastTile | null;
  onOpen(tile: ForecastTile): void;
}

function Tile({ tile, minor, adjusted = null, detail, currency, opened, onOpen }: TileProps): ReactNode {
  const t = useT();
  return (
    <button
      type="button"
      className={styles.tile}
      aria-pressed={opened === tile}
      data-tile={tile}
      onClick={() => onOpen(tile)}
    >
      <span className={styles.label}>{t(`forecast.figure.${tile}`)}</span>
      <strong className={styles.amount}>
        <Amount minor={minor} currency={currency} />
      </strong>
      {adjusted !== null && (
        <span className={styles.adjusted}>
          {t('forecast.adjusted')} <Amount minor={adjusted} currency={currency} />
        </span>
      )}
      <span className={styles.detail}>{detail}</span>
    </button>
  );
}

function Coverage({ figures: { coverage, open, currency, goal } }: { readonly figures: Figures }): ReactNode {
  const t = useT();
  const format = useFormat();
  if (goal === null) return null;
  return (
    <div className={styles.tile} data-tile="coverage">
      <span className={styles.label}>{t('forecast.figure.coverage')}</span>
      <strong className={styles.amount}>
        <bdi className="dw-numbers">
          {coverage === null
            ? '–'
            : t('forecast.times', { times: format.number(coverage / 100, { maximumFractionDigits: 2 }) })}
        </bdi>
      </strong>
      <span className={styles.detail}>
        {t('forecast.open')} <Amount minor={open} currency={currency} />
      </span>
    </div>
  );
}
