// A window on a long sorted list that the engine gives out by keyset pages: the rows asked for are fetched from the nearest
// known starting point, so that any depth costs one page once the starting points of the whole list have arrived.

import { err } from '@shared/core/result';
import type { Failure, Result } from '@shared/core/result';
import { failureOf } from './engine-failure';

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly count?: { readonly value: number; readonly capped: boolean };
}

/** Where every `every`-th row starts: `cursors[k]` is the cursor after which row `(k + 1) * every` comes. */
export interface RowAnchors {
  readonly total: number;
  readonly every: number;
  readonly cursors: readonly string[];
}

export interface RowWindowState<Row> {
  readonly rows: ReadonlyMap<number, Row>;
  /** Rows that are known to exist; the scroll bar covers these. */
  readonly length: number;
  /** Nothing comes after row `length - 1`. */
  readonly complete: boolean;
  /** The starting points of the whole list are known. */
  readonly anchored: boolean;
  readonly count: { readonly value: number; readonly capped: boolean } | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
}

export type LoadPage<Row> = (after: string | undefined, limit: number) => Promise<Result<RowPage<Row>, Failure>>;

export interface RowWindow<Row> {
  readonly state: () => RowWindowState<Row>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says which rows are looked at; whatever is missing of them is fetched. */
  readonly ensure: (from: number, to: number) => void;
  readonly anchor: (anchors: RowAnchors) => void;
  /** Rows of any part of the list, `from` up to but not `to`, asked for beside what is looked at; fewer where the list ends or fails. */
  readonly read: (from: number, to: number) => Promise<Row[]>;
  /** Fetches the rows in view anew and forgets the others; what is shown stays until the new rows are here. */
  readonly refresh: () => void;
}

const FIRST_PAGE = 60;
const PAGE = 200;
/** Rows kept at most; those furthest from the view go first. */
const KEPT = 6000;

interface Inside<Row> {
  rows: Map<number, Row>;
  fresh: Set<number>;
  starts: Map<number, string | undefined>;
  wanted: { from: number; to: number };
  end: number | null;
  total: number | null;
  count: RowWindowState<Row>['count'];
  failure: Failure | null;
  busy: boolean;
  generation: number;
}

const emptyInside = <Row>(): Inside<Row> => ({
  rows: new Map(),
  fresh: new Set(),
  starts: new Map([[0, undefined]]),
  wanted: { from: 0, to: FIRST_PAGE },
  end: null,
  total: null,
  count: null,
  failure: null,
  busy: false,
  generation: 0,
});

export function createRowWindow<Row>(load: LoadPage<Row>): RowWindow<Row> {
  const inside = emptyInside<Row>();
  const listeners = new Set<() => void>();
  const shown = { state: stateOf(inside) };
  const publish = (): void => {
    shown.state = stateOf(inside);
    for (const listener of listeners) listener();
  };
  const fetchMissing = (): void => {
    if (!inside.busy && nextGap(inside) !== null) void pump(inside, load, publish);
  };
  return {
    state: () => shown.state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ensure: (from, to) => {
      inside.wanted = { from: Math.max(0, from), to };
      fetchMissing();
    },
    anchor: (anchors) => {
      takeAnchors(inside, anchors);
      publish();
      fetchMissing();
    },
    read: (from, to) => readRows(inside, load, { from, to }),
    refresh: () => {
      forgetFreshness(inside);
      fetchMissing();
    },
  };
}

