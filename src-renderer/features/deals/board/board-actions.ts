// What a card of the board can be made to do.

import type { DealCard } from '@shared/features/deals/deal';
import type { Stage } from '../../pipelines';

export interface BoardActions {
  /** Where its menu offers to move it; none for those who may not. */
  readonly targets: readonly Stage[];
  move(card: DealCard, to: Stage): void;
  drag(card: DealCard | null): void;
  drop(to: Stage): void;
  /** True for a key that led to another column. */
  press(key: { readonly key: string; readonly withCtrl: boolean }, card: DealCard, index: number): boolean;
}
