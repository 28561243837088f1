// What is known of parties that rows change: of the base as it is, or as a trial run imagines it after the rows before this one.

import type { ReadDb } from '../../db';
import { selectAddresses, selectContactPoints, selectNames, selectParty, selectRoleStages } from '../parties';
import { selectEmployersOf, selectIdentifiersOf } from './imports.sql';
import { addressText, stateOfRow, type PartyState } from './party-state';
import type { PartyToStore } from './party-to-store';

export interface KnownParties {
  /** undefined when it was thrown away meanwhile. */
  state(id: string): PartyState | undefined;
}

export const partiesOfBase = (db: ReadDb): KnownParties => ({
  state: (id) => stateOfParty(db, id),
});

function stateOfParty(db: ReadDb, id: string): PartyState | undefined {
  const party = db.first(selectParty({ id }));
  if (party === undefined || party.deleted_at !== null) return undefined;
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
      deathOn: party.death_on,
      groupKind: party.group_kind,
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
  created(id: string, row: PartyToStore): void;
  changed(id: string, state: PartyState): void;
}

/** `keepsStates`: whether rows may change what earlier rows made; about half a kilobyte for each new party otherwise spared. */
export function imaginedParties(base: KnownParties, keepsStates: boolean): ImaginedParties {
  const states = new Map<string, PartyState>();
  return {
    state: (id) => states.get(id) ?? base.state(id),
    created: (id, row) => void (keepsStates && states.set(id, stateOfRow(row))),
    changed: (id, state) => void states.set(id, state),
  };
}
