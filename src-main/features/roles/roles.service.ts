// The rules of roles: one open role of a type at a time, stages by the table of moves, an ending with a reason.

import type { z } from 'zod';
import type { RoleDraft, StoredRole, UserRef } from '@shared/features/parties/party';
import { canMove } from '@shared/features/roles/role-stages';
import type { rolesContract } from '@shared/features/roles/roles.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { Handlers } from '../../core/context';
import { compiled, tables, type ReadDb, type Tables, type WriteDb } from '../../db';
import { liveRootOf, memberIdsOf } from '../clusters';
import { selectUserExists } from '../users';
import * as statements from './roles.sql';

type NewRole = z.output<typeof RoleDraft> & { readonly partyId: string };

export interface RoleContext {
  readonly db: WriteDb;
  readonly ids: () => string;
  readonly at: number;
  readonly userId: string;
}

/** A role and its first stage event. */
export function insertRole({ db, ids, at, userId }: RoleContext, role: NewRole): string {
  const id = ids();
  db.run(
    statements.insertRoleRow({
      id,
      party_id: role.partyId,
      type: role.type,
      owner_id: role.ownerId ?? null,
      deputy_id: role.deputyId ?? null,
      terms: line(role.terms),
      started_on: role.startedOn ?? null,
      ended_on: null,
      end_reason: null,
      win_back_on: null,
      stage: role.stage,
    }),
  );
  db.run(
    statements.insertStageEvent({
      id: ids(),
      party_id: role.partyId,
      role_id: id,
      from_stage: null,
      to_stage: role.stage,
      at,
      by_id: userId,
      reason: null,
    }),
  );
  return id;
}

export function createRolesService(): Handlers<typeof rolesContract> {
  return {
    add(context, draft) {
      const { db, ids, at, actor } = context;
      const party = liveRootOf(db, draft.partyId);
      if (party === undefined) return fail('roles.party-not-found');
      for (const member of memberIdsOf(db, party.root_id)) {
        const open = db.first(statements.selectOpenRole({ party: member, type: draft.type }));
        if (open !== undefined) return fail('roles.already-open', { id: open.id });
      }
      if (hasUnknownUser(db, [draft.ownerId, draft.deputyId])) return fail('roles.owner-unknown');
      return ok({ id: insertRole({ db, ids, at, userId: actor.userId ?? '' }, { ...draft, partyId: party.root_id }) });
    },
    update: ({ db }, change) => updateRole(db, change),
    move(context, { id, to, reason }) {
      const role = context.db.first(statements.selectRole({ id }));
      if (role === undefined) return fail('roles.not-found');
      if (!canMove(role.stage, to)) return fail('roles.move-not-allowed', { from: role.stage, to });
      addEvent({ ...context, userId: context.actor.userId ?? '' }, role, { to, reason: line(reason) });
      if (role.stage === 'ended') clearEnding(context.db, id);
      return ok({ id });
    },
    end(context, { id, endedOn, reason, winBackOn }) {
      const role = context.db.first(statements.selectRole({ id }));
      if (role === undefined) return fail('roles.not-found');
      if (role.stage === 'ended') return fail('roles.already-ended');
      endRole({ ...context, userId: context.actor.userId ?? '' }, role, {
        endedOn,
        reason,
        winBackOn: winBackOn ?? null,
      });
      return ok({ id });
    },
  };
}

type Ops = (typeof rolesContract)['operations'];

function updateRole(db: WriteDb, { id, ...fields }: InputOf<Ops['update']>): Answer<Ops['update']> {
  if (db.first(statements.selectRole({ id })) === undefined) return fail('roles.not-found');
  if (hasUnknownUser(db, [fields.ownerId, fields.deputyId])) return fail('roles.owner-unknown');
  const columns: Partial<Tables['party_role']> = {};
  if (fields.ownerId !== undefined) columns.owner_id = fields.ownerId;
  if (fields.deputyId !== undefined) columns.deputy_id = fields.deputyId;
  if (fields.terms !== undefined) columns.terms = line(fields.terms);
  if (fields.startedOn !== undefined) columns.started_on = fields.startedOn;
  if (Object.keys(columns).length > 0)
    db.run(compiled(tables.updateTable('party_role').set(columns).where('id', '=', id)));
  return ok({ id });
}

export interface RoleEnding {
  readonly endedOn: string;
  readonly reason: string;
  readonly winBackOn: string | null;
}

/** Dates and reason of the ending, and the event that makes it the role's stage. */
export function endRole(
  context: RoleContext,
  role: Tables['party_role'],
  { endedOn, reason, winBackOn }: RoleEnding,
): void {
  const ending = { ended_on: endedOn, end_reason: cleanLine(reason), win_back_on: winBackOn };
  context.db.run(compiled(tables.updateTable('party_role').set(ending).where('id', '=', role.id)));
  addEvent(context, role, { to: 'ended', reason: cleanLine(reason) });
}

function addEvent(
  { db, ids, at, userId }: RoleContext,
  role: Tables['party_role'],
  { to, reason }: { to: Tables['party_role']['stage']; reason: string | null },
): void {
  db.run(
    statements.insertStageEvent({
      id: ids(),
      party_id: role.party_id,
      role_id: role.id,
      from_stage: role.stage,
      to_stage: to,
      at,
      by_id: userId,
      reason,
    }),
  );
}

const clearEnding = (db: WriteDb, id: string): number =>
  db.run(
    compiled(
      tables
        .updateTable('party_role')
        .set({ ended_on: null, end_reason: null, win_back_on: null })
        .where('id', '=', id),
    ),
  );

const hasUnknownUser = (db: ReadDb, ids: readonly (string | null | undefined)[]): boolean =>
  ids.some((id) => id !== null && id !== undefined && db.first(selectUserExists({ id })) === undefined);

const line = (text: string | null | undefined): string | null => {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
};

type Users = (id: string | null) => UserRef | null;

export function rolesOfParty(db: ReadDb, partyId: string, users: Users): z.infer<typeof StoredRole>[] {
  return db.all(statements.selectRolesOfParty({ party: partyId })).map((role) => ({
    id: role.id,
    partyId: role.party_id,
    type: role.type,
    stage: role.stage,
    owner: users(role.owner_id),
    deputy: users(role.deputy_id),
    terms: role.terms,
    startedOn: role.started_on,
    endedOn: role.ended_on,
    endReason: role.end_reason,
    winBackOn: role.win_back_on,
    events: db.all(statements.selectStageEvents({ role: role.id })).map((event) => ({
      id: event.id,
      from: event.from_stage,
      to: event.to_stage,
      at: event.at,
      by: users(event.by_id),
      reason: event.reason,
    })),
  }));
}
