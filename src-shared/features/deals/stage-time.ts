// How long a deal was in each stage, the times in which nothing was expected of it left out. All in ms UTC.

export interface Move {
  readonly at: number;
}
export interface Pause {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
}

/** Milliseconds between two instants that lie in no pause; pauses may overlap. */
export function workingTime(from: number, to: number, pauses: readonly Pause[]): number {
  let lost = 0;
  let reached = from;
  for (const pause of pauses.toSorted((one, other) => one.from - other.from)) {
    const [begins, ends] = [Math.max(pause.from, reached), Math.min(pause.to ?? to, to)];
    if (ends <= begins) continue;
    lost += ends - begins;
    reached = ends;
  }
  return Math.max(0, to - from - lost);
}

/** For each move, in order of time, how long the deal then stayed; of the last one until now. */
export const stayTimes = (moves: readonly Move[], pauses: readonly Pause[], now: number): readonly number[] =>
  moves.map(({ at }, index) => workingTime(at, Math.max(at, moves[index + 1]?.at ?? now), pauses));

const DAY = 86_400_000;

export const isRotting = (
  stage: { readonly rotDays: number | null; readonly kind: string },
  { since, pauses }: { readonly since: number; readonly pauses: readonly Pause[] },
  now: number,
): boolean => stage.kind === 'open' && stage.rotDays !== null && workingTime(since, now, pauses) > stage.rotDays * DAY;
