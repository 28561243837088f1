// The map so far: what the first question brought, and what every expansion added, as one tree with cross edges.

import type { GraphEdge as EdgeSchema, GraphNode as NodeSchema } from '@shared/features/parties/parties.contract';
import type { z } from 'zod';

export type GraphNode = z.infer<typeof NodeSchema>;
export type GraphEdge = z.infer<typeof EdgeSchema>;

export interface PlacedNode extends GraphNode {
  /** The node from which this one was reached, and by which edge; null for the root. */
  readonly parent: string | null;
  readonly edge: string | null;
  /** All relationships of this party, drawn or not. */
  readonly degree: number;
}

export interface GraphState {
  readonly root: string;
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Nodes that were asked for their neighbours. */
  readonly expanded: ReadonlySet<string>;
  readonly truncated: boolean;
}

export interface GraphAnswer {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly truncated: boolean;
}

export const emptyGraph = (root: string): GraphState => ({
  root,
  nodes: new Map(),
  edges: new Map(),
  expanded: new Set(),
  truncated: false,
});

/** Adds an answer about `centre`. What is on the map keeps its place; new nodes hang on the node that led to them. */
export function withAnswer(state: GraphState, centre: string, answer: GraphAnswer): GraphState {
  const edges = new Map(state.edges);
  for (const edge of answer.edges) edges.set(edge.id, edge);
  const nodes = new Map(state.nodes);
  const found = new Map(answer.nodes.map((node) => [node.id, node]));
  const start = nodes.get(centre) ?? rootOf(found.get(centre));
  if (start === undefined) return state;
  nodes.set(centre, start);
  const queue = [centre];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const edge of answer.edges) {
      const other = edge.from === id ? edge.to : edge.to === id ? edge.from : undefined;
      const node = other === undefined ? undefined : found.get(other);
      if (node === undefined || nodes.has(node.id)) continue;
      nodes.set(node.id, { ...node, depth: nodes.get(id)!.depth + 1, parent: id, edge: edge.id, degree: node.more });
      queue.push(node.id);
    }
  }
  return {
    ...state,
    nodes: countHidden(nodes, edges, answer),
    edges,
    expanded: new Set([...state.expanded, centre]),
    truncated: state.truncated || answer.truncated,
  };
}

const rootOf = (node: GraphNode | undefined): PlacedNode | undefined =>
  node === undefined ? undefined : { ...node, depth: 0, parent: null, edge: null, degree: node.more };

/** The engine counts what its own answer leaves out; on the map, what any answer has drawn is no longer hidden. */
function countHidden(
  nodes: ReadonlyMap<string, PlacedNode>,
  edges: ReadonlyMap<string, GraphEdge>,
  answer: GraphAnswer,
): ReadonlyMap<string, PlacedNode> {
  const all = [...edges.values()];
  const fresh = new Map(answer.nodes.map((node) => [node.id, node.more + touching(answer.edges, node.id)]));
  return new Map(
    [...nodes].map(([id, node]) => {
      const degree = fresh.get(id) ?? node.degree;
      return [id, { ...node, degree, more: Math.max(0, degree - touching(all, id)) }];
    }),
  );
}

const touching = (edges: readonly GraphEdge[], id: string): number =>
  edges.filter((edge) => edge.from === id || edge.to === id).length;
