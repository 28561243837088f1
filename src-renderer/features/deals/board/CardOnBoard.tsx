// A card of the board: what it is about, with whom, for how much, when, whose it is, and what comes next.

import type { DealCard } from '@shared/features/deals/deal';
import { IconArrowsExchange2, IconArrowRight } from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Avatar, DateText, DirIcon, IconButton, Menu, MenuItem, MenuLabel, PlaceLink, useT } from '../../../ui';
import { DealAmount, DealMarks } from '../deal-marks';
import type { BoardActions } from './board-actions';
import board from './board.module.css';
import type { StageCards } from './use-stage-cards';

export interface CardOnBoardProps {
  readonly card: DealCard;
  readonly index: number;
  /** Tab comes to it. */
  readonly tabbable: boolean;
  /** It takes the keyboard. */
  readonly wanted: boolean;
  readonly cards: StageCards;
  readonly board: BoardActions;
}

export function CardOnBoard(props: CardOnBoardProps): ReactNode {
  const { card, index, tabbable, wanted, cards, board: actions } = props;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (wanted) link.current?.focus({ preventScroll: true });
  }, [wanted]);
  const mayMove = actions.targets.length > 0;
  const begin = (event: DragEvent): void => {
    event.dataTransfer.setData('application/x-diwan-deal', card.id);
    event.dataTransfer.effectAllowed = 'move';
    // A page that changes while a drag begins ends it.
    requestAnimationFrame(() => actions.drag(card));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const row = event.ctrlKey ? undefined : rowAfterKey(event.key, index, cards.rows.length);
    if (row !== undefined) cards.focus(row);
    else if (!actions.press({ key: event.key, withCtrl: event.ctrlKey }, card, index)) return;
    event.preventDefault();
  };
  return (
    <div
      className={board.card}
      data-rotting={card.isRotting}
      data-paused={card.isPaused}
      data-deal={card.id}
      draggable={mayMove}
      onDragStart={begin}
      onDragEnd={() => actions.drag(null)}
    >
      <div className={board.cardHead}>
        <PlaceLink
          to={{ page: 'deal', id: card.id }}
          ref={link}
          className={board.title}
          draggable={false}
          tabIndex={tabbable ? 0 : -1}
          aria-describedby="deal-board-keys"
          onFocus={() => cards.setActive(index)}
          onKeyDown={press}
        >
          <bdi dir="auto">{card.title}</bdi>
        </PlaceLink>
        {mayMove && <MoveMenu card={card} board={actions} tabbable={tabbable} />}
      </div>
      <CardFacts card={card} />
    </div>
  );
}

function rowAfterKey(key: string, index: number, count: number): number | undefined {
  const rows: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 };
  const row = rows[key];
  return row === undefined ? undefined : Math.max(0, Math.min(row, count - 1));
}

function CardFacts({ card }: { readonly card: DealCard }): ReactNode {
  return (
    <>
      <bdi dir="auto" className={board.party}>
        {card.party.name}
      </bdi>
      <div className={board.facts}>
        <span className={board.amount}>
          <DealAmount deal={card} />
        </span>
        {card.expectedOn !== null && <DateText value={card.expectedOn} />}
      </div>
      {card.nextStep !== null && (
        <p className={board.next}>
          <DirIcon icon={IconArrowRight} size={13} /> <bdi dir="auto">{card.nextStep}</bdi>
        </p>
      )}
      <div className={board.foot}>
        <DealMarks deal={card} />
        {card.owner !== null && (
          <span className={board.owner} title={card.owner.name}>
            <Avatar name={card.owner.name} size={22} />
            <span className="dw-said">{card.owner.name}</span>
          </span>
        )}
      </div>
    </>
  );
}

type MoveMenuProps = Pick<CardOnBoardProps, 'card' | 'board' | 'tabbable'>;

function MoveMenu({ card, board: actions, tabbable }: MoveMenuProps): ReactNode {
  const t = useT();
  const trigger = (
    <IconButton
      small
      label={t('deals.moveTo', { title: card.title })}
      aria-haspopup="menu"
      tabIndex={tabbable ? 0 : -1}
      className={board.mover}
    >
      <IconArrowsExchange2 size="1rem" stroke={1.6} aria-hidden />
    </IconButton>
  );
  return (
    <Menu trigger={trigger}>
      <MenuLabel>{t('deals.moveToWhere')}</MenuLabel>
      {actions.targets.map((stage) => (
        <MenuItem key={stage.id} onClick={() => actions.move(card, stage)}>
          <bdi>{stage.name}</bdi>
        </MenuItem>
      ))}
    </Menu>
  );
}
