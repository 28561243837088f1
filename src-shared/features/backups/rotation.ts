// Which backups stay: the newest of each hour, day, week and month, as many of each as the office chose (grandfather, father, son).

export interface Rotation {
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export const defaultRotation: Rotation = { hourly: 24, daily: 7, weekly: 5, monthly: 12 };

export interface Dated {
  /** ms UTC. */
  readonly madeAt: number;
  readonly isVerified: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 1970-01-01 was a Thursday; weeks of the rotation begin on Mondays. */
const THURSDAY_TO_MONDAY = 3 * DAY;
/** Whatever the numbers say, so many whole copies stay. */
const ALWAYS_KEPT = 2;

const spans: Readonly<Record<keyof Rotation, (at: number) => number>> = {
  hourly: (at) => Math.floor(at / HOUR),
  daily: (at) => Math.floor(at / DAY),
  weekly: (at) => Math.floor((at + THURSDAY_TO_MONDAY) / DAY / 7),
  monthly: (at) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth(),
};

/**
 * Those that may go. Only verified copies fill a place, so a copy that could not be verified never pushes out one that was;
 * the two newest verified ones and everything newer than them always stay.
 */
export function rotatedOut<T extends Dated>(backups: readonly T[], rotation: Rotation): T[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt);
  const verified = newestFirst.filter(({ isVerified }) => isVerified);
  const last = verified[ALWAYS_KEPT - 1];
  if (last === undefined) return [];
  const staying = new Set<T>(verified.slice(0, ALWAYS_KEPT));
  for (const step of ['hourly', 'daily', 'weekly', 'monthly'] as const) {
    const taken = new Set<number>();
    for (const backup of verified) {
      const span = spans[step](backup.madeAt);
      if (taken.has(span)) continue;
      if (taken.size >= rotation[step]) break;
      taken.add(span);
      staying.add(backup);
    }
  }
  return newestFirst.filter((backup) => backup.madeAt < last.madeAt && !staying.has(backup));
}
