// Identity numbers are class 3: the mask is part of the statement, so an unmasked value never reaches what is answered.

import { maskIdentifier, type Actor } from '../../access';
import { compiled, statement, tables, type Query, type Tables } from '../../db';

type IdentifierRow = Pick<Tables['identifier'], 'id' | 'scheme' | 'value' | 'issuer' | 'expires_on'>;

export const selectIdentifiers = (actor: Actor, partyId: string): Query<IdentifierRow> =>
  compiled(
    tables
      .selectFrom('identifier')
      .select((eb) => ['id', 'scheme', 'issuer', 'expires_on', maskIdentifier(actor, eb.ref('value')).as('value')])
      .where('party_id', '=', partyId)
      .orderBy('id'),
  );

/** For comparing two parties only; never to be answered. */
export const selectSureNumbers = statement<{ party: string }, Pick<Tables['identifier'], 'id' | 'scheme' | 'value'>>(
  (arg) =>
    tables
      .selectFrom('identifier')
      .select(['id', 'scheme', 'value'])
      .where('party_id', '=', arg('party'))
      .orderBy('id'),
);
