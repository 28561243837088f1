// Where each record of the map stands: columns by distance from the middle of attention, siblings one below another.
// Positions run from the inline start; the drawing mirrors them where the language runs from right to left.

import type { GraphState, PlacedNode } from './graph-state';

export const NODE_WIDTH = 200;
export const NODE_HEIGHT = 44;
const COLUMN_GAP = 52;
const ROW_GAP = 10;
const MARGIN = 12;

/** Measures of the layout are px at the normal text size; in rem they grow with the text. */
export const rem = (px: number): string => `${px / 16}rem`;

export interface NodePlace {
  readonly node: PlacedNode;
  /** Distance of the box's start edge from the start of the drawing, px. */
  readonly start: number;
  readonly top: number;
}

export interface GraphLayout {
  readonly places: readonly NodePlace[];
  readonly width: number;
  readonly height: number;
}

export function layoutGraph(state: GraphState): GraphLayout {
  const root = state.nodes.get(state.root);
  if (root === undefined) return { places: [], width: 0, height: 0 };
  const children = childrenByParent(state);
  const tops = new Map<string, number>();
  const used = { rows: 0 };
  placeBranch(root.id, children, { tops, used });
  const places = [...state.nodes.values()].map((node) => ({
    node,
    start: MARGIN + node.depth * (NODE_WIDTH + COLUMN_GAP),
    top: MARGIN + (tops.get(node.id) ?? 0) * (NODE_HEIGHT + ROW_GAP),
  }));
  const deepest = Math.max(...places.map((place) => place.node.depth));
  return {
    places,
    width: 2 * MARGIN + NODE_WIDTH + deepest * (NODE_WIDTH + COLUMN_GAP),
    height: 2 * MARGIN + Math.max(1, used.rows) * (NODE_HEIGHT + ROW_GAP) - ROW_GAP,
  };
}

export function childrenByParent(state: GraphState): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const node of state.nodes.values()) {
    if (node.parent === null) continue;
    children.set(node.parent, [...(children.get(node.parent) ?? []), node.id]);
  }
  const typeOf = (id: string): string => state.edges.get(state.nodes.get(id)?.edge ?? '')?.type ?? '';
  for (const list of children.values()) list.sort((one, other) => typeOf(one).localeCompare(typeOf(other)));
  return children;
}

interface Rows {
  readonly tops: Map<string, number>;
  readonly used: { rows: number };
}

/** Leaves take the next free row; a parent stands in the middle of its children. Depth is at most a few dozen. */
function placeBranch(id: string, children: ReadonlyMap<string, readonly string[]>, rows: Rows): number {
  const below = children.get(id) ?? [];
  const tops = below.map((child) => placeBranch(child, children, rows));
  const top = tops.length === 0 ? rows.used.rows++ : (tops[0]! + tops.at(-1)!) / 2;
  rows.tops.set(id, top);
  return top;
}

export type Arrow = 'deeper' | 'back' | 'up' | 'down';

/** The record an arrow key leads to, or undefined at the rim. */
export function neighbourOf(layout: GraphLayout, id: string, arrow: Arrow): string | undefined {
  const here = layout.places.find((place) => place.node.id === id);
  if (here === undefined) return undefined;
  if (arrow === 'back') return here.node.parent ?? undefined;
  const nearest = (among: readonly NodePlace[]): string | undefined =>
    among.toSorted((a, b) => Math.abs(a.top - here.top) - Math.abs(b.top - here.top))[0]?.node.id;
  if (arrow === 'deeper') return nearest(layout.places.filter((place) => place.node.parent === id));
  const column = layout.places.filter((place) => place.node.depth === here.node.depth);
  return nearest(column.filter((place) => (arrow === 'up' ? place.top < here.top : place.top > here.top)));
}
