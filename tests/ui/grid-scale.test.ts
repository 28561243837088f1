// A list of any length can be scrolled to its end, although the browser draws no box taller than 33.5 million pixels.
import { expect, test } from 'vitest';
import { MAX_BOX, offsetShowing, rowsInView, scaleOf } from '../../src-renderer/ui/virtual-grid/grid-scale';

const height = 700;

test.each([32, 36, 44, 55])('the last of a million rows is reached with rows of %i pixels', (rowHeight) => {
  const rows = 1_000_000;
  const { box, factor } = scaleOf(rows, rowHeight, height);
  expect(box).toBeLessThanOrEqual(MAX_BOX);
  const lowest = (box - height) * factor;
  expect(rowsInView({ offset: lowest, height, rowHeight }, rows, 0).to).toBe(rows);
});

test('a short list scrolls pixel by pixel', () => {
  expect(scaleOf(2000, 36, height)).toEqual({ box: 72_000, factor: 1 });
});

test('a row already in view moves nothing; one below or above comes in at the nearest edge', () => {
  const view = { offset: 360, height: 360, rowHeight: 36 };
  expect(offsetShowing(12, view)).toBe(360);
  expect(offsetShowing(20, view)).toBe(396);
  expect(offsetShowing(3, view)).toBe(108);
});
