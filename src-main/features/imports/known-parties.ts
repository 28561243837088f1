// Who is there already: by key, by number of identity, by phone or address and name. One face for the base as it is and for the
// base as a trial run imagines it after the rows before this one.

import { fold } from '@shared/text/fold';
import type { ReadDb } from '../../db';
import {
  selectAddresses,
  selectContactPoints,
  selectNames,
  selectParty,
  selectPartyByExternalKey,
  selectRoleStages,
} from '../parties';
import { selectEmployersOf, selectIdentifiersOf, selectNamesByPoint, selectPartyByIdentifier } from './imports.sql';
import { addressText, keyedIdentifiers, keyedPoints, stateOfRow, type PartyState } from './party-state';
import type { PartyToStore } from './prepared-row';

export interface KnownParties {
  byKey(key: string): string | undefined;
  byIdentifier(key: string): string | undefined;
  /** One of the folded names must be a name of the party that the phone or address belongs to. */
  byPoint(normal: string, names: ReadonlySet<string>): string | undefined;
  state(id: string): PartyState;
}

/** Numbers that belong to one person or organisation for life; a policy or an account may have several holders. */
const PERSONAL: ReadonlySet<string> = new Set([
  'sa-national-id',
  'sa-iqama',
  'ae-emirates-id',
  'eg-national-id',
  'ir-national-id',
  'ir-company-id',
  'passport',
  'medical-record',
  'customer-number',
  'tax-number',
]);

/**
 * The party a row without a known key seems to be, or undefined. Exact evidence only: the same number of identity, or the same
 * phone or e-mail address together with the same name.
 */
export function findDuplicate(known: KnownParties, row: PartyToStore): string | undefined {
  for (const { part, key } of keyedIdentifiers(row)) {
    const found = PERSONAL.has(part.scheme) ? known.byIdentifier(key) : undefined;
    if (found !== undefined) return found;
  }
  const points = keyedPoints(row).filter(({ part }) => part.kind === 'phone' || part.kind === 'email');
  if (points.length === 0) return undefined;
  const names = new Set(row.party.draft.names.map((name) => fold(name.text)));
  for (const { key } of points) {
    const found = known.byPoint(key, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function partiesOfBase(db: ReadDb): KnownParties {
  return {
    byKey: (key) => db.first(selectPartyByExternalKey({ key }))?.id,
    byIdentifier(key) {
      const cut = key.indexOf(':');
      return db.first(selectPartyByIdentifier({ scheme: key.slice(0, cut), normal: key.slice(cut + 1) }))?.id;
    },
    byPoint: (normal, names) => db.all(selectNamesByPoint({ normal })).find(({ text }) => names.has(fold(text)))?.id,
    state: (id) => stateOfParty(db, id),
  };
}

function stateOfParty(db: ReadDb, id: string): PartyState {
  const party = db.first(selectParty({ id }))!;
  const names = db.all(selectNames({ party: id }));
  const shown = names.find((name) => name.kind === 'used') ?? names[0];
  const addresses = db.all(selectAddresses({ party: id }));
  return {
    externalKey: party.external_key,
    birth: party.birth_on,
    fields: {
      gender: party.gender,
      language: party.language,
      nationality: party.nationality,
      industry: party.industry,
      legalForm: party.legal_form,
      note: party.note,
    },
    names: [...(shown ? [shown] : []), ...names.filter((name) => name !== shown)].map((name) => name.text),
    points: new Set(db.all(selectContactPoints({ party: id })).map((point) => point.normal)),
    identifiers: new Set(db.all(selectIdentifiersOf({ party: id })).map(({ scheme, normal }) => `${scheme}:${normal}`)),
    addresses: new Map(addresses.toReversed().map((address) => [address.kind, addressText(address)])),
    openRoles: new Set(
      db
        .all(selectRoleStages({ party: id }))
        .filter(({ stage }) => stage !== 'ended')
        .map(({ type }) => type),
    ),
    employers: new Set(db.all(selectEmployersOf({ party: id })).map(({ key }) => key)),
  };
}

export interface ImaginedParties extends KnownParties {
  created(row: PartyToStore): void;
  changed(id: string, state: PartyState): void;
}

/** `keepsStates`: whether rows may change what earlier rows made; about half a kilobyte for each new party otherwise spared. */
export function imaginedParties(base: KnownParties, keepsStates: boolean): ImaginedParties {
  const keys = new Map<string, string>();
  const states = new Map<string, PartyState>();
  const counted = { parties: 0 };
  const remember = (id: string, state: PartyState): void => {
    const add = (key: string): void => void (keys.has(key) || keys.set(key, id));
    if (state.externalKey !== null) add(`key ${state.externalKey}`);
    for (const identifier of state.identifiers) add(`identifier ${identifier}`);
    const names = new Set(state.names.map(fold));
    for (const point of state.points) for (const name of names) add(`point ${point} ${name}`);
  };
  return {
    byKey: (key) => base.byKey(key) ?? keys.get(`key ${key}`),
    byIdentifier: (key) => base.byIdentifier(key) ?? keys.get(`identifier ${key}`),
    byPoint: (normal, names) =>
      base.byPoint(normal, names) ??
      [...names].map((name) => keys.get(`point ${normal} ${name}`)).find((id) => id !== undefined),
    state: (id) => states.get(id) ?? base.state(id),
    created(row) {
      const state = stateOfRow(row);
      counted.parties += 1;
      const id = `new ${counted.parties}`;
      remember(id, state);
      if (keepsStates) states.set(id, state);
    },
    changed(id, state) {
      states.set(id, state);
      remember(id, state);
    },
  };
}
