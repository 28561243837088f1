// Identity numbers of a party.

import { sealing, sql, statement, tables, type Tables } from '../../db';

type IdentifierRow = Pick<Tables['identifier'], 'id' | 'scheme' | 'value' | 'issuer' | 'expires_on'>;

export const selectIdentifiers = statement<{ party: string }, IdentifierRow>((arg) =>
  tables
    .selectFrom('identifier')
    .select(['id', 'scheme', 'issuer', 'expires_on', 'value'])
    .where('party_id', '=', arg('party'))
    .orderBy('id'),
);

const wholeValue = sealing.unsealed('identifier.value', sql.ref('id'), sql.ref('value'));
type SureNumber = Pick<Tables['identifier'], 'id' | 'scheme' | 'value'>;
/** Whole, whoever asks: for comparing two parties that both are seen, and never to be answered. */
export const selectSureNumbers = statement<{ party: string }, SureNumber>(
  (arg) =>
    sql<SureNumber>`select id, scheme, ${wholeValue} as value from main.identifier where party_id = ${arg('party')} order by id`,
);
