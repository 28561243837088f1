// One row as an edge between two parties that are there, by the rules that hold for edges drawn by hand.

import { rejection } from '@shared/features/imports/mapping/draft';
import type { RecordDraft } from '@shared/features/imports/mapping';
import { relationshipType } from '@shared/features/relationships/relationship-types';
import { err, ok } from '@shared/core/result';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { selectPartyExists } from '../parties';
import { insertRelationship, selectEdge, updateRelationship } from '../relationships';
import { resolve } from './party-references';
import { changedFields, refused, type RecordPlan, type RecordTaker } from './take-record';

type Edge = { readonly from: string; readonly to: string; readonly type: string };
type Details = Omit<Tables['relationship'], 'id' | 'from_party_id' | 'to_party_id' | 'type'>;
type Imagined = Map<string, Record<string, unknown>>;

export function createRelationshipTaker(plan: RecordPlan): RecordTaker {
  const imagined: Imagined = new Map();
  return {
    take(draft, { db, writer }) {
      const resolution = resolve(draft.references, plan.references, () => true);
      if (!resolution.ok) return refused(resolution);
      const { parties } = resolution;
      const edge = edgeOf(draft, { from: parties.get('from')?.[0] ?? '', to: parties.get('to')?.[0] ?? '' });
      const wrong = problemOf(db, edge, draft);
      if (wrong !== null) return err([rejection(wrong)]);
      const details = detailsOf(draft);
      const before = imagined.get(edgeKey(edge)) ?? edgeThere(db, edge);
      if (before !== undefined) {
        if (writer === null) imagined.set(edgeKey(edge), before as Record<string, unknown>);
        return ok({ outcome: changed(plan, { before, details, writer }), owner: null });
      }
      if (writer === null) imagine(imagined, edge, details);
      else write(writer, edge, details);
      return ok({ outcome: 'created', owner: null });
    },
  };
}

/** A word of the other end (employer) turns the edge round. */
function edgeOf({ values }: RecordDraft, ends: { from: string; to: string }): Edge {
  const said = String(values['type']);
  return said.startsWith('~')
    ? { from: ends.to, to: ends.from, type: said.slice(1) }
    : { from: ends.from, to: ends.to, type: said };
}

function problemOf(db: ReadDb, { from, to, type }: Edge, { values }: RecordDraft) {
  const known = relationshipType(type);
  if (known === undefined) return 'unknown-choice' as const;
  if (from === to) return 'same-party' as const;
  const kindOf = (id: string) => db.first(selectPartyExists({ id }))?.kind;
  const [fromKind, toKind] = [kindOf(from), kindOf(to)];
  if (fromKind === undefined || toKind === undefined) return 'party-not-found' as const;
  if (!known.from.includes(fromKind) || !known.to.includes(toKind)) return 'kind-mismatch' as const;
  const [start, end] = [values['from_on'], values['to_on']];
  return start !== undefined && end !== undefined && end < start ? ('dates-reversed' as const) : null;
}

function detailsOf({ values }: RecordDraft): Details {
  const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null);
  return { position: text('position'), note: text('note'), from_on: text('from_on'), to_on: text('to_on') };
}

/** The edge as it is kept, or the other way round when it reads the same from both sides. */
function edgeThere(db: ReadDb, { from, to, type }: Edge): Tables['relationship'] | undefined {
  const there = db.first(selectEdge({ from, to, type }));
  return (
    there ??
    (relationshipType(type)?.symmetric === true ? db.first(selectEdge({ from: to, to: from, type })) : undefined)
  );
}

function edgeKey({ from, to, type }: Edge): string {
  const symmetric = relationshipType(type)?.symmetric === true;
  return symmetric && to < from ? `${to} ${from} ${type}` : `${from} ${to} ${type}`;
}

function imagine(imagined: Imagined, edge: Edge, details: Details): void {
  imagined.set(edgeKey(edge), { ...details });
}

interface Change {
  readonly before: Record<string, unknown> | Tables['relationship'];
  readonly details: Details;
  readonly writer: CommandContext | null;
}

function changed({ rules }: RecordPlan, { before, details, writer }: Change): 'updated' | 'unchanged' {
  const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
  const columns = changedFields(before as Record<string, unknown>, said, rules);
  if (Object.keys(columns).length === 0) return 'unchanged';
  if (writer === null) Object.assign(before, columns);
  else
    writer.db.run(
      updateRelationship((before as Tables['relationship']).id, columns as Partial<Tables['relationship']>),
    );
  return 'updated';
}

function write({ db, ids }: CommandContext, { from, to, type }: Edge, details: Details): void {
  db.run(insertRelationship({ id: ids(), from_party_id: from, to_party_id: to, type, ...details }));
}
