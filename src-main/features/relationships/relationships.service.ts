// The rules of relationships: known type, fitting kinds, not with oneself, dates in order, no twin that is still open.

import { relationshipType } from '@shared/features/relationships/relationship-types';
import type { relationshipsContract } from '@shared/features/relationships/relationships.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import type { Tables } from '../../db';
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
  const from = db.first(statements.selectKind({ id: draft.fromPartyId }));
  const to = db.first(statements.selectKind({ id: draft.toPartyId }));
  if (from === undefined || to === undefined) return fail('relationships.party-not-found');
  if (!type.from.includes(from.kind) || !type.to.includes(to.kind))
    return fail('relationships.kind-mismatch', { from: from.kind, to: to.kind });
  if (reversed(draft.fromOn, draft.toOn)) return fail('relationships.dates-reversed');
  const twin =
    db.first(statements.selectOpenRelationship({ from: draft.fromPartyId, to: draft.toPartyId, type: type.key })) ??
    (type.symmetric
      ? db.first(statements.selectOpenRelationship({ from: draft.toPartyId, to: draft.fromPartyId, type: type.key }))
      : undefined);
  if (twin !== undefined && (draft.toOn ?? null) === null) return fail('relationships.exists', { id: twin.id });
  const id = ids();
  db.run(
    statements.insertRelationship({
      id,
      from_party_id: draft.fromPartyId,
      to_party_id: draft.toPartyId,
      type: type.key,
      position: line(draft.position),
      note: line(draft.note),
      from_on: draft.fromOn ?? null,
      to_on: draft.toOn ?? null,
    }),
  );
  return ok({ id });
}

const reversed = (from: string | null | undefined, to: string | null | undefined): boolean =>
  from !== null && from !== undefined && to !== null && to !== undefined && to < from;

const line = (text: string | null | undefined): string | null => {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
};
