// Where candidates come from: the full-text index, or, for whoever sees only a few parties, those parties' documents one by one. Walking the
// list of a common word for the few of its bearers that are seen would hold everybody up.

import { phoneQueryGrams } from '@shared/text/phone';
import type { ReadDb } from '../db';
import { holdersOf, holds } from './holders';
import { trigramMatch, type Part } from './match';
import * as statements from './search.sql';
import type { Candidate } from './search.sql';

/** Candidates newest first, at most `limit`. */
export interface Lookup {
  /** Whose documents hold every part. */
  words(parts: readonly Part[], limit: number): readonly Candidate[];
  phones(digits: string, limit: number): readonly Candidate[];
  emails(part: string, limit: number): readonly Candidate[];
}

export const inIndex = (db: ReadDb): Lookup => ({
  words: (parts, limit) => holdersOf(db, parts, limit),
  phones: (digits, limit) => db.all(statements.matchPhones({ match: gramMatch(digits), digits, limit })),
  emails: (part, limit) => db.all(statements.matchEmails({ match: trigramMatch(part), part, limit })),
});

const gramMatch = (digits: string): string =>
  phoneQueryGrams(digits)
    .map((gram) => `"${gram}"`)
    .join(' AND ');

/** Among the parties of these ids. */
export function amongFew(db: ReadDb, ids: readonly string[]): Lookup {
  const once: { documents?: readonly statements.FoundDocument[] } = {};
  const those = (is: (document: statements.FoundDocument) => boolean, limit: number): readonly Candidate[] => {
    once.documents ??= db.all(statements.selectDocumentsOf({ ids: JSON.stringify(ids) }));
    return once.documents.filter(is).slice(0, limit);
  };
  return {
    words: (parts, limit) =>
      parts.length === 0
        ? []
        : those((document) => parts.every((part) => part.some((one) => holds(document, one))), limit),
    phones: (digits, limit) => those(({ phones }) => phones.includes(digits), limit),
    emails: (part, limit) => those((document) => document.emails.includes(part), limit),
  };
}
