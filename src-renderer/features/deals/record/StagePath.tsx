// The stages of the pipeline in their order, with the time this deal has spent in each; pauses do not count.

import type { Deal } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../../ui';
import type { Format } from '../../../ui';
import type { DealHeadProps } from './DealHead';
import styles from './record.module.css';

export function StagePath({ deal, pipeline }: DealHeadProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const times = timeByStage(deal);
  return (
    <ol className={styles.path} aria-label={t('deals.path')}>
      {pipeline.stages
        .filter(({ id, active, kind }) => times.has(id) || (active && kind === 'open'))
        .map((stage) => {
          const time = times.get(stage.id);
          const here = stage.id === deal.stageId;
          return (
            <li key={stage.id} data-here={here} data-been={time !== undefined} aria-current={here ? 'step' : undefined}>
              <bdi>{stage.name}</bdi>
              <span className={styles.time}>
                {time !== undefined && stage.kind === 'open' ? durationWords(format, time) : '–'}
              </span>
            </li>
          );
        })}
    </ol>
  );
}

/** Milliseconds by stage, of all visits together. */
function timeByStage({ visits }: Deal): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { toStageId, milliseconds } of visits) times.set(toStageId, (times.get(toStageId) ?? 0) + milliseconds);
  return times;
}

const HOUR = 3_600_000;
const units = [
  ['day', 24 * HOUR],
  ['hour', HOUR],
] as const;

/** In the largest unit that fits: "12 days", "3 hours", "5 minutes". */
export function durationWords(format: Format, milliseconds: number): string {
  const [unit, size] = units.find(([, least]) => milliseconds >= least) ?? (['minute', 60_000] as const);
  return format.number(Math.floor(milliseconds / size), { style: 'unit', unit, unitDisplay: 'long' });
}
