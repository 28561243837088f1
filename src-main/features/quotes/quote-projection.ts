// Where a quote stands follows from what became of it and from its last version: derived again whenever one of them is written or taken back.

import type { ChangeRow, WriteDb } from '../../db';
import * as statements from './quotes.sql';

export function projectQuotes(db: WriteDb, changes: readonly ChangeRow[]): void {
  const quotes = new Set<string>();
  for (const change of changes) {
    if (change.entity === 'quote' && change.action === 'insert') quotes.add(change.record_id);
    if (change.entity === 'quote_version' || change.entity === 'quote_event') quotes.add(quoteOf(db, change));
  }
  for (const id of quotes) projectQuote(db, id);
}

function projectQuote(db: WriteDb, id: string): void {
  const [last] = db.all(statements.selectEvents({ quote: id }));
  const [version] = db.all(statements.selectVersions({ quote: id }));
  if (last === undefined || version === undefined) return;
  const { payable, valid_until_on } = version;
  const stands = { state: last.state, state_at: last.at, version: version.version, payable, valid_until_on };
  db.run(statements.updateQuote(id, stands));
}

/** A change holds only the fields that changed; what is not among them stands in the row. */
function quoteOf(db: WriteDb, { entity, record_id, old, new: now }: ChangeRow): string {
  const told = JSON.parse(now ?? old ?? '{}') as { quote_id?: string };
  if (told.quote_id !== undefined) return told.quote_id;
  return entity === 'quote_version'
    ? (db.first(statements.selectQuoteOfVersion({ id: record_id }))?.quote_id ?? '')
    : '';
}
