// Chromium draws no element taller than 33,554,428 pixels, so a list of a million rows scrolls in a shorter box:
// the place in the box is scaled to the place in the list, and every row can be reached.

/** Tallest box in pixels; below Chromium's limit with room for a header. */
export const MAX_BOX = 30_000_000;

export interface GridScale {
  /** Height of the scrolled box in pixels. */
  readonly box: number;
  /** Pixels of list for each pixel of box; 1 for all but very long lists. */
  readonly factor: number;
}

export function scaleOf(rowCount: number, rowHeight: number, viewHeight: number): GridScale {
  const full = rowCount * rowHeight;
  if (full <= MAX_BOX) return { box: full, factor: 1 };
  return { box: MAX_BOX, factor: (full - viewHeight) / (MAX_BOX - viewHeight) };
}

export interface RowSpan {
  /** First row in view, and the row after the last. */
  readonly from: number;
  readonly to: number;
}

export interface GridView {
  /** The place in the list in pixels. */
  readonly offset: number;
  readonly height: number;
  readonly rowHeight: number;
}

/** The rows in view and `around` more on both sides. */
export function rowsInView({ offset, height, rowHeight }: GridView, rowCount: number, around: number): RowSpan {
  const first = Math.floor(offset / rowHeight);
  const last = Math.ceil((offset + height) / rowHeight);
  return { from: Math.max(0, first - around), to: Math.min(rowCount, last + around) };
}

/** The place in the list at which a row is wholly in view, moving as little as can be. */
export function offsetShowing(row: number, { offset, height, rowHeight }: GridView): number {
  const start = row * rowHeight;
  if (start < offset) return start;
  return start + rowHeight > offset + height ? start + rowHeight - height : offset;
}
