// The guard of every change: before an operation commits, what it has changed is held against what its actor may change. It reads the
// ledger's own change rows, so that no command, import or undo can forget it.

import { entityOf } from '@shared/catalogue';
import type { Permission } from '@shared/core/permissions';
import { everything, ruleFor, type Scope } from '@shared/features/policy/policy';
import type { RawBuilder } from 'kysely';
import { compiled, sql, type ChangeRow, type Query, type ReadDb } from '../db';
import { scopeFor, type Actor } from './actor';
import { ownRecords, partsOf, recordOfPeople } from './own-records';
import { partyInScope, peopleOf } from './scope-sql';

/** Thrown out of the unit of work, which rolls back; the door answers `door.out-of-reach`. */
export class OutOfReach extends Error {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(permission: Permission, details: Readonly<Record<string, unknown>> = {}) {
    super(`out of reach: ${permission}`);
    this.details = { permission, ...details };
  }
}

/** Throws `OutOfReach` when an actor may not make these changes. `before` is the base as it was, dressed for the actor. */
export function guardChanges(actor: Actor, changes: readonly ChangeRow[], before: () => ReadDb): void {
  if (actor.policy === null || actor.policy.role === everything) return;
  const wanted = new Wanted(changes);
  for (const change of changes) {
    // It is about a record that its actor does not reach, which is its point: who may write it, the operation's own permission says.
    if (change.entity === 'emergency_access' || isSnapshot(change)) continue;
    guardStaff(actor, change);
    const permission = permissionFor(change);
    if (permission !== null) wanted.add({ permission, scope: scopeFor(actor, permission) }, subjectsOf(change));
    // Whatever the permission's own scope: what is not seen is not changed either, and not pointed to.
    const named = [...subjectsOf(change), ...referencesTo('party', change)];
    if (named.length > 0) wanted.add({ permission: 'parties.read', scope: scopeFor(actor, 'parties.read') }, named);
    wanted.see(change);
    wanted.unmask(actor, change);
  }
  wanted.require(before);
  wanted.requireSeen(before, (permission) => scopeFor(actor, permission));
}

/** Written of every deal there is, whoever lets it be taken. */
const isSnapshot = ({ entity, action }: ChangeRow): boolean =>
  action === 'insert' && (entity === 'forecast_line' || entity === 'forecast_snapshot');

