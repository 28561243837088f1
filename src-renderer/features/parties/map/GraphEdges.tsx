// The lines of the map: one curve per relationship, dashed when it has ended.

import type { ReactNode } from 'react';
import type { GraphLayout, NodePlace } from './graph-layout';
import { NODE_HEIGHT, NODE_WIDTH, rem } from './graph-layout';
import type { GraphEdge, GraphState } from './graph-state';
import styles from './map.module.css';

export interface GraphEdgesProps {
  readonly state: GraphState;
  readonly layout: GraphLayout;
  readonly focus: string;
  /** The drawing itself is made of numbers, so it is mirrored here and not by the style sheet. */
  readonly mirrored: boolean;
}

export function GraphEdges({ state, layout, focus, mirrored }: GraphEdgesProps): ReactNode {
  const places = new Map(layout.places.map((place) => [place.node.id, place]));
  const across = (start: number): number => (mirrored ? layout.width - start : start);
  return (
    <svg
      className={styles.edges}
      style={{ inlineSize: rem(layout.width), blockSize: rem(layout.height) }}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      {[...state.edges.values()].map((edge) => {
        const from = places.get(edge.from);
        const to = places.get(edge.to);
        if (from === undefined || to === undefined) return null;
        return (
          <path
            key={edge.id}
            d={curveOf(from, to, across)}
            className={styles.edge}
            data-ended={edge.ended || undefined}
            data-cross={isCross(edge, state) || undefined}
            data-focus={edge.from === focus || edge.to === focus || undefined}
          />
        );
      })}
    </svg>
  );
}

const isCross = (edge: GraphEdge, state: GraphState): boolean =>
  state.nodes.get(edge.from)?.edge !== edge.id && state.nodes.get(edge.to)?.edge !== edge.id;

function curveOf(from: NodePlace, to: NodePlace, across: (start: number) => number): string {
  const [near, far] = from.node.depth <= to.node.depth ? [from, to] : [to, from];
  const y1 = near.top + NODE_HEIGHT / 2;
  const y2 = far.top + NODE_HEIGHT / 2;
  const x1 = across(near.start + NODE_WIDTH);
  if (near.node.depth === far.node.depth) {
    const bow = across(near.start + NODE_WIDTH + 36);
    return `M ${x1} ${y1} C ${bow} ${y1}, ${bow} ${y2}, ${x1} ${y2}`;
  }
  const x2 = across(far.start);
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}
