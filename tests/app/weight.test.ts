// What a page sends at once has a limit, which is found without looking at more than the limit.
import { describe, expect, it } from 'vitest';
import { isTooHeavy } from '../../src-main/engine/weight';

describe('a message of a page', () => {
  it('as large as any of ours is taken', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => String(index).padStart(36, '0'));
    expect(isTooHeavy({ ids, set: { note: 'x'.repeat(20_000) } })).toBe(false);
    expect(isTooHeavy(undefined)).toBe(false);
    expect(isTooHeavy({ image: 'x'.repeat(175_000) })).toBe(false);
  });

  it('is refused with a text, a list or bytes beyond belief', () => {
    expect(isTooHeavy({ names: [{ text: 'x'.repeat(16_000_001) }] })).toBe(true);
    expect(isTooHeavy(Array<string>(1_000_000).fill('x'))).toBe(true);
    expect(isTooHeavy(new Uint8Array(20_000_000))).toBe(true);
  });

  it('that contains itself, or nests without end, is settled', () => {
    const round: Record<string, unknown> = {};
    Object.assign(round, { one: round, other: round });
    expect(isTooHeavy(round)).toBe(true);
    let deep: unknown = 1;
    for (let level = 0; level < 400_000; level += 1) deep = { deep };
    expect(isTooHeavy(deep)).toBe(false);
  });
});
