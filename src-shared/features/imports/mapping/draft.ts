// What one row of a file says about one party, in the shape parties are created from, or why the row is refused.

import type { z } from 'zod';
import type {
  AddressDraft,
  ContactPointDraft,
  IdentifierDraft,
  NameDraft,
  OccasionDraft,
  PartyDraft,
  RoleDraft,
} from '../../parties/party';

export type DraftName = z.input<typeof NameDraft>;
export type DraftContactPoint = z.input<typeof ContactPointDraft>;
export type DraftAddress = z.input<typeof AddressDraft>;
export type DraftIdentifier = z.input<typeof IdentifierDraft>;
export type DraftOccasion = z.input<typeof OccasionDraft>;
export type DraftRole = z.input<typeof RoleDraft>;

/** The organisation a person belongs to, by name; the engine finds or makes it and draws the relationship. */
export type DraftEmployment = { readonly name: string; readonly title?: string };

/** Everything but `organisation` is the input of `parties.create`. */
export type ImportDraft = Pick<
  z.input<typeof PartyDraft>,
  | 'kind'
  | 'birth'
  | 'gender'
  | 'language'
  | 'nationality'
  | 'industry'
  | 'legalForm'
  | 'note'
  | 'externalKey'
  | 'deathOn'
  | 'groupKind'
  | 'preferences'
  | 'needs'
  | 'valueDrivers'
> & {
  names: DraftName[];
  contactPoints: DraftContactPoint[];
  addresses: DraftAddress[];
  identifiers: DraftIdentifier[];
  occasions: DraftOccasion[];
  roles: DraftRole[];
  organisation?: DraftEmployment;
};

/** Words: `import.reason.<code>`. */
export const rejectionCodes = [
  'no-name',
  'bad-phone',
  'bad-email',
  'bad-date',
  'too-long',
  'too-many-values',
  'unknown-kind',
  'unknown-role',
  'unknown-gender',
  'unknown-language',
  // Of activities and relationships.
  'unknown-choice',
  'bad-number',
  'no-date',
  'no-subject',
  'no-party',
  'party-not-found',
  'party-ambiguous',
  'kind-mismatch',
  'same-party',
  'dates-reversed',
  // Of authorities and consents.
  'no-scope',
  'nothing-granted',
  'no-answer',
  'unknown-purpose',
  // Somebody who was erased at their own word.
  'erased-person',
  'card-number',
  // The reader's own: the row could not be read as it stands.
  'cell-too-long',
  'too-many-columns',
  'row-too-long',
  'quote-not-closed',
  'stray-quote',
  'undecodable',
  'card-not-ended',
  'bad-json',
  'record-damaged',
  // Of a file inside a row, which itself is kept.
  'attachment-damaged',
  'attachment-too-large',
  'too-many-attachments',
  'attachment-erased',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** `column` is the index in the file; `value` the offending text, at most 200 characters of it. */
export type Rejection = {
  readonly code: RejectionCode;
  readonly column?: number;
  /** Number of the file inside the row that it is about. */
  readonly file?: number;
  readonly value?: string;
};

export const SHOWN_VALUE = 200;

export function rejection(code: RejectionCode, value?: string, column?: number): Rejection {
  return {
    code,
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value: value.slice(0, SHOWN_VALUE) }),
  };
}
