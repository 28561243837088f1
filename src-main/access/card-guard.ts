// No card number is stored in free text, by whatever way it came: the ledger's own rows are looked at before they commit.

import { entityOf, type FieldType } from '@shared/catalogue';
import { isFreeIdentifier } from '@shared/features/privacy/card-guard';
import { holdsCardNumber } from '@shared/text/card-number';
import type { ChangeRow } from '../db';

/** Thrown out of the unit of work, which rolls back; the door shortens it or answers `door.card-number`. Never says the number. */
export class CardNumberFound extends Error {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(details: Readonly<Record<string, unknown>>) {
    super('a card number in free text');
    this.details = details;
  }
}

const free: ReadonlySet<FieldType> = new Set(['text', 'long-text', 'json']);

/** `schemeOf`: of an identifier that is there, for a change that does not name it. */
export function refuseCardNumbers(
  changes: readonly ChangeRow[],
  words: readonly (string | undefined)[],
  schemeOf: (id: string) => string | undefined,
): void {
  for (const text of words) if (text !== undefined && holdsCardNumber(text)) throw new CardNumberFound({});
  for (const { entity, record_id, new: now } of changes) {
    // Most rows are told by one look at the whole of them.
    if (now === null || !holdsCardNumber(now)) continue;
    const row = JSON.parse(now) as Record<string, unknown>;
    for (const [field, value] of Object.entries(row)) {
      const type = entityOf(entity).fields[field]?.type;
      if (typeof value !== 'string' || type === undefined || !free.has(type) || !holdsCardNumber(value)) continue;
      const isNumber = entity === 'identifier' && field === 'value';
      if (isNumber && !isFreeIdentifier(row['scheme'] ?? schemeOf(record_id))) continue;
      throw new CardNumberFound({ entity, field });
    }
  }
}