interface Need {
  readonly permission: Permission;
  readonly scope: Scope | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

interface Requirement extends Need {
  readonly parties: Set<string>;
}

/** What the changes of one operation need. Records that it has itself made are its own to fill. */
class Wanted {
  readonly #made: ReadonlySet<string>;
  readonly #requirements = new Map<string, Requirement>();
  /** Records beside parties that are changed or that something is hung on; `written` those that are changed, by permission. */
  readonly #records = beside.map((kind) => ({
    ...kind,
    named: new Set<string>(),
    written: new Map<Permission, Set<string>>(),
  }));

  constructor(changes: readonly ChangeRow[]) {
    this.#made = new Set(changes.flatMap(({ action, record_id }) => (action === 'insert' ? [record_id] : [])));
  }

  add(need: Need, parties: readonly string[]): void {
    const { permission, scope, details } = need;
    if (scope === undefined) throw new OutOfReach(permission, details);
    if (scope === 'all') return;
    const key = `${permission} ${JSON.stringify(scope)}`;
    const requirement = this.#requirements.get(key) ?? { ...need, parties: new Set<string>() };
    this.#requirements.set(key, requirement);
    for (const party of parties) if (!this.#made.has(party)) requirement.parties.add(party);
  }

  see(change: ChangeRow): void {
    for (const { entity, named, written } of this.#records) {
      const own = change.entity === entity && change.action !== 'insert' ? [change.record_id] : [];
      const hung = referencesTo(entity, change);
      // What is part of a deal or a lead changes it; to hang a file on an activity is not to write it.
      const permission = permissionFor(change);
      const isPart = isOwned(entity) && partsOf(entity).includes(change.entity);
      const changed = (isPart ? [...own, ...hung] : own).filter((id) => !this.#made.has(id));
      if (permission !== null && changed.length > 0)
        written.set(permission, new Set([...(written.get(permission) ?? []), ...changed]));
      for (const id of [...own, ...hung]) if (!this.#made.has(id)) named.add(id);
    }
  }

  /** Who sees a field only in part cannot change it: they would overwrite what they have never read. */
  unmask(actor: Actor, change: ChangeRow): void {
    if (change.action !== 'update' || actor.policy === null || this.#made.has(change.record_id)) return;
    const entity = entityOf(change.entity);
    for (const field of Object.keys(rowOf(change.old))) {
      const rule = ruleFor(actor.policy.role, entity, field);
      const details = { entity: entity.key, field };
      if (rule !== undefined)
        this.add({ permission: 'parties.write', scope: rule.unless, details }, subjectsOf(change));
    }
  }

  require(before: () => ReadDb): void {
    for (const { permission, scope, parties, details } of this.#requirements.values()) {
      const condition = partyInScope(scope, 'p');
      if (condition !== undefined && parties.size > 0)
        refuseOutside(before(), partiesOutside(JSON.stringify([...parties]), condition), { permission, details });
    }
  }

  /** Whether they are seen, and those that are changed somebody's within the scope. */
  requireSeen(before: () => ReadDb, scopeOf: (permission: Permission) => Scope | undefined): void {
    for (const { named, written, ...record } of this.#records) {
      const { entity, read } = record;
      if (named.size > 0)
        refuseOutside(before(), recordsOutside(entity, JSON.stringify([...named]), 'true'), { permission: read });
      for (const [permission, ids] of written) {
        const scope = scopeOf(permission);
        const within = scope === undefined ? undefined : recordOfPeople(record, scope, 'v');
        if (within === undefined) continue;
        refuseOutside(before(), recordsOutside(entity, JSON.stringify([...ids]), within), { permission });
      }
    }
  }
}

/** What has an owner or author of its own, whoever owns its party. */
const beside = [
  ...ownRecords,
  { entity: 'goal', person: 'owner_id', unit: null, read: 'forecast.manage' },
  { entity: 'forecast_adjustment', person: 'by_id', unit: null, read: 'forecast.manage' },
] as const;
type Beside = (typeof beside)[number]['entity'];

/** A goal is set for oneself, or by whoever manages goals of the person or the unit; whoever else's is not even named. */
function guardStaff(actor: Actor, { entity, action, new: now }: ChangeRow): void {
  if (entity !== 'goal' || action !== 'insert' || actor.policy === null) return;
  const { reach } = actor.policy;
  const { owner_id: owner, unit_id: unit } = rowOf(now) as { owner_id?: string; unit_id?: string };
  const scope = scopeFor(actor, 'forecast.manage');
  if (scope === 'all' || (owner !== undefined && reach.own.includes(owner))) return;
  const people = scope === undefined ? [] : reach[peopleOf(scope)];
  const units = scope === 'team' || scope === 'subtree' ? reach[`${scope}Units`] : [];
  if (owner === undefined ? unit === undefined || !units.includes(unit) : !people.includes(owner))
    throw new OutOfReach('forecast.manage');
}

function refuseOutside(
  before: ReadDb,
  query: Query<{ outside: number }>,
  { permission, details }: Omit<Need, 'scope'>,
): void {
  const outside = before.first(query)?.outside ?? 0;
  if (outside > 0) throw new OutOfReach(permission, { ...details, outside });
}

const partiesOutside = (ids: string, condition: string): Query<{ outside: number }> =>
  compiled(sql<{ outside: number }>`select count(*) as outside from json_each(${ids}) wanted
    where not exists (select 1 from main.party p where p.id = wanted.value and ${sql.raw(condition)})`);

/** Records that the actor does not see, or that are not within a condition. */
const recordsOutside = (entity: Beside, ids: string, condition: string): Query<{ outside: number }> =>
  compiled(sql<{ outside: number }>`select count(*) as outside from json_each(${ids}) wanted
    where not exists (select 1 from ${sql.table(entity)} v where v.id = wanted.value and ${sql.raw(condition)})`);

const owning = new Set(['owner_id', 'unit_id']);

/** The permission a change of the ledger needs; null for what is about no party, which the operation's own permission decides. */
function permissionFor({ entity, action, new: now }: ChangeRow): Permission | null {
  if (entity === 'activity' || entity === 'activity_party') return 'activities.write';
  const owned = ownerOfPart(entity);
  if (owned !== undefined) {
    const isGiven =
      entity === owned.entity && action === 'update' && Object.keys(rowOf(now)).some((name) => owning.has(name));
    return isGiven ? owned.assign : owned.write;
  }
  if (entity === 'party_link') return 'parties.merge';
  if (entity === 'consent_event') return 'consent.record';
  if (entity === 'authority' || entity === 'authority_question') return 'authority.grant';
  if (entity === 'privacy_request' || entity === 'privacy_mark') return 'privacy.manage';
  if (entityOf(entity).subject === null) return null;
  if (entity !== 'party') return 'parties.write';
  if (action === 'insert') return 'parties.create';
  if (action === 'delete') return 'parties.delete';
  const fields = Object.keys(rowOf(now));
  if (fields.includes('deleted_at')) return 'parties.delete';
  return fields.some((field) => owning.has(field)) ? 'parties.assign' : 'parties.write';
}

const isOwned = (entity: Beside): entity is 'deal' | 'lead' | 'task' | 'quote' =>
  entity === 'deal' || entity === 'lead' || entity === 'task' || entity === 'quote';

/** The deal, lead or task that a record is, or is part of. */
const ownerOfPart = (entity: string) =>
  ownRecords.filter((one) => isOwned(one.entity)).find((one) => partsOf(one.entity).includes(entity));

/** Whose record it is, for the permission itself. An activity, a deal, a lead or a task is no party's: its parties need only be seen. */
function subjectsOf({ entity, party_id, record_id, old, new: now }: ChangeRow): string[] {
  if (entity === 'activity' || entity === 'activity_party' || ownerOfPart(entity) !== undefined) return [];
  if (entity === 'party') return [record_id];
  const before = rowOf(old)['party_id'];
  const linked = entity === 'party_link' ? rowOf(now)['to_party_id'] : undefined;
  return [party_id, before, linked].filter((id) => typeof id === 'string');
}

/** Records of another entity that a changed row points to, before and after. */
function referencesTo(to: 'party' | Beside, { entity, old, new: now }: ChangeRow): string[] {
  const names = Object.entries(entityOf(entity).fields).flatMap(([name, field]) => (field.to === to ? [name] : []));
  if (names.length === 0) return [];
  return [rowOf(old), rowOf(now)].flatMap((row) =>
    names.map((name) => row[name]).filter((id) => typeof id === 'string'),
  );
}

const rowOf = (side: string | null): Readonly<Record<string, unknown>> =>
  side === null ? {} : (JSON.parse(side) as Record<string, unknown>);

/** A condition on a row of `party`, as the table or its view is called in the statement, on a dressed connection. */
export const withinScope = (scope: Scope | undefined, row: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.raw(partyInScope(scope, row) ?? 'true')}`;
