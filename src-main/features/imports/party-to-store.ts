// A row of parties made ready: all that needs no database.

import type { ImportDraft } from '@shared/features/imports/mapping';
import type { PreparedParty } from '../parties';

export interface PartyToStore {
  readonly party: PreparedParty;
  readonly employer?: NonNullable<ImportDraft['organisation']>;
}
