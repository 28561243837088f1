// One stage of the board: its name, how many deals are in it and for how much, and those of its cards that are in sight.

import type { DealCard, DealFilter } from '@shared/features/deals/deal';
import type { BoardColumn } from '@shared/features/deals/deals.contract';
import type { DragEvent, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { useIsMasked } from '../../../api';
import { ErrorState, MoneyText, NumberText, useT } from '../../../ui';
import type { Stage } from '../../pipelines';
import type { BoardActions } from './board-actions';
import board from './board.module.css';
import type { ColumnHandle } from './column-handle';
import { CardOnBoard } from './CardOnBoard';
import { useStageCards } from './use-stage-cards';

export interface StageColumnProps {
  readonly stage: Stage;
  readonly column: BoardColumn;
  readonly question: DealFilter;
  readonly handles: Map<string, ColumnHandle>;
  readonly dragged: DealCard | null;
  readonly board: BoardActions;
}

export function StageColumn(props: StageColumnProps): ReactNode {
  const { stage, column, question, handles, dragged, board: actions } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const cards = useStageCards(question, scroller, handles);
  const { rows, list, active } = cards;
  const [over, setOver] = useState(false);
  const takes = dragged !== null && dragged.stageId !== stage.id;
  const overColumn = (event: DragEvent): void => {
    if (!takes) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  const leave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (takes) actions.drop(stage);
  };
  return (
    <section
      className={board.column}
      aria-labelledby={id}
      data-stage={stage.id}
      data-over={over && takes}
      onDragOver={overColumn}
      onDragLeave={leave}
      onDrop={drop}
    >
      <ColumnHead id={id} stage={stage} column={column} />
      {rows.failure !== null && <ErrorState inline error={rows.failure} onRetry={rows.window.refresh} />}
      <div ref={scroller} className={board.cards}>
        <ul className={board.list} style={{ blockSize: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const card = rows.rows.get(item.index);
            return (
              <li
                key={item.key}
                ref={list.measureElement}
                data-index={item.index}
                className={board.slot}
                aria-posinset={item.index + 1}
                aria-setsize={column.count}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {card === undefined ? (
                  <div className={board.coming} />
                ) : (
                  <CardOnBoard
                    card={card}
                    index={item.index}
                    tabbable={item.index === active}
                    wanted={cards.wanted && item.index === active}
                    cards={cards}
                    board={actions}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

type ColumnHeadProps = Pick<StageColumnProps, 'stage' | 'column'> & { readonly id: string };

function ColumnHead({ id, stage, column }: ColumnHeadProps): ReactNode {
  const t = useT();
  const masked = useIsMasked()('deal.amount');
  return (
    <header className={board.head}>
      <h2 id={id} className={board.name}>
        <bdi>{stage.name}</bdi>
        <span className={board.count}>
          <NumberText value={column.count} />
          <span className="dw-said"> {t('deals.countWord', { count: column.count })}</span>
        </span>
      </h2>
      {!masked &&
        column.totals.map(({ currency, sum, weighted }) => (
          <p key={currency} className={board.sums}>
            <MoneyText minor={sum} currency={currency} />
            <span className={board.weighted}>
              {t('deals.weighted')} <MoneyText minor={weighted} currency={currency} />
            </span>
          </p>
        ))}
    </header>
  );
}
