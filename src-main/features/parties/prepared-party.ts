// All of a new party that needs no database: cleaned names, comparable forms, derived columns, its search document. Pure, so that
// an import can have it made on another thread.

import { normalContactPoint } from '@shared/features/parties/contact-point';
import { deriveParty, type DerivedParty } from '@shared/features/parties/derive';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import type { PartyDraft } from '@shared/features/parties/party';
import { cleanLine } from '@shared/text/clean';
import { partyDocument, type DocumentText } from '../../search';

export interface PreparedParty {
  readonly draft: PartyDraft;
  /** Comparable forms, in the order of the draft's contact points and identifiers. */
  readonly points: readonly string[];
  readonly identifiers: readonly string[];
  readonly derived: DerivedParty;
  readonly document: DocumentText;
}

/** Null where nothing is left of a text after cleaning. */
export function cleanOptional(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const clean = cleanLine(text);
  return clean === '' ? null : clean;
}

/** `country` (ISO 3166-1 alpha-2) is the site's; `stored` makes of a comparable number what it is stored as. */
export function prepareParty(
  draft: PartyDraft,
  country: string,
  stored: (normal: string) => string = (normal) => normal,
): PreparedParty {
  const names = draft.names.map((name) => ({ ...name, text: cleanOptional(name.text) ?? name.text }));
  const cleaned = { ...draft, names };
  const points = draft.contactPoints.map(({ kind, value }) => normalContactPoint(kind, value, country));
  const emails = points.filter((_, index) => draft.contactPoints[index]!.kind === 'email');
  return {
    draft: cleaned,
    points: points.map((point) => point.normal),
    identifiers: draft.identifiers.map(({ scheme, value }) => stored(checkIdentifier(scheme, value).normalised)),
    derived: deriveParty(cleaned),
    document: partyDocument({
      kind: draft.kind,
      names: names.flatMap((name) => [name.text, name.kunya ?? '', name.nickname ?? ''].filter((text) => text !== '')),
      phones: points.flatMap((point) => point.digits),
      emails: emails.map((point) => point.normal),
    }),
  };
}
