// Identity numbers are class 3: the mask is part of the statement, so an unmasked value never reaches the code above.

import { maskIdentifier, type Actor } from '../../access';
import { compiled, tables, type Query, type Tables } from '../../db';

type IdentifierRow = Pick<Tables['identifier'], 'id' | 'scheme' | 'value' | 'issuer' | 'expires_on'>;

export const selectIdentifiers = (actor: Actor, partyId: string): Query<IdentifierRow> =>
  compiled(
    tables
      .selectFrom('identifier')
      .select((eb) => ['id', 'scheme', 'issuer', 'expires_on', maskIdentifier(actor, eb.ref('value')).as('value')])
      .where('party_id', '=', partyId)
      .orderBy('id'),
  );
