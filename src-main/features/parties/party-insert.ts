// Stores a new party with all its parts and derived values in one go, its search document left to the projection: for typing, import and sample alike.

import type { PartyDraft } from '@shared/features/parties/party';
import { normalContactPoint, type NormalContactPoint } from '@shared/features/parties/contact-point';
import { deriveParty } from '@shared/features/parties/derive';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { cleanLine } from '@shared/text/clean';
import type { Tables, WriteDb } from '../../db';
import { partyDocument } from '../../search';
import { insertRole } from '../roles';
import * as statements from './parties.sql';
import type { PartyProjectionState } from './party-projection';

export interface InsertContext {
  readonly db: WriteDb;
  readonly ids: () => string;
  readonly at: number;
  /** The acting user: creator, and owner of stage events. */
  readonly userId: string;
  readonly country: string;
  readonly state: PartyProjectionState;
}

const line = (text: string | null | undefined): string | null => {
  if (text === null || text === undefined) return null;
  const clean = cleanLine(text);
  return clean === '' ? null : clean;
};

export { line as cleanOptional };

/** Returns the new party's id. The draft has been parsed; nothing here can fail but the disk. */
export function insertPartyDraft(context: InsertContext, draft: PartyDraft): string {
  const { db, ids, country } = context;
  const id = ids();
  const names = draft.names.map((name) => ({ ...name, text: line(name.text) ?? name.text }));
  db.run(statements.insertParty(rowOf(context, id, { ...draft, names })));
  insertNames(context, id, names);
  const points = draft.contactPoints.map((point) => ({
    ...point,
    ...normalContactPoint(point.kind, point.value, country),
  }));
  insertPoints(context, id, points);
  insertAddresses(context, id, draft);
  insertIdentifiers(context, id, draft);
  insertCard(context, id, draft);
  for (const role of distinctRoles(draft.roles)) insertRole(context, { ...role, partyId: id });
  const source = {
    id,
    kind: draft.kind,
    names: names.flatMap((name) => [name.text, name.kunya ?? '', name.nickname ?? ''].filter((text) => text !== '')),
    phones: points.flatMap((point) => point.digits),
    emails: points.filter((point) => point.kind === 'email').map((point) => point.normal),
  };
  context.state.fresh.set(id, partyDocument(source));
  return id;
}

function rowOf({ at, userId }: InsertContext, id: string, draft: PartyDraft): Tables['party'] {
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
    ...deriveParty(draft),
    updated_at: at,
    last_activity_at: null,
    root_id: null,
    shown_owner_id: draft.ownerId ?? null,
    shown_language: draft.language ?? null,
  };
}

/** One open role of a type at a time, as `roles.add` has it. */
const distinctRoles = (roles: PartyDraft['roles']): PartyDraft['roles'] =>
  roles.filter((role, index) => roles.findIndex((other) => other.type === role.type) === index);

function insertNames({ db, ids }: InsertContext, partyId: string, names: PartyDraft['names']): void {
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

type Points = readonly (PartyDraft['contactPoints'][number] & NormalContactPoint)[];

function insertPoints({ db, ids }: InsertContext, partyId: string, points: Points): void {
  for (const [position, point] of points.entries()) {
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
        normal: point.normal,
      }),
    );
  }
}

function insertAddresses({ db, ids }: InsertContext, partyId: string, draft: PartyDraft): void {
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

function insertIdentifiers({ db, ids }: InsertContext, partyId: string, draft: PartyDraft): void {
  for (const identifier of draft.identifiers) {
    const { normalised } = checkIdentifier(identifier.scheme, identifier.value);
    db.run(
      statements.insertIdentifier({
        id: ids(),
        party_id: partyId,
        scheme: identifier.scheme,
        value: identifier.value,
        issuer: line(identifier.issuer),
        expires_on: identifier.expiresOn ?? null,
        normal: normalised,
      }),
    );
  }
}

/** The human card: occasions and preferences. */
function insertCard({ db, ids }: InsertContext, partyId: string, draft: PartyDraft): void {
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
    db.run(statements.insertPreference({ id: ids(), party_id: partyId, key: preference.key, value: preference.value }));
  }
}
