// Lays two names side by side: which words answer each other, which stand alone, and whether one begins with the family name.

import type { NameWord } from '../../text/name-words';
import type { CompareWords, WordLikeness } from '../../text/word-likeness';
import { nameWord } from '../../text/name-words';

export interface Matched {
  /** The words' places on either side; more than one where two words are written as one on the other side. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly likeness: Exclude<WordLikeness, 'different'>;
}

export interface Alignment {
  readonly left: readonly NameWord[];
  readonly right: readonly NameWord[];
  readonly matched: readonly Matched[];
  readonly isSwapped: boolean;
  readonly worth: number;
}

const worthOf: Readonly<Record<WordLikeness, number>> = { same: 3, spelled: 2.8, near: 2, initial: 1, different: 0 };
/** Two words for one count as much as two for two would, less a little. */
const JOINED_WORTH = 1.8;

/** The best way to lay them; with the family name first on one side when that fits better and everything is answered. */
export function alignNames(left: readonly NameWord[], right: readonly NameWord[], compare: CompareWords): Alignment {
  const straight = align(left, right, compare);
  const isWhole = straight.matched.length >= Math.min(left.length, right.length);
  if (isWhole || left.length < 2 || right.length < 2) return straight;
  const least = Math.min(left.length, right.length);
  let best = straight;
  for (let from = 1; from < left.length; from += 1) {
    const turned = align([...left.slice(from), ...left.slice(0, from)], right, compare);
    if (turned.worth > best.worth && turned.matched.length >= least) best = turned;
  }
  return best.worth > straight.worth + 1 ? { ...best, isSwapped: true } : straight;
}

interface Cell {
  readonly worth: number;
  readonly step: Matched | null;
  readonly before: Cell | null;
}

/** Longest common subsequence with likeness as weight; ties leave the first and the last words matched. */
function align(left: readonly NameWord[], right: readonly NameWord[], compare: CompareWords): Alignment {
  const rows: Cell[][] = [];
  for (let row = 0; row <= left.length; row += 1) {
    const cells: Cell[] = [];
    for (let column = 0; column <= right.length; column += 1) {
      cells.push(bestCell({ left, right, compare, rows: [...rows, cells] }, row, column));
    }
    rows.push(cells);
  }
  const end = rows[left.length]![right.length]!;
  const matched: Matched[] = [];
  for (let cell: Cell | null = end; cell !== null; cell = cell.before)
    if (cell.step !== null) matched.unshift(cell.step);
  return { left, right, matched, isSwapped: false, worth: end.worth };
}

interface Table {
  readonly left: readonly NameWord[];
  readonly right: readonly NameWord[];
  readonly compare: CompareWords;
  readonly rows: readonly (readonly Cell[])[];
}

function bestCell(table: Table, row: number, column: number): Cell {
  let best: Cell = { worth: 0, step: null, before: null };
  const offer = (before: Cell | undefined, step: Matched | null, worth: number): void => {
    if (before !== undefined && before.worth + worth > best.worth) best = { worth: before.worth + worth, step, before };
  };
  if (row > 0 && column > 0) {
    const step = match(table, [row - 1], [column - 1]);
    if (step !== null) offer(table.rows[row - 1]?.[column - 1], step, worthAt(table, step));
    if (row > 1) offerJoin(table, offer, { left: [row - 2, row - 1], right: [column - 1] });
    if (column > 1) offerJoin(table, offer, { left: [row - 1], right: [column - 2, column - 1] });
  }
  if (row > 0) offer(table.rows[row - 1]?.[column], null, 0);
  if (column > 0) offer(table.rows[row]?.[column - 1], null, 0);
  return best;
}

type Offer = (before: Cell | undefined, step: Matched | null, worth: number) => void;

function offerJoin(table: Table, offer: Offer, { left, right }: { left: number[]; right: number[] }): void {
  if (!canJoin(table, left, right)) return;
  const step = match(table, left, right);
  if (step === null || step.likeness === 'near' || step.likeness === 'initial') return;
  offer(table.rows[left[0]!]?.[right[0]!], step, JOINED_WORTH * worthOf[step.likeness]);
}

/** A first or last word answered by a first or last word tells a little more than one in the middle. */
const worthAt = ({ left, right }: Table, step: Matched): number => {
  const isEnd =
    (step.left[0] === 0 && step.right[0] === 0) ||
    (step.left[0] === left.length - 1 && step.right[0] === right.length - 1);
  return worthOf[step.likeness] + (isEnd ? 0.1 : 0);
};

/** Spared for most: the consonants of the halves are about as many as those of the whole. An initial is no half. */
function canJoin({ left, right }: Table, from: readonly number[], to: readonly number[]): boolean {
  if (from.some((place) => left[place]!.text.length < 2) || to.some((place) => right[place]!.text.length < 2))
    return false;
  const length = (words: readonly NameWord[], places: readonly number[]): number =>
    places.reduce((sum, place) => sum + words[place]!.code.length, 0);
  return Math.abs(length(left, from) - length(right, to)) <= 1;
}

function match({ left, right, compare }: Table, from: number[], to: number[]): Matched | null {
  const likeness = compare(joined(left, from), joined(right, to));
  return likeness === 'different' ? null : { left: from, right: to, likeness };
}

const joined = (words: readonly NameWord[], places: readonly number[]): NameWord =>
  places.length === 1 ? words[places[0]!]! : nameWord(places.map((place) => words[place]!.text).join(''));
