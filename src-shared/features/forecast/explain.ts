// Why what is weighted changed between two days: each deal's part, and parts that add up to the difference exactly.

import type { Civil } from '../../locale/civil';
import { CERTAIN, wholeUnits } from '../pipelines/odds';
import type { ChangeReason } from './forecast';

/** How a deal stood. */
export interface Standing {
  readonly dealId: string;
  readonly stageId: string;
  readonly state: 'open' | 'won' | 'lost' | 'gone';
  readonly category: string;
  readonly ownerId: string | null;
  readonly pipelineId: string;
  readonly amount: number | null;
  readonly currency: string;
  /** Expected, or ended. */
  readonly day: Civil | null;
}

/** By what a day reckoned. */
export interface Reckoning {
  readonly asOf: Civil;
  /** Ten-thousandths by stage. */
  readonly odds: ReadonlyMap<string, number>;
}

export interface Compared {
  readonly from: Civil;
  readonly to: Civil;
  readonly currency: string;
  readonly ownerId?: string | undefined;
  readonly pipelineId?: string | undefined;
}

export interface Part {
  readonly dealId: string;
  readonly reason: ChangeReason;
  /** Minor units times ten-thousandths. */
  readonly exact: bigint;
}

type Stood = Standing | undefined;

/** Whether it is a deal of the period, of the person and pipeline asked for, in the currency. */
export const isOf = (stood: Stood, of: Compared): stood is Standing & { day: Civil } =>
  stood !== undefined &&
  (stood.state === 'open' || stood.state === 'won') &&
  stood.currency === of.currency &&
  stood.day !== null &&
  stood.day >= of.from &&
  stood.day <= of.to &&
  (of.ownerId === undefined || stood.ownerId === of.ownerId) &&
  (of.pipelineId === undefined || stood.pipelineId === of.pipelineId);

const hasSlipped = ({ state, day }: Standing, { asOf }: Reckoning): boolean =>
  state === 'open' && day !== null && day < asOf;

/** Whether its amount counts by the odds of its stage. */
const isWeighed = (stood: Stood, by: Reckoning, of: Compared): stood is Standing =>
  isOf(stood, of) && stood.state === 'open' && stood.category !== 'omitted' && !hasSlipped(stood, by);

const oddsAt = ({ stageId }: Standing, { odds }: Reckoning): bigint => BigInt(odds.get(stageId) ?? 0);

/** Minor units times ten-thousandths. */
export function weightOf(stood: Stood, by: Reckoning, of: Compared): bigint {
  if (!isOf(stood, of)) return 0n;
  const amount = BigInt(stood.amount ?? 0);
  if (stood.state === 'won') return amount * BigInt(CERTAIN);
  return isWeighed(stood, by, of) ? amount * oddsAt(stood, by) : 0n;
}

export interface Change {
  readonly before: Stood;
  readonly after: Stood;
}

/** The parts of one deal; none where it weighs what it did. */
export function partsOf(
  { before, after }: Change,
  { was, is, of }: { readonly was: Reckoning; readonly is: Reckoning; readonly of: Compared },
): Part[] {
  const dealId = (after ?? before)?.dealId ?? '';
  const part = (reason: ChangeReason, exact: bigint): Part[] => (exact === 0n ? [] : [{ dealId, reason, exact }]);
  if (isWeighed(before, was, of) && isWeighed(after, is, of)) {
    const [had, has] = [BigInt(before.amount ?? 0), BigInt(after.amount ?? 0)];
    const moved = oddsAt(after, is) - oddsAt(before, was);
    return [
      ...part(before.stageId === after.stageId ? 'odds' : 'stage', had * moved),
      ...part('amount', (has - had) * oddsAt(after, is)),
    ];
  }
  return part(reasonOf({ before, after }, { was, is, of }), weightOf(after, is, of) - weightOf(before, was, of));
}

function reasonOf(
  { before, after }: Change,
  { was, is, of }: { readonly was: Reckoning; readonly is: Reckoning; readonly of: Compared },
): ChangeReason {
  if (after === undefined || after.state === 'gone') return 'removed';
  if (before === undefined) return 'new';
  if (after.state === 'lost') return 'lost';
  if (after.state === 'won' && before.state !== 'won') return isOf(after, of) ? 'won' : 'moved-out';
  if (before.currency !== after.currency) return 'amount';
  if (!isOf(after, of)) return 'moved-out';
  if (before.state === 'gone' || before.state === 'lost') return 'counted-again';
  if (!isOf(before, of)) return 'moved-in';
  if (after.category === 'omitted') return 'omitted';
  if (before.category === 'omitted') return 'counted-again';
  if (hasSlipped(after, is)) return 'slipped';
  return hasSlipped(before, was) ? 'rescheduled' : 'amount';
}

/**
 * Each part in whole minor units, so that together they are `difference`: rounded down, and what is missing given to those that lost
 * most by that. `difference` is that of two totals rounded by themselves, the parts those of the exact ones.
 */
export function inWholeUnits(parts: readonly Part[], difference: bigint): readonly bigint[] {
  const unit = BigInt(CERTAIN);
  const floors = parts.map(({ exact }) => (exact - (((exact % unit) + unit) % unit)) / unit);
  let missing = difference - floors.reduce((sum, one) => sum + one, 0n);
  const rest = (index: number): bigint => parts[index]!.exact - floors[index]! * unit;
  const order = parts
    .map((_, index) => index)
    .sort((one, other) => (rest(other) > rest(one) ? 1 : rest(other) < rest(one) ? -1 : one - other));
  const whole = [...floors];
  for (const index of order) {
    if (missing <= 0n) break;
    whole[index] = whole[index]! + 1n;
    missing -= 1n;
  }
  return whole;
}

export const differenceOf = (before: bigint, after: bigint): bigint => wholeUnits(after) - wholeUnits(before);
