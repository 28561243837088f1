// How likely a deal in a stage is won: learned from the office's own deals where there are enough of them, otherwise as the office guesses.

import { z } from 'zod';
import { Id } from '../../core/ids';

/** Deals that must have been won or lost after they were in a stage before its odds are learned from them. */
export const ENOUGH_HISTORY = 30;
/** Odds are kept in ten-thousandths, so that sums of them are exact. */
export const CERTAIN = 10_000;

export const StageOdds = z.object({
  stageId: Id,
  /** Ten-thousandths. */
  odds: z.number().int().min(0).max(CERTAIN),
  learned: z.boolean(),
  /** Of the deals that have ever been in the stage: won, and won or lost. */
  won: z.number().int(),
  decided: z.number().int(),
});
export type StageOdds = z.infer<typeof StageOdds>;

interface Guessed {
  readonly id: string;
  readonly kind: 'open' | 'won' | 'lost';
  /** How many of a hundred. */
  readonly odds: number;
}

export function oddsOf(stage: Guessed, { won, lost }: { readonly won: number; readonly lost: number }): StageOdds {
  const decided = won + lost;
  const learned = stage.kind === 'open' && decided >= ENOUGH_HISTORY;
  const odds = learned ? Math.round((won * CERTAIN) / decided) : stage.odds * (CERTAIN / 100);
  return { stageId: stage.id, odds, learned, won, decided };
}

/** Whole minor units of an exact sum of amounts times ten-thousandths; halves away from nothing. */
export function wholeUnits(exact: bigint): bigint {
  const half = BigInt(CERTAIN) / 2n;
  return exact < 0n ? -((-exact + half) / BigInt(CERTAIN)) : (exact + half) / BigInt(CERTAIN);
}
