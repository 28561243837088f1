// Stores a new party with all its parts and derived values in one go, its search document left to the projection: for typing, import and sample alike.

import type { PartyDraft } from '@shared/features/parties/party';
import type { Tables, WriteDb } from '../../db';
import { insertRole } from '../roles';
import * as statements from './parties.sql';
import type { PartyProjectionState } from './party-projection';
import { cleanOptional as line, prepareParty, type PreparedParty } from './prepared-party';

export interface InsertContext {
  readonly db: WriteDb;
  readonly ids: () => string;
  readonly at: number;
  /** The acting user: creator, and owner of stage events. */
  readonly userId: string;
  readonly country: string;
  readonly state: PartyProjectionState;
}

/** Returns the new party's id. The draft has been parsed; nothing here can fail but the disk. */
export function insertPartyDraft(context: InsertContext, draft: PartyDraft): string {
  return insertPreparedParty(context, prepareParty(draft, context.country));
}

/** The same where the party was prepared beforehand, its id perhaps, too. */
export function insertPreparedParty(
  context: Omit<InsertContext, 'country'>,
  prepared: PreparedParty,
  id: string = context.ids(),
): string {
  const { draft } = prepared;
  const row = rowOf(context, id, prepared);
  context.db.run(statements.insertParty(row));
  insertNames(context, id, draft.names);
  insertPoints(context, id, prepared);
  insertAddresses(context, id, draft);
  insertIdentifiers(context, id, prepared);
  insertCard(context, id, draft);
  insertNeeds(context, id, draft);
  for (const role of distinctRoles(draft.roles)) insertRole(context, { ...role, partyId: id });
  const { shown_owner_id, unit_id, more_owners } = row;
  context.state.fresh.set(id, { party_id: id, shown_owner_id, unit_id, more_owners, ...prepared.document });
  return id;
}

type Storing = Omit<InsertContext, 'country'>;

function rowOf({ at, userId }: Storing, id: string, { draft, derived }: PreparedParty): Tables['party'] {
  return {
    id,
    kind: draft.kind,
    status: 'active',
    language: draft.language ?? null,
    owner_id: draft.ownerId ?? null,
    gender: draft.gender ?? null,
    birth_on: draft.birth?.on ?? null,
    birth_calendar: draft.birth?.calendar ?? null,
    birth_text: draft.birth?.text ?? null,
    death_on: draft.deathOn ?? null,
    nationality: line(draft.nationality),
    legal_form: line(draft.legalForm),
    industry: line(draft.industry),
    group_kind: draft.groupKind ?? null,
    note: draft.note ?? null,
    external_key: line(draft.externalKey),
    ext: '{}',
    created_at: at,
    created_by: userId,
    deleted_at: null,
    ...derived,
    updated_at: at,
    last_activity_at: null,
    root_id: null,
    shown_owner_id: draft.ownerId ?? null,
    shown_language: draft.language ?? null,
    unit_id: draft.unitId ?? null,
    more_owners: draft.roles.some(isHeld) ? 1 : 0,
  };
}

const isHeld = ({ ownerId, deputyId }: PartyDraft['roles'][number]): boolean =>
  typeof ownerId === 'string' || typeof deputyId === 'string';

/** One open role of a type at a time, as `roles.add` has it. */
const distinctRoles = (roles: PartyDraft['roles']): PartyDraft['roles'] =>
  roles.filter((role, index) => roles.findIndex((other) => other.type === role.type) === index);

function insertNames({ db, ids }: Storing, partyId: string, names: PartyDraft['names']): void {
  for (const [position, name] of names.entries()) {
    db.run(
      statements.insertName({
        id: ids(),
        party_id: partyId,
        kind: name.kind,
        text: name.text,
        prefix: line(name.prefix),
        given: line(name.given),
        father: line(name.father),
        grandfather: line(name.grandfather),
        family: line(name.family),
        kunya: line(name.kunya),
        nickname: line(name.nickname),
        position,
        from_on: name.fromOn ?? null,
        to_on: name.toOn ?? null,
      }),
    );
  }
}

function insertPoints({ db, ids }: Storing, partyId: string, { draft, points }: PreparedParty): void {
  for (const [position, point] of draft.contactPoints.entries()) {
    db.run(
      statements.insertContactPoint({
        id: ids(),
        party_id: partyId,
        kind: point.kind,
        label: point.label ?? null,
        value: point.value,
        preferred: point.preferred ? 1 : 0,
        do_not_use: point.doNotUse ? 1 : 0,
        note: line(point.note),
        position,
        from_on: point.fromOn ?? null,
        to_on: point.toOn ?? null,
        normal: points[position]!,
      }),
    );
  }
}

function insertAddresses({ db, ids }: Storing, partyId: string, draft: PartyDraft): void {
  for (const [position, address] of draft.addresses.entries()) {
    db.run(
      statements.insertAddress({
        id: ids(),
        party_id: partyId,
        kind: address.kind,
        lines: line(address.lines),
        building: line(address.building),
        district: line(address.district),
        city: line(address.city),
        province: line(address.province),
        postcode: line(address.postcode),
        country: address.country ?? null,
        landmark: line(address.landmark),
        position,
        from_on: address.fromOn ?? null,
        to_on: address.toOn ?? null,
      }),
    );
  }
}

function insertIdentifiers({ db, ids }: Storing, partyId: string, { draft, identifiers }: PreparedParty): void {
  for (const [position, identifier] of draft.identifiers.entries()) {
    db.run(
      statements.insertIdentifier({
        id: ids(),
        party_id: partyId,
        scheme: identifier.scheme,
        value: identifier.value,
        issuer: line(identifier.issuer),
        expires_on: identifier.expiresOn ?? null,
        normal: identifiers[position]!,
      }),
    );
  }
}

/** The human card: occasions and preferences. */
function insertCard({ db, ids }: Storing, partyId: string, draft: PartyDraft): void {
  for (const occasion of draft.occasions) {
    db.run(
      statements.insertOccasion({
        id: ids(),
        party_id: partyId,
        kind: occasion.kind,
        calendar: occasion.calendar,
        year: occasion.year ?? null,
        month: occasion.month,
        day: occasion.day,
        label: line(occasion.label),
        remind_days: occasion.remindDays ?? null,
      }),
    );
  }
  for (const preference of draft.preferences) {
    db.run(
      statements.insertPreference({
        id: ids(),
        party_id: partyId,
        key: preference.key,
        value: preference.value,
      }),
    );
  }
}

/** What they need, and what counts for them. */
function insertNeeds({ db, ids }: Storing, partyId: string, draft: PartyDraft): void {
  for (const need of draft.needs) {
    db.run(
      statements.insertNeed({
        id: ids(),
        party_id: partyId,
        words: need.words,
        tags: line(need.tags),
        urgency: need.urgency,
        status: need.status,
        evidence: line(need.evidence),
        noted_on: need.notedOn ?? null,
      }),
    );
  }
  for (const driver of draft.valueDrivers) {
    db.run(
      statements.insertValueDriver({
        id: ids(),
        party_id: partyId,
        driver: driver.driver,
        rank: driver.rank,
        words: line(driver.words),
        noted_on: driver.notedOn ?? null,
      }),
    );
  }
}
