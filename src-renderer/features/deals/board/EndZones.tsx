// Where a dragged deal ends: won and lost, at the end edge while a card is under the hand.

import { IconTrophy, IconX } from '@tabler/icons-react';
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Stage } from '../../pipelines';
import board from './board.module.css';

export interface EndZonesProps {
  readonly stages: readonly Stage[];
  onDrop(to: Stage): void;
}

export function EndZones({ stages, onDrop }: EndZonesProps): ReactNode {
  return (
    <div className={board.ends}>
      {stages
        .filter(({ kind, active }) => kind !== 'open' && active)
        .map((stage) => (
          <EndZone key={stage.id} stage={stage} onDrop={onDrop} />
        ))}
    </div>
  );
}

function EndZone({ stage, onDrop }: { readonly stage: Stage; onDrop(to: Stage): void }): ReactNode {
  const [over, setOver] = useState(false);
  const Icon = stage.kind === 'won' ? IconTrophy : IconX;
  const overZone = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={board.end}
      data-kind={stage.kind}
      data-over={over}
      data-stage={stage.id}
      onDragOver={overZone}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => (event.preventDefault(), onDrop(stage))}
    >
      <Icon size="1.4rem" stroke={1.6} aria-hidden />
      {stage.name}
    </div>
  );
}
