// Rotation takes away what the office no longer wants, and never the last two whole copies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRotation, rotatedOut } from '@shared/features/backups/rotation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 4, 6, 7, 14);

const numbers = fc.integer({ min: 0, max: 30 });
const rotations = fc.record({ hourly: numbers, daily: numbers, weekly: numbers, monthly: numbers });
const backups = fc.array(
  fc.record({ madeAt: fc.integer({ min: now - 800 * DAY, max: now }), isVerified: fc.boolean() }),
  { maxLength: 120 },
);

describe('rotation', () => {
  it('never takes one of the two newest verified copies, nor anything newer than them', () => {
    fc.assert(
      fc.property(backups, rotations, (all, rotation) => {
        const gone = rotatedOut(all, rotation);
        const verified = all.filter((one) => one.isVerified).toSorted((a, b) => b.madeAt - a.madeAt);
        const [first, second] = verified;
        for (const one of [first, second]) if (one !== undefined) expect(gone).not.toContain(one);
        if (second === undefined) expect(gone).toEqual([]);
        else expect(gone.every(({ madeAt }) => madeAt < second.madeAt)).toBe(true);
      }),
    );
  });

  it('keeps the newest verified copy of each of the last hours, days, weeks and months, as many as asked for', () => {
    const spans = { hourly: HOUR, daily: DAY };
    fc.assert(
      fc.property(backups, rotations, (all, rotation) => {
        const left = all.filter((one) => !rotatedOut(all, rotation).includes(one));
        for (const [step, span] of Object.entries(spans) as [keyof typeof spans, number][]) {
          const spansOf = (some: typeof all) =>
            [...new Set(some.filter((one) => one.isVerified).map(({ madeAt }) => Math.floor(madeAt / span)))].toSorted(
              (a, b) => b - a,
            );
          const wanted = spansOf(all).slice(0, rotation[step]);
          expect(spansOf(left)).toEqual(expect.arrayContaining(wanted));
        }
      }),
    );
  });

  it('comes to rest: what it left it leaves', () => {
    fc.assert(
      fc.property(backups, rotations, (all, rotation) => {
        const gone = new Set(rotatedOut(all, rotation));
        const left = all.filter((one) => !gone.has(one));
        expect(rotatedOut(left, rotation)).toEqual([]);
      }),
    );
  });

  it('of hourly copies of two years leaves about as many as the numbers say', () => {
    const all = Array.from({ length: 24 * 730 }, (_, hour) => ({ madeAt: now - hour * HOUR, isVerified: true }));
    const left = all.length - rotatedOut(all, defaultRotation).length;
    expect(left).toBeGreaterThanOrEqual(40);
    expect(left).toBeLessThanOrEqual(24 + 7 + 5 + 12);
  });
});
