// Quotes as people see them: a row of the list, and all that is known of one.

import {
  QuoteLines,
  QuoteSums,
  shownState,
  type Quote,
  type QuoteRow,
  type QuoteVersion,
} from '@shared/features/quotes/quote';
import { Rounding } from '@shared/features/prices/price-book';
import { formatDocumentNumber } from '@shared/features/numbers/document-number';
import type { ReadDb, Tables } from '../../db';
import { partyRefsOf } from '../parties';
import { userRefs } from '../users';
import * as statements from './quotes.sql';

type Row = Tables['quote'];

/** All rows of a page at once. */
export function rowsOf(db: ReadDb, rows: readonly Row[], today: string): QuoteRow[] {
  const users = userRefs(db);
  const parties = partyRefsOf(
    db,
    rows.map(({ party_id }) => party_id),
  );
  return rows.map((row) => ({
    id: row.id,
    number: numberOf(row),
    title: row.title,
    party: parties.get(row.party_id) ?? { id: row.party_id, kind: 'person', name: '' },
    dealId: row.deal_id,
    owner: users(row.owner_id),
    state: shownState(row, today),
    stateAt: row.state_at,
    version: row.version,
    validUntil: row.valid_until_on,
    currency: row.currency,
    payable: row.payable,
  }));
}

export const numberOf = ({ series, counter }: Pick<Row, 'series' | 'counter'>): string | null =>
  series === null || counter === null ? null : formatDocumentNumber({ series, counter });

export function quoteView(db: ReadDb, row: Row, today: string): Quote {
  const users = userRefs(db);
  const [shown] = rowsOf(db, [row], today);
  return {
    ...shown!,
    language: row.language,
    deletedAt: row.deleted_at,
    createdAt: row.created_at,
    versions: db.all(statements.selectVersions({ quote: row.id })).map((version) => versionOf(version, users)),
    events: db.all(statements.selectEvents({ quote: row.id })).map((event) => ({
      id: event.id,
      state: event.state,
      version: event.version,
      at: event.at,
      by: users(event.by_id),
      reason: event.reason,
    })),
  };
}

function versionOf(row: Tables['quote_version'], users: ReturnType<typeof userRefs>): QuoteVersion {
  return {
    version: row.version,
    validUntil: row.valid_until_on,
    lines: linesOf(row),
    discount: row.discount === null ? null : (JSON.parse(row.discount) as QuoteVersion['discount']),
    rounding: Rounding.parse(JSON.parse(row.rounding)),
    sums: sumsOf(row),
    payable: row.payable,
    belowList: row.below_list,
    terms: row.terms,
    createdAt: row.created_at,
    createdBy: users(row.created_by),
    issuedAt: row.issued_at,
    issuedBy: users(row.issued_by),
  };
}

/** None where a role hides what quotes hold: then it is no list. */
export function linesOf({ lines }: Pick<Tables['quote_version'], 'lines'>): QuoteVersion['lines'] {
  const read = QuoteLines.safeParse(parsed(lines));
  return read.success ? read.data : [];
}

export const sumsOf = ({ sums }: Pick<Tables['quote_version'], 'sums'>): QuoteSums => QuoteSums.parse(JSON.parse(sums));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
