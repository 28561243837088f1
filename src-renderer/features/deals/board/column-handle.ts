// What the board asks of a column: columns keep their own cards, and the keyboard goes from one to the next.

export interface ColumnHandle {
  /** Cards known to be there. */
  count(): number;
  /** Takes the keyboard to that card, or to the last one. */
  focus(index: number): void;
  /** A deal has come here: asks anew, and takes the keyboard to it when it was there before. */
  follow(dealId: string): void;
  refresh(): void;
}

/** One column on (1) or back (-1) in the order of stages, by what the arrow points at; 0 for other keys. */
export function columnAfterKey(key: string, rightToLeft: boolean): -1 | 0 | 1 {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0;
  return (key === 'ArrowRight') === rightToLeft ? -1 : 1;
}
