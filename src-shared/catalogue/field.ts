// The vocabulary of the catalogue: what a field can be, who may see it, and how two devices' versions of it join.

/** 0 public, 1 internal, 2 personal, 3 sensitive (health, finance, children, identity numbers). */
export type PrivacyClass = 0 | 1 | 2 | 3;

/**
 * How concurrent edits join: lww = latest stamp wins; guard = both survive until a person decides; state = guard with
 * a transition table; map = keyed parts of a set; once = the first value stays; hub = assigned by the hub only;
 * ledger = append-only; local = never leaves this device.
 */
export type MergeClass = 'lww' | 'guard' | 'state' | 'map' | 'once' | 'hub' | 'ledger' | 'local';

export type FieldType =
  | 'text'
  | 'long-text'
  | 'choice'
  | 'flag'
  | 'integer'
  | 'instant'
  | 'civil-date'
  | 'calendar'
  | 'reference'
  | 'json';

export interface Field {
  readonly type: FieldType;
  readonly privacy: PrivacyClass;
  readonly merge: MergeClass;
  /** Values of a choice; their words are the messages `catalogue.<entity>.<field>.<value>`. */
  readonly choices?: readonly string[];
  /** The entity a reference points to. */
  readonly to?: string;
  readonly required?: boolean;
  readonly searchable?: boolean;
  readonly sortable?: boolean;
  /** May never drive a price. */
  readonly protected?: boolean;
  /** Computed from other fields by a projection; not captured in the ledger. */
  readonly derived?: boolean;
}

export interface Entity {
  /** Singular noun; also the table's name. */
  readonly key: string;
  /** The column that says whose data a row is, for history, access and erasure; null when it is about nobody. */
  readonly subject: string | null;
  /** Every column of the table except `id`, in table order. */
  readonly fields: Readonly<Record<string, Field>>;
}

type FieldOptions = Omit<Field, 'type' | 'privacy' | 'merge'> & { merge?: MergeClass };

const fieldOf =
  (type: FieldType) =>
  (privacy: PrivacyClass, options: FieldOptions = {}): Field => ({ merge: 'lww', ...options, type, privacy });

export const text = fieldOf('text');
export const longText = fieldOf('long-text');
export const flag = fieldOf('flag');
export const integer = fieldOf('integer');
export const instant = fieldOf('instant');
export const civilDate = fieldOf('civil-date');
export const calendar = fieldOf('calendar');
export const json = fieldOf('json');

export const choice = (privacy: PrivacyClass, choices: readonly string[], options: FieldOptions = {}): Field =>
  fieldOf('choice')(privacy, { ...options, choices });

export const reference = (to: string, options: FieldOptions & { privacy?: PrivacyClass } = {}): Field => {
  const { privacy = 1, ...rest } = options;
  return fieldOf('reference')(privacy, { ...rest, to });
};

export const defineEntity = <const E extends Entity>(entity: E): E => entity;
