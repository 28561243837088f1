// Assembles everything the record page shows of a party, as whoever is asking sees it.

import type { z } from 'zod';
import type { PartyRecord } from '@shared/features/parties/party';
import { restrictedPoints } from '@shared/features/parties/cluster';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { isMasked } from '../../access';
import type { ReadDb, Tables } from '../../db';
import { countActivities } from '../activities';
import { selectRelationshipsOf, type RelationshipOf } from '../relationships';
import { rolesOfParty } from '../roles';
import { userRefs } from '../users';
import { ownName } from './cluster-view';
import { gathered } from './member-facts';
import { selectIdentifiers } from './party-identifiers.sql';
import * as statements from './parties.sql';
import { survivorOf, type Survivor } from './survivor';

type Record_ = z.infer<typeof PartyRecord>;
/** Everything that is known of a party; what its reader may do with it is not among it. */
export type PartyFacts = Omit<Record_, 'rights'>;

/** `root` stands for itself and for all records linked under it; each fact says which of them it is from. */
export function partyRecord(db: ReadDb, root: Tables['party']): PartyFacts {
  const survivor = survivorOf(db, root);
  const { party, members, byName, sources } = survivor;
  const users = userRefs(db);
  return {
    ...singleValues(party, users),
    activityCount: countActivities(
      db,
      members.map(({ id }) => id),
    ),
    names: gathered(db, byName, statements.selectNames).map(nameOf),
    contactPoints: pointsOf(db, survivor),
    addresses: gathered(db, members, statements.selectAddresses).map(addressOf),
    identifiers: members.flatMap(({ id }) => identifiersOf(db, id)),
    occasions: gathered(db, members, statements.selectOccasions).map(occasionOf),
    preferences: gathered(db, members, statements.selectPreferences).map(preferenceOf),
    needs: gathered(db, members, statements.selectNeeds).map(needOf),
    valueDrivers: gathered(db, members, statements.selectValueDrivers).map(valueDriverOf),
    roles: members.flatMap(({ id }) => rolesOfParty(db, id, users)),
    relationships: gathered(db, members, selectRelationshipsOf)
      // What ties two records of one party to one another is nobody's relationship while they are one.
      .filter((row) => row.other_id !== root.id)
      .map(relationshipOf),
    records: members.map((row) => ({ id: row.id, name: members.length === 1 ? row.display_name : ownName(db, row) })),
    sources,
  };
}

const singleValues = (party: Tables['party'], users: ReturnType<typeof userRefs>) => ({
  id: party.id,
  kind: party.kind,
  status: party.status,
  displayName: party.display_name,
  language: party.language,
  owner: users(party.owner_id),
  unitId: party.unit_id,
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
});

const relationshipOf = (row: RelationshipOf): Record_['relationships'][number] => ({
  id: row.id,
  partyId: row.party_id,
  type: row.type,
  direction: row.direction,
  party: { id: row.other_id, kind: row.other_kind, name: row.other_name },
  position: row.position,
  note: row.note,
  fromOn: row.from_on,
  toOn: row.to_on,
});

const occasionOf = ({
  party_id,
  remind_days,
  calendar,
  ...rest
}: Tables['occasion']): Record_['occasions'][number] => ({
  ...rest,
  partyId: party_id,
  calendar: calendar as 'gregory',
  remindDays: remind_days,
});

const preferenceOf = ({ id, party_id, key, value }: Tables['preference']): Record_['preferences'][number] => ({
  id,
  partyId: party_id,
  key,
  value,
});

const needOf = ({ party_id, noted_on, ...rest }: Tables['need']): Record_['needs'][number] => ({
  ...rest,
  partyId: party_id,
  notedOn: noted_on,
});

const valueDriverOf = ({ party_id, noted_on, ...rest }: Tables['value_driver']): Record_['valueDrivers'][number] => ({
  ...rest,
  partyId: party_id,
  notedOn: noted_on,
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
  partyId: row.party_id,
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

function pointsOf(db: ReadDb, { members }: Survivor): Record_['contactPoints'] {
  const points = gathered(db, members, statements.selectContactPoints).map((row) => ({
    id: row.id,
    partyId: row.party_id,
    kind: row.kind,
    label: row.label,
    value: row.value,
    preferred: row.preferred === 1,
    doNotUse: row.do_not_use === 1,
    note: row.note,
    fromOn: row.from_on,
    toOn: row.to_on,
    normal: row.normal,
  }));
  const isRestricted = restrictedPoints(points);
  return points.map((point) => ({ ...point, restricted: !point.doNotUse && isRestricted(point) }));
}

const addressOf = (row: Tables['address']): Record_['addresses'][number] => ({
  id: row.id,
  partyId: row.party_id,
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
function identifiersOf(db: ReadDb, partyId: string): Record_['identifiers'] {
  return db.all(selectIdentifiers({ party: partyId })).map((row) => ({
    id: row.id,
    partyId,
    scheme: row.scheme,
    value: { text: row.value, masked: isMasked(row.value) },
    verdict: isMasked(row.value) ? 'unchecked' : checkIdentifier(row.scheme, row.value).verdict,
    issuer: row.issuer,
    expiresOn: row.expires_on,
  }));
}
