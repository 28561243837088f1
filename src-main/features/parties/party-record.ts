// Assembles everything the record page shows of a party, masked for who is asking.

import type { z } from 'zod';
import type { PartyRecord } from '@shared/features/parties/party';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { seesSensitive, type Actor } from '../../access';
import type { ReadDb, Tables } from '../../db';
import { countActivities } from '../activities';
import { selectRelationshipsOf, type RelationshipOf } from '../relationships';
import { rolesOfParty } from '../roles';
import { userRefs } from '../users';
import { selectIdentifiers } from './party-identifiers.sql';
import * as statements from './parties.sql';

type Record_ = z.infer<typeof PartyRecord>;

export function partyRecord(db: ReadDb, actor: Actor, party: Tables['party']): Record_ {
  const key = { party: party.id };
  const users = userRefs(db);
  return {
    id: party.id,
    kind: party.kind,
    status: party.status,
    displayName: party.display_name,
    language: party.language,
    owner: users(party.owner_id),
    gender: party.gender,
    birth: birthOf(party),
    deathOn: party.death_on,
    nationality: party.nationality,
    legalForm: party.legal_form,
    industry: party.industry,
    groupKind: party.group_kind,
    note: party.note,
    createdAt: party.created_at,
    updatedAt: party.updated_at,
    deletedAt: party.deleted_at,
    lastActivityAt: party.last_activity_at,
    activityCount: countActivities(db, party.id),
    names: db.all(statements.selectNames(key)).map(nameOf),
    contactPoints: db.all(statements.selectContactPoints(key)).map(pointOf),
    addresses: db.all(statements.selectAddresses(key)).map(addressOf),
    identifiers: identifiersOf(db, actor, party.id),
    occasions: db.all(statements.selectOccasions(key)).map(occasionOf),
    preferences: db
      .all(statements.selectPreferences(key))
      .map(({ id, key: name, value }) => ({ id, key: name, value })),
    roles: rolesOfParty(db, party.id, users),
    relationships: db.all(selectRelationshipsOf({ party: party.id })).map(relationshipOf),
  };
}

const relationshipOf = (row: RelationshipOf): Record_['relationships'][number] => ({
  id: row.id,
  type: row.type,
  direction: row.direction,
  party: { id: row.other_id, kind: row.other_kind, name: row.other_name },
  position: row.position,
  note: row.note,
  fromOn: row.from_on,
  toOn: row.to_on,
});

const occasionOf = ({
  party_id: _,
  remind_days,
  calendar,
  ...rest
}: Tables['occasion']): Record_['occasions'][number] => ({
  ...rest,
  calendar: calendar as 'gregory',
  remindDays: remind_days,
});

const birthOf = (party: Tables['party']): Record_['birth'] =>
  party.birth_on === null
    ? null
    : {
        on: party.birth_on,
        calendar: (party.birth_calendar ?? 'gregory') as 'gregory',
        text: party.birth_text ?? party.birth_on,
      };

const nameOf = (row: Tables['party_name']): Record_['names'][number] => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  prefix: row.prefix,
  given: row.given,
  father: row.father,
  grandfather: row.grandfather,
  family: row.family,
  kunya: row.kunya,
  nickname: row.nickname,
  fromOn: row.from_on,
  toOn: row.to_on,
});

const pointOf = (row: Tables['contact_point']): Record_['contactPoints'][number] => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  value: row.value,
  preferred: row.preferred === 1,
  doNotUse: row.do_not_use === 1,
  note: row.note,
  fromOn: row.from_on,
  toOn: row.to_on,
  normal: row.normal,
});

const addressOf = (row: Tables['address']): Record_['addresses'][number] => ({
  id: row.id,
  kind: row.kind,
  lines: row.lines,
  building: row.building,
  district: row.district,
  city: row.city,
  province: row.province,
  postcode: row.postcode,
  country: row.country,
  landmark: row.landmark,
  fromOn: row.from_on,
  toOn: row.to_on,
});

/** The value leaves the database masked already; the verdict needs the whole value and so is told only to those who see it. */
function identifiersOf(db: ReadDb, actor: Actor, partyId: string): Record_['identifiers'] {
  const masked = !seesSensitive(actor);
  return db.all(selectIdentifiers(actor, partyId)).map((row) => ({
    id: row.id,
    scheme: row.scheme,
    value: { text: row.value, masked },
    verdict: masked ? 'unchecked' : checkIdentifier(row.scheme, row.value).verdict,
    issuer: row.issuer,
    expiresOn: row.expires_on,
  }));
}
