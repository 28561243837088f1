// The list of numbers and mail addresses that nobody contacts again. It holds keyed hashes and no clear text, and so survives the
// erasure of whomever it protects: when the number is typed or imported again, it is known again.

import { contactOf, type Contact } from '@shared/features/privacy/suppression';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { hmacSha256 } from '../../keys';
import { siteCountry } from '../settings';
import * as statements from './suppression.sql';
import type { SuppressionRow } from './suppression.sql';

const hashOf = (key: string, { kind, normal }: Contact): string =>
  hmacSha256(Buffer.from(key, 'hex'), `${kind}:${normal}`).toString('hex');

/** The entry of a number, if it is on the list. */
export function suppressionOf(db: ReadDb, contact: Contact): SuppressionRow | undefined {
  const key = db.first(statements.selectHashKey({}))?.value;
  return key === undefined ? undefined : db.first(statements.selectSuppressed([hashOf(key, contact)]));
}

/** Puts numbers on the list; answers how many were not on it. A unit of work is open. */
export function suppressContacts(
  { db, ids, at, actor }: Pick<CommandContext, 'db' | 'ids' | 'at' | 'actor'>,
  contacts: readonly Contact[],
  reason: SuppressionRow['reason'],
): number {
  db.run(statements.makeHashKey({}));
  const key = db.first(statements.selectHashKey({}))!.value;
  const byHash = new Map(contacts.map((contact) => [hashOf(key, contact), contact.kind]));
  const known = new Set(db.all(statements.selectSuppressed([...byHash.keys()])).map(({ hash }) => hash));
  for (const [hash, kind] of byHash) {
    if (known.has(hash)) continue;
    db.run(statements.insertSuppression({ id: ids(), kind, hash, reason, created_at: at, by_id: actor.userId }));
  }
  return byHash.size - known.size;
}

/** What the list can know some records by. */
export function contactsOf(db: ReadDb, parties: readonly string[]): Contact[] {
  const country = siteCountry(db);
  const found = db.all(statements.selectPointsWhole(parties));
  return found.map(({ kind, value }) => contactOf(kind, value, country)).filter((contact) => contact !== null);
}

/** Which contact points of some records are on the list, by id. The records are the reader's to see; their numbers may be masked. */
export function suppressedPointsOf(db: ReadDb, parties: readonly string[]): ReadonlySet<string> {
  const key = db.first(statements.selectHashKey({}))?.value;
  if (key === undefined) return new Set();
  const country = siteCountry(db);
  const hashes = new Map<string, string>();
  for (const { id, kind, value } of db.all(statements.selectPointsWhole(parties))) {
    const contact = contactOf(kind, value, country);
    if (contact !== null) hashes.set(id, hashOf(key, contact));
  }
  const known = new Set(db.all(statements.selectSuppressed([...hashes.values()])).map(({ hash }) => hash));
  return new Set([...hashes].filter(([, hash]) => known.has(hash)).map(([id]) => id));
}
