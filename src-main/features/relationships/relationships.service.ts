// The rules of relationships: known type, fitting kinds, not with oneself, dates in order, no twin that is still open.

import { relationshipType, type RelationshipType } from '@shared/features/relationships/relationship-types';
import type { relationshipsContract } from '@shared/features/relationships/relationships.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { liveRootOf, memberIdsOf } from '../clusters';
import * as statements from './relationships.sql';

export function createRelationshipsService(): Handlers<typeof relationshipsContract> {
  return {
    create: (context, draft) => createRelationship(context, draft),
    update({ db }, { id, ...fields }) {
      const row = db.first(statements.selectRelationship({ id }));
      if (row === undefined) return fail('relationships.not-found');
      const columns: Partial<Tables['relationship']> = {};
      if (fields.position !== undefined) columns.position = line(fields.position);
      if (fields.note !== undefined) columns.note = line(fields.note);
      if (fields.fromOn !== undefined) columns.from_on = fields.fromOn;
      if (fields.toOn !== undefined) columns.to_on = fields.toOn;
      const after = { ...row, ...columns };
      if (reversed(after.from_on, after.to_on)) return fail('relationships.dates-reversed');
      if (Object.keys(columns).length > 0) db.run(statements.updateRelationship(id, columns));
      return ok({ id });
    },
    remove: ({ db }, { id }) =>
      db.run(statements.deleteRelationship(id)) === 0 ? fail('relationships.not-found') : ok({ id }),
  };
}

type Ops = (typeof relationshipsContract)['operations'];

function createRelationship({ db, ids }: CommandContext, draft: InputOf<Ops['create']>): Answer<Ops['create']> {
  const type = relationshipType(draft.type);
  if (type === undefined) return fail('relationships.type-unknown', { type: draft.type });
  if (draft.fromPartyId === draft.toPartyId) return fail('relationships.same-party');
  const from = liveRootOf(db, draft.fromPartyId);
  const to = liveRootOf(db, draft.toPartyId);
  if (from === undefined || to === undefined) return fail('relationships.party-not-found');
  if (from.root_id === to.root_id) return fail('relationships.same-party');
  if (!type.from.includes(from.kind) || !type.to.includes(to.kind))
    return fail('relationships.kind-mismatch', { from: from.kind, to: to.kind });
  if (reversed(draft.fromOn, draft.toOn)) return fail('relationships.dates-reversed');
  const twin = openTwin(db, { from: from.root_id, to: to.root_id, type });
  if (twin !== undefined && (draft.toOn ?? null) === null) return fail('relationships.exists', { id: twin.id });
  const id = ids();
  db.run(
    statements.insertRelationship({
      id,
      from_party_id: from.root_id,
      to_party_id: to.root_id,
      type: type.key,
      position: line(draft.position),
      note: line(draft.note),
      from_on: draft.fromOn ?? null,
      to_on: draft.toOn ?? null,
    }),
  );
  return ok({ id });
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly type: RelationshipType;
}

/** An open relationship of this type between the two parties, whichever of their records it was written to. */
function openTwin(db: ReadDb, { from, to, type }: Edge): { id: string } | undefined {
  const open = (a: string, b: string) =>
    db.first(statements.selectOpenRelationship({ from: a, to: b, type: type.key }));
  const others = memberIdsOf(db, to);
  for (const one of memberIdsOf(db, from)) {
    for (const other of others) {
      const twin = open(one, other) ?? (type.symmetric ? open(other, one) : undefined);
      if (twin !== undefined) return twin;
    }
  }
  return undefined;
}

const reversed = (from: string | null | undefined, to: string | null | undefined): boolean =>
  from !== null && from !== undefined && to !== null && to !== undefined && to < from;

const line = (text: string | null | undefined): string | null => {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
};