async function readRows<Row>(
  inside: Inside<Row>,
  load: LoadPage<Row>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Row[]> {
  const start = nearestStart(inside, from);
  const rows: Row[] = [];
  for (let after = inside.starts.get(start), more = true; more && start + rows.length < to;) {
    const page = await load(after, PAGE).catch((error: unknown) => err(failureOf(error)));
    if (!page.ok) break;
    rows.push(...page.value.rows);
    after = page.value.next ?? undefined;
    more = page.value.next !== null;
  }
  return rows.slice(from - start, to - start);
}

/** One page at a time, always for the rows wanted at that moment; an answer from before a refresh is thrown away. */
async function pump<Row>(inside: Inside<Row>, load: LoadPage<Row>, publish: () => void): Promise<void> {
  inside.busy = true;
  for (let gap = nextGap(inside); gap !== null && inside.failure === null; gap = nextGap(inside)) {
    const generation = inside.generation;
    const page = await load(inside.starts.get(gap.start), gap.limit).catch((error: unknown) => err(failureOf(error)));
    if (generation !== inside.generation) continue;
    if (page.ok) takePage(inside, gap.start, page.value);
    else inside.failure = page.error;
    publish();
  }
  inside.busy = false;
  publish();
}

function stateOf<Row>(inside: Inside<Row>): RowWindowState<Row> {
  const reached = Math.max(inside.count?.value ?? 0, inside.rows.size === 0 ? 0 : contiguousEnd(inside));
  return {
    rows: new Map(inside.rows),
    length: inside.end ?? Math.max(inside.total ?? 0, reached),
    complete: inside.end !== null || inside.total !== null,
    anchored: inside.total !== null,
    count: inside.total === null ? inside.count : { value: inside.end ?? inside.total, capped: false },
    loading: inside.busy,
    failure: inside.failure,
  };
}

/** The furthest row that can be reached from a known start. */
function contiguousEnd<Row>(inside: Inside<Row>): number {
  let end = 0;
  for (const start of inside.starts.keys()) end = Math.max(end, start);
  for (const index of inside.rows.keys()) end = Math.max(end, index + 1);
  return end;
}

function nextGap<Row>(inside: Inside<Row>): { start: number; limit: number } | null {
  const last = Math.min(inside.wanted.to, inside.end ?? Number.POSITIVE_INFINITY);
  for (let index = inside.wanted.from; index < last; index += 1) {
    if (inside.fresh.has(index)) continue;
    const start = nearestStart(inside, index);
    const limit = Math.max(FIRST_PAGE, Math.min(PAGE, last - start));
    return { start, limit };
  }
  return null;
}

function nearestStart<Row>(inside: Inside<Row>, index: number): number {
  if (inside.starts.has(index)) return index;
  let nearest = 0;
  for (const start of inside.starts.keys()) {
    if (start <= index && start > nearest) nearest = start;
  }
  return nearest;
}

function takePage<Row>(inside: Inside<Row>, start: number, page: RowPage<Row>): void {
  page.rows.forEach((row, offset) => {
    inside.rows.set(start + offset, row);
    inside.fresh.add(start + offset);
  });
  const after = start + page.rows.length;
  // Only the first page counts; the engine does not count again at every step.
  if (page.count !== undefined && start === 0) inside.count = page.count;
  if (page.rows.length === 0) return endAt(inside, start);
  if (page.next === null) endAt(inside, after);
  else {
    inside.starts.set(after, page.next);
    if (inside.end !== null && after >= inside.end) inside.end = null;
  }
  evict(inside);
}

function endAt<Row>(inside: Inside<Row>, end: number): void {
  inside.end = end;
  for (const index of inside.rows.keys()) if (index >= end) inside.rows.delete(index);
}

function takeAnchors<Row>(inside: Inside<Row>, { total, every, cursors }: RowAnchors): void {
  inside.generation += 1;
  inside.starts = new Map([[0, undefined]]);
  cursors.forEach((cursor, index) => inside.starts.set((index + 1) * every, cursor));
  inside.total = total;
  inside.end = total;
  const { from, to } = inside.wanted;
  for (const index of inside.rows.keys())
    if (index < from - PAGE || index > to + PAGE || index >= total) inside.rows.delete(index);
  for (const index of inside.fresh) if (!inside.rows.has(index)) inside.fresh.delete(index);
}

function forgetFreshness<Row>(inside: Inside<Row>): void {
  inside.generation += 1;
  inside.failure = null;
  inside.fresh.clear();
  if (inside.total === null) {
    inside.end = null;
    inside.starts = new Map([[0, undefined]]);
  }
}

function evict<Row>(inside: Inside<Row>): void {
  if (inside.rows.size <= KEPT) return;
  const { from, to } = inside.wanted;
  for (const index of inside.rows.keys()) {
    if (index >= from - KEPT / 4 && index <= to + KEPT / 4) continue;
    inside.rows.delete(index);
    inside.fresh.delete(index);
  }
}
