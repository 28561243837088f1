// The vocabulary of the catalogue: what a field can be, who may see it, and how two devices' versions of it join.

/** 0 public, 1 internal, 2 personal, 3 sensitive (health, finance, children, identity numbers). */
export type PrivacyClass = 0 | 1 | 2 | 3;

/**
 * How concurrent edits join: lww = latest stamp wins; guard = both survive until a person decides; state = guard with
 * a transition table; map = keyed parts of a set; once = the first value stays; hub = assigned by the hub only;
 * ledger = append-only; local = never leaves this device.
 */
export type MergeClass = 'lww' | 'guard' | 'state' | 'map' | 'once' | 'hub' | 'ledger' | 'local';

/** What a value tells, as a record of processing groups it. */
export const dataCategories = [
  'name',
  'contact',
  'identity-number',
  'demographic',
  'relationship',
  'dealing',
  'history',
  'preference',
  'note',
  'file',
  'consent',
  'staff',
  'office',
  'technical',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/**
 * How long it is kept. person: while the office deals with whom it is about, and as long as a law asks beyond. proof: as long as the
 * office may have to prove it. office: while the office uses it. device: on this device only, until it is done or replaced.
 */
export const keptTimes = ['person', 'proof', 'office', 'device'] as const;
export type KeptTime = (typeof keptTimes)[number];

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

/** What sealed values have in common: who may read one of a class has the key of that class. */
export const keyClasses = ['identity'] as const;
export type KeyClass = (typeof keyClasses)[number];

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
  /** Of several references of which one is filled: the record belongs to what this one points to, as if it were required. */
  readonly owner?: boolean;
  /** Where it comes from, or what is beside it: the record is seen by whoever does not see that. */
  readonly loose?: boolean;
  /** The field whose content this one repeats (`field` of the same entity, or `entity.field`): who may not see that one does not see this. */
  readonly of?: string;
  /** Keys and marks of sealed content: never shown, exported or told in a history. */
  readonly secret?: boolean;
  /** What it tells, where that is not what its entity tells. */
  readonly data?: DataCategory;
  /** A site may seal it: then its values are stored under the key of this class, which only those have who are shown them. */
  readonly sealable?: KeyClass;
}

export interface Entity {
  /** Singular noun; also the table's name. */
  readonly key: string;
  /** The column that says whose data a row is, for history, access and erasure; null when it is about nobody. */
  readonly subject: string | null;
  /** What its fields tell, for the record of processing. */
  readonly data: DataCategory;
  readonly kept: KeptTime;
  /** Every column of the table except `id`, in table order. */
  readonly fields: Readonly<Record<string, Field>>;
}

interface FieldOptions {
  readonly merge?: MergeClass;
  readonly required?: boolean;
  readonly searchable?: boolean;
  readonly sortable?: boolean;
  readonly protected?: boolean;
  readonly derived?: boolean;
  readonly owner?: boolean;
  readonly loose?: boolean;
  readonly secret?: boolean;
  readonly of?: string;
  readonly to?: string;
  readonly data?: DataCategory;
  readonly sealable?: KeyClass;
}

type NoOptions = { readonly required?: false };
/** Keeps type and required as literals, so that the row types of the database follow from the catalogue. */
type Declared<T extends FieldType, O extends FieldOptions> = Field & {
  readonly type: T;
  readonly required: O['required'] extends true ? true : false;
};

const fieldOf =
  <T extends FieldType>(type: T) =>
  <const O extends FieldOptions = NoOptions>(privacy: PrivacyClass, options?: O): Declared<T, O> =>
    ({ merge: 'lww', required: false, ...options, type, privacy }) as unknown as Declared<T, O>;

export const text = fieldOf('text');
export const longText = fieldOf('long-text');
export const flag = fieldOf('flag');
export const integer = fieldOf('integer');
export const instant = fieldOf('instant');
export const civilDate = fieldOf('civil-date');
export const json = fieldOf('json');
export const calendar = fieldOf('calendar');

export const choice = <const C extends readonly string[], const O extends FieldOptions = NoOptions>(
  privacy: PrivacyClass,
  choices: C,
  options?: O,
): Declared<'choice', O> & { readonly choices: C } =>
  ({ ...fieldOf('choice')(privacy, options), choices }) as Declared<'choice', O> & { readonly choices: C };

/** A reference is class 1: that a row points somewhere is internal; what it points to carries its own class. */
export const reference = <const O extends FieldOptions = NoOptions>(
  to: string,
  options?: O,
): Declared<'reference', O> => ({ ...fieldOf('reference')(1, options), to });

export const defineEntity = <const E extends Entity>(entity: E): E => entity;
