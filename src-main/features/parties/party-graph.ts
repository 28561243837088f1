// The map of a party's relationships: breadth first, cycle-safe, capped.

import type { z } from 'zod';
import type { GraphEdge, GraphNode } from '@shared/features/parties/parties.contract';
import type { ReadDb, Tables } from '../../db';
import { memberIdsOf } from '../clusters';
import { selectRelationshipsOf, type RelationshipOf } from '../relationships';

type Node = z.infer<typeof GraphNode>;
type Edge = z.infer<typeof GraphEdge>;

interface GraphQuery {
  readonly party: Tables['party'];
  readonly depth: number;
  readonly asOf?: string | undefined;
  /** Today as a civil date: an edge that ended before it is drawn as ended. */
  readonly today: string;
}

const NODE_LIMIT = 200;

export function partyGraph(db: ReadDb, query: GraphQuery): { nodes: Node[]; edges: Edge[]; truncated: boolean } {
  const { party } = query;
  const nodes = new Map<string, Node>([
    [party.id, { id: party.id, kind: party.kind, name: party.display_name, depth: 0, more: 0 }],
  ]);
  const edges = new Map<string, Edge>();
  let truncated = false;
  let frontier = [party.id];
  for (let depth = 1; depth <= query.depth; depth += 1) {
    const next: string[] = [];
    for (const id of frontier) {
      for (const row of edgesOf(db, id)) {
        if (!validOn(row, query.asOf)) continue;
        if (!nodes.has(row.other_id)) {
          if (nodes.size >= NODE_LIMIT) {
            truncated = true;
            continue;
          }
          nodes.set(row.other_id, { id: row.other_id, kind: row.other_kind, name: row.other_name, depth, more: 0 });
          next.push(row.other_id);
        }
        edges.set(row.id, edgeOf(row, id, query.today));
      }
    }
    frontier = next;
  }
  for (const id of frontier) {
    const unseen = edgesOf(db, id).filter((row) => !edges.has(row.id) && validOn(row, query.asOf));
    nodes.get(id)!.more = unseen.length;
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], truncated };
}

/** Those of every record that is this party, but none that ties two of them to one another. */
const edgesOf = (db: ReadDb, id: string): RelationshipOf[] =>
  memberIdsOf(db, id)
    .flatMap((party) => db.all(selectRelationshipsOf({ party })))
    .filter((row) => row.other_id !== id);

function edgeOf(row: RelationshipOf, id: string, today: string): Edge {
  const [from, to] = row.direction === 'outgoing' ? [id, row.other_id] : [row.other_id, id];
  const ended = row.to_on !== null && row.to_on < today;
  return { id: row.id, from, to, type: row.type, position: row.position, ended };
}

const validOn = (row: { from_on: string | null; to_on: string | null }, day: string | undefined): boolean =>
  day === undefined || ((row.from_on === null || row.from_on <= day) && (row.to_on === null || row.to_on >= day));
