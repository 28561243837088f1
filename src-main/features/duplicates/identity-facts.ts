// From rows to what is compared. Whoever may not see a value whole learns nothing from it either, not even that two agree.

import { identityOf, type Identity } from '@shared/features/duplicates/identity';
import { isPersonalEmail } from '@shared/features/duplicates/key-evidence';
import { fold } from '@shared/text/fold';
import { isMasked } from '../../access';
import type { ReadDb } from '../../db';
import * as statements from './identity-facts.sql';
import type { ContactFacts, IdentifierFacts, NameFacts, PartyFacts } from './identity-facts.sql';

export interface KnownParty {
  readonly row: PartyFacts;
  readonly identity: Identity;
}

/**
 * The parties of these ids that are not in the recycle bin. Records that were merged are one party, known by the id of the one
 * that stands for them and by the facts of all.
 */
export function knownParties(
  db: ReadDb,
  ids: readonly string[],
  { identifiers = true }: { readonly identifiers?: boolean } = {},
): ReadonlyMap<string, KnownParty> {
  const asked = db.all(statements.selectRoots({ ids: JSON.stringify([...new Set(ids)]) }));
  const roots = { ids: JSON.stringify([...new Set(asked.map(({ root }) => root))]) };
  const rows = db.all(statements.selectParties(roots));
  const members = db.all(statements.selectMembers(roots));
  const rootOf = new Map(members.map(({ id, root }) => [id, root]));
  const key = { ids: JSON.stringify([...rows.map(({ id }) => id), ...rootOf.keys()]) };
  const ofRoot = <Row extends { readonly party_id: string }>(found: readonly Row[]): Row[] =>
    found.map((row) => ({ ...row, party_id: rootOf.get(row.party_id) ?? row.party_id }));
  const facts = {
    names: byParty(ofRoot(db.all(statements.selectNamesOf(key)).filter(({ text }) => !isMasked(text)))),
    contacts: byParty(ofRoot(db.all(statements.selectContactsOf(key)).filter(({ normal }) => !isMasked(normal)))),
    identifiers: byParty(
      ofRoot(!identifiers ? [] : db.all(statements.selectIdentifiersOf(key)).filter(({ normal }) => !isMasked(normal))),
    ),
  };
  return new Map(rows.map((row) => [row.id, { row, identity: identityFrom(row, facts) }]));
}

export interface Facts {
  readonly names: ReadonlyMap<string, readonly NameFacts[]>;
  readonly contacts: ReadonlyMap<string, readonly ContactFacts[]>;
  readonly identifiers: ReadonlyMap<string, readonly IdentifierFacts[]>;
}

export function identityFrom(
  { id, kind, gender, birth_on }: Pick<PartyFacts, 'id' | 'kind' | 'gender' | 'birth_on'>,
  { names, contacts, identifiers }: Facts,
): Identity {
  const points = contacts.get(id) ?? [];
  const ofKind = (wanted: string): string[] =>
    points.filter((point) => point.kind === wanted).map(({ normal }) => normal);
  return identityOf({
    kind,
    gender,
    names: (names.get(id) ?? []).flatMap(textsOf),
    birthOn: birth_on !== null && birth_on.length === DAY ? birth_on : null,
    phones: ofKind('phone'),
    emails: ofKind('email').filter(isPersonalEmail),
    identifiers: identifiers.get(id) ?? [],
  });
}

/** Of a day as it is stored; a mask leaves its year only. */
const DAY = 'YYYY-MM-DD'.length;

type NameParts = {
  readonly [Key in Exclude<keyof NameFacts, 'party_id'>]?: string | null | undefined;
};

/** The name as written, and its parts where they say more than it does. */
export function textsOf({ text, kunya, given, father, grandfather, family }: NameParts): string[] {
  const parts = [kunya, given, father, grandfather, family].filter((part) => (part ?? '') !== '') as string[];
  const written = fold(text ?? '');
  const isSaid = parts.every((part) => written.includes(fold(part)));
  return [...(written === '' ? [] : [text ?? '']), ...(isSaid ? [] : [parts.join(' ')])];
}

export function byParty<Row extends { readonly party_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.party_id);
    if (group === undefined) groups.set(row.party_id, [row]);
    else group.push(row);
  }
  return groups;
}
