// The board: a column for each open stage. A card goes to another by dragging, by Ctrl and an arrow, or from its menu.

import type { DealCard } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useEngineQuery, useMay } from '../../../api';
import { Button, EmptyState, ErrorState, LoadingState, useMirrored, useT } from '../../../ui';
import type { Pipeline, Stage } from '../../pipelines';
import type { NarrowedBy } from '../deals-view';
import styles from '../deals.module.css';
import { stagesFor } from '../move/move';
import { useMoveDeal } from '../move/use-move';
import type { BoardActions } from './board-actions';
import board from './board.module.css';
import { columnAfterKey, type ColumnHandle } from './column-handle';
import { EndZones } from './EndZones';
import { StageColumn } from './StageColumn';

export interface DealBoardProps {
  readonly pipeline: Pipeline;
  readonly filter: NarrowedBy;
  readonly onCreate?: () => void;
}

export function DealBoard({ pipeline, filter, onCreate }: DealBoardProps): ReactNode {
  const t = useT();
  const mirrored = useMirrored();
  const mayMove = useMay()('deals.write');
  const told = useEngineQuery('deals.board', { pipelineId: pipeline.id, filter, cards: 1 }, { keepPrevious: true });
  const handles = useRef(new Map<string, ColumnHandle>());
  const [dragged, setDragged] = useState<DealCard | null>(null);
  const { move, dialog, said } = useMoveDeal((deal, to) => {
    handles.current.get(deal.stageId)?.refresh();
    handles.current.get(to)?.follow(deal.id);
    setDragged(null);
  });
  if (told.error !== null) return <ErrorState error={told.error} onRetry={told.refresh} />;
  if (told.data === undefined) return <LoadingState lines={12} />;
  const { columns } = told.data;
  const stages = columns.flatMap(({ stageId }) => pipeline.stages.filter(({ id }) => id === stageId));
  const press: BoardActions['press'] = ({ key, withCtrl }, card, index) => {
    const place = stages.findIndex(({ id }) => id === card.stageId);
    const step = columnAfterKey(key, mirrored);
    if (step === 0) return false;
    const ahead = step === 1 ? stages.slice(place + 1) : stages.slice(0, Math.max(0, place)).toReversed();
    const [next] = ahead;
    if (!withCtrl) firstWithCards(ahead, handles.current)?.focus(index);
    else if (mayMove && next !== undefined) move(card, next);
    return true;
  };
  const drop = (to: Stage): void => {
    if (dragged !== null) move(dragged, to);
    setDragged(null);
  };
  const empty = columns.every(({ count }) => count === 0);
  return (
    <div className={board.board} data-dragging={dragged !== null}>
      <p id="deal-board-keys" className="dw-said">
        {t('deals.keys')}
      </p>
      <div role="status" className="dw-said">
        {said}
      </div>
      {empty && <NoDeals narrowed={Object.keys(filter).length > 0} onCreate={onCreate} />}
      <div className={board.columns} hidden={empty}>
        {columns.map((column) => {
          const stage = stages.find(({ id }) => id === column.stageId);
          return (
            stage !== undefined && (
              <StageColumn
                key={stage.id}
                stage={stage}
                column={column}
                question={{ ...filter, pipelineId: pipeline.id, stageId: stage.id }}
                handles={handles.current}
                dragged={dragged}
                board={{
                  targets: mayMove ? stagesFor(pipeline, stage.id) : [],
                  move,
                  drag: setDragged,
                  drop,
                  press,
                }}
              />
            )
          );
        })}
      </div>
      {dragged !== null && <EndZones stages={pipeline.stages} onDrop={drop} />}
      {dialog}
    </div>
  );
}

/** Of the columns on that side, the nearest that has a card to go to. */
const firstWithCards = (
  stages: readonly Stage[],
  handles: ReadonlyMap<string, ColumnHandle>,
): ColumnHandle | undefined =>
  stages.map(({ id }) => handles.get(id)).find((handle) => handle !== undefined && handle.count() > 0);

export function NoDeals({
  narrowed,
  onCreate,
}: {
  readonly narrowed: boolean;
  readonly onCreate?: () => void;
}): ReactNode {
  const t = useT();
  if (narrowed) return <EmptyState title={t('deals.empty.filtered')} detail={t('people.empty.filteredText')} />;
  const create = onCreate !== undefined && (
    <Button kind="primary" onClick={onCreate}>
      {t('deals.new')}
    </Button>
  );
  return (
    <div className={styles.waiting}>
      <EmptyState title={t('deals.empty')} detail={t('deals.empty.text')} action={create} />
    </div>
  );
}
