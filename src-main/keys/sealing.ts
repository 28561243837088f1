// Sealed values: what a field that the office has sealed holds in the base instead of what was typed. Only who has the key of the field's
// class reads it; a token made with the same key says whether two values are equal, and nothing else.

import type { Random } from '@shared/core/clock';
import { hkdfSha256, hmacSha256, nonceBytes, seal, unseal } from './crypto';

export interface ClassKey {
  readonly class: string;
  readonly version: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** Plain data, so that it can be handed to a thread. What an open base knows of sealing; changed in place when a field is sealed. */
export interface Sealing {
  /** Keys that whoever is signed in has. */
  keys: readonly ClassKey[];
  /** Classes of this base, each in its newest version, with the fields sealed under it now. */
  classes: readonly { readonly class: string; readonly version: number; readonly fields: readonly string[] }[];
}

/** A sealed value of a class whose key is not at hand was to be read or written. */
export class ClassKeyMissing extends Error {
  readonly class: string;

  constructor(name: string) {
    super(`the key of the class ${name} is not at hand`);
    this.class = name;
  }
}

/** What stands for text that is not shown. */
export const notShown = '••••';
export const noSealing = (): Sealing => ({ keys: [], classes: [] });

const sealedHead = 'sealed:';
const tokenHead = 'token:';
const tokenBytes = 16;

export const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(sealedHead);
/** How every value begins that is sealed under this version. */
export const sealedUnder = ({ class: name, version }: Pick<ClassKey, 'class' | 'version'>): string =>
  `${sealedHead}${name}.${version}:`;

/** Where a value belongs: it opens in no other field or record. */
export interface SealedPlace {
  /** `entity.field`. */
  readonly field: string;
  readonly id: string;
}

/** The class that a field's values are sealed under when they are written; undefined where it is not sealed. */
export const classOf = ({ classes }: Sealing, field: string): Sealing['classes'][number] | undefined =>
  classes.find(({ fields }) => fields.includes(field));

/** As it is to be stored: sealed where the office seals this field. Throws `ClassKeyMissing`. */
export function sealValue(
  sealing: Sealing,
  { value, ...place }: SealedPlace & { readonly value: string },
  random: Random,
): string {
  const under = classOf(sealing, place.field);
  if (under === undefined || isSealed(value)) return value;
  const key = keyFor(sealing, under);
  const nonce = Buffer.from(random.bytes(nonceBytes));
  const sealed = seal({ key: forValues(key), nonce, context: contextOf(place) }, Buffer.from(value, 'utf8'));
  return `${sealedUnder(key)}${Buffer.concat([nonce, sealed]).toString('base64')}`;
}

/** What was typed. Throws `ClassKeyMissing` when the key is not at hand; `null` for what was not sealed for this place, or was changed. */
export function unsealValue(sealing: Sealing, place: SealedPlace, value: string): string | null {
  if (!isSealed(value)) return value;
  const [name = '', version = '', content = ''] = value.slice(sealedHead.length).split(/[.:]/, 3);
  const key = keyFor(sealing, { class: name, version: Number(version) });
  const bytes = Buffer.from(content, 'base64');
  const nonce = bytes.subarray(0, nonceBytes);
  const plain = unseal({ key: forValues(key), nonce, context: contextOf(place) }, bytes.subarray(nonceBytes));
  return plain === null ? null : plain.toString('utf8');
}

/** What a comparable form is stored as: for a sealed field a token, equal for equal forms. Throws `ClassKeyMissing`. */
export function tokenOf(sealing: Sealing, field: string, normal: string): string {
  const under = classOf(sealing, field);
  return under === undefined || normal === '' || normal.startsWith(tokenHead)
    ? normal
    : tokenUnder(keyFor(sealing, under), field, normal);
}

/** Everything that a comparable form may be stored as, by somebody with the keys at hand: while values are being sealed there are several. */
export const tokensOf = ({ keys, classes }: Sealing, field: string, normal: string): string[] =>
  normal === '' || classes.length === 0 ? [normal] : [normal, ...keys.map((key) => tokenUnder(key, field, normal))];

const tokenUnder = (key: ClassKey, field: string, normal: string): string =>
  tokenHead + hmacSha256(forTokens(key), `${field}\0${normal}`).subarray(0, tokenBytes).toString('base64url');

function keyFor({ keys }: Sealing, wanted: Pick<ClassKey, 'class' | 'version'>): ClassKey {
  const key = keys.find((one) => one.class === wanted.class && one.version === wanted.version);
  if (key === undefined) throw new ClassKeyMissing(wanted.class);
  return key;
}

const contextOf = ({ field, id }: SealedPlace): Buffer => Buffer.from(`diwan/sealed/v1\0${field}\0${id}`, 'utf8');

interface Derived {
  readonly values: Buffer;
  readonly tokens: Buffer;
}
const derived = new WeakMap<Uint8Array, Derived>();

/** A key for each use, derived once: none can stand in for another. */
function derivedFrom({ key }: ClassKey): Derived {
  const known = derived.get(key);
  if (known !== undefined) return known;
  const made = {
    values: hkdfSha256({ secret: key, info: 'diwan/class/values/v1' }),
    tokens: hkdfSha256({ secret: key, info: 'diwan/class/tokens/v1' }),
  };
  derived.set(key, made);
  return made;
}
const forValues = (key: ClassKey): Buffer => derivedFrom(key).values;
const forTokens = (key: ClassKey): Buffer => derivedFrom(key).tokens;

export function wipeSealing(sealing: Sealing): void {
  for (const { key } of sealing.keys) {
    const made = derived.get(key);
    for (const secret of [key, made?.values, made?.tokens]) secret?.fill(0);
  }
}

/** With keys of its own. */
export const copySealing = ({ keys, classes }: Sealing): Sealing => ({
  keys: keys.map((one) => ({ ...one, key: Uint8Array.from(one.key) })),
  classes,
});
