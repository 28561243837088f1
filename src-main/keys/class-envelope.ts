// The key of a class as a slot has it: an envelope for the slot's agreement key, that opens in no other base, class or version.

import type { Random } from '@shared/core/clock';
import { openSealedTo, sealTo } from './carry';
import { keyBytes, type KeyPair } from './crypto';
import type { Keyring, KeyClassRecord } from './keyring-format';
import type { ClassKey, Sealing } from './sealing';

type Version = Pick<ClassKey, 'class' | 'version'>;

/** The classes of a keyring as somebody with this agreement key has them. */
export function sealingOf({ vaultId, classes = [] }: Keyring, own: KeyPair | null): Sealing {
  const to = own?.publicKey.toString('hex');
  const keys = classes.flatMap((record): ClassKey[] => {
    const held = record.holders.find((holder) => holder.to === to);
    const key = held === undefined || own === null ? null : openSealedTo(held, own, contextOf(vaultId, record));
    return key?.length === keyBytes ? [{ class: record.class, version: record.version, key }] : [];
  });
  return { keys, classes: newestOf(classes) };
}

/** `to`: an agreement key, hex. */
export const envelopeFor = (
  { vaultId, to }: { readonly vaultId: string; readonly to: string },
  key: ClassKey,
  random: Random,
): KeyClassRecord['holders'][number] => ({ to, ...sealTo({ to, context: contextOf(vaultId, key) }, key.key, random) });

/** Whose slot was made anew with other keys keeps the classes, as far as whoever makes it has them. */
export function classesCarried(
  { vaultId, classes = [] }: Keyring,
  { from, to }: { readonly from: string; readonly to: string },
  { sealing, random }: { readonly sealing: Sealing; readonly random: Random },
): KeyClassRecord[] {
  return classes.map((record) => {
    const had = record.holders.some((holder) => holder.to === from);
    const key = keyOf(sealing.keys, record);
    if (from === to || !had || key === undefined) return record;
    const others = record.holders.filter((holder) => holder.to !== from);
    return { ...record, holders: [...others, envelopeFor({ vaultId, to }, key, random)] };
  });
}

export const newestOf = (classes: readonly KeyClassRecord[]): readonly KeyClassRecord[] =>
  classes.filter((one) => !classes.some((other) => other.class === one.class && other.version > one.version));

export const keyOf = (keys: readonly ClassKey[], version: Version): ClassKey | undefined =>
  keys.find((key) => key.class === version.class && key.version === version.version);

const contextOf = (vaultId: string, { class: name, version }: Version): Buffer =>
  Buffer.from(`diwan/class/v1\0${vaultId}\0${name}\0${version}`, 'utf8');
