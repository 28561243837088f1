// Whom to compare with one person: everybody who shares a key, and those of the search index whose names sound alike.

import { codesOfName, pairsOfWords } from '@shared/features/duplicates/blocking-keys';
import type { Identity } from '@shared/features/duplicates/identity';
import { nameWords, type NameWord } from '@shared/text/name-words';
import { consonantsOf } from '@shared/text/skeleton-codes';
import { fromEpochDay } from '@shared/locale/civil';
import type { ReadDb } from '../../db';
import { findBySound } from '../../search';
import * as statements from './candidates.sql';

/** Of a common name the newest are looked at: alone it tells too little to look further. */
const MOST_BY_NAME = 40;
const MOST_BY_BIRTH = 400;
const MOST_CANDIDATES = 200;

export function candidatesFor(db: ReadDb, identity: Identity): string[] {
  const found = new Set<string>();
  const take = (rows: readonly { readonly party_id: string }[]): void => {
    for (const { party_id } of rows) if (found.size < MOST_CANDIDATES) found.add(party_id);
  };
  for (const { scheme, normal } of identity.identifiers)
    take(db.all(statements.selectByIdentifier({ scheme, normal })));
  for (const email of identity.emails)
    take(db.all(statements.selectByContact({ kind: 'email', normal: String(email) })));
  for (const phone of identity.phones)
    take(db.all(statements.selectByContact({ kind: 'phone', normal: String(phone) })));
  take(bornTogether(db, identity));
  for (const { words } of identity.names) {
    if (found.size >= MOST_CANDIDATES) break;
    const alone: (readonly NameWord[])[] = words.length === 1 ? [words] : [];
    for (const together of [...pairsOfWords(words), ...alone])
      take(findBySound(db, together.map(sounded), MOST_BY_NAME));
  }
  return [...found];
}

const sounded = ({ text, sounds }: NameWord) => ({ text, skeletons: [...new Set(sounds.map(consonantsOf))] });

/** Of those born on a day the date may mean, the ones whose name begins or ends like this one. */
function bornTogether(db: ReadDb, { birth, names }: Identity): { party_id: string }[] {
  if (birth === null) return [];
  const codes = new Set(names.flatMap(({ words }) => codesOfName(words)));
  const days = new Set(birth.readings.map(({ day }) => fromEpochDay(day)));
  return [...days]
    .flatMap((day) => db.all(statements.selectByBirth({ day, limit: MOST_BY_BIRTH })))
    .filter(({ display_name }) => codesOfName(nameWords(display_name).words).some((code) => codes.has(code)));
}
