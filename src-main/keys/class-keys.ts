// Keys of classes in the keyring: made at random, sealed to the agreement key of each slot that is to have them, and to the age recipients.
// Who has one is a matter of the keyring alone: a person whose role loses the class loses the envelope, and a copy of the base made later
// holds nothing that their key opens.

import type { Random } from '@shared/core/clock';
import { ok, type Result } from '@shared/core/result';
import { envelopeFor, keyOf, newestOf } from './class-envelope';
import { keyBytes } from './crypto';
import { sealTextFor } from './escrow';
import {
  commitChange,
  readTrusted,
  type KeyringChangeError,
  type KeyringDeps,
  type KeyringSession,
} from './keyring-change';
import {
  isCardsSlot,
  isEscrowSlot,
  isRecoverySlot,
  isUserSlot,
  type Keyring,
  type KeyClassRecord,
  type Slot,
} from './keyring-format';
import { keyringFormat } from './keyring-sum';
import type { KeyringVersion } from './lineage';
import type { ClassKey } from './sealing';

/** What is to become of a class. */
export interface ClassWish {
  readonly class: string;
  /** Sealed from now on; a class without a key is made one by its first field. */
  readonly fields: readonly string[];
  readonly userIds: readonly string[];
  /** A new version: whoever had the one before reads nothing that is sealed from now on. */
  readonly renew?: boolean;
}

/** Makes the keyring what is wished; `null` when it is so already. The session's `sealing` is what it says afterwards. */
export async function setClasses(
  session: KeyringSession,
  wishes: readonly ClassWish[],
  { random, clock }: Pick<KeyringDeps, 'random' | 'clock'>,
): Promise<Result<KeyringVersion | null, KeyringChangeError>> {
  const seen = readTrusted(session);
  if (!seen.ok) return seen;
  const { sealing } = session.unlocked;
  const made = wishes.flatMap((wish) => newKeyFor(wish, seen.value, random));
  const keys = [...sealing.keys, ...made];
  const ages = await missingAges(seen.value, keys);
  // Sealing for an age key waits; the keyring may be another by now.
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const { classes = [] } = keyring.value;
  const records = [
    ...classes,
    ...made.map((key) => ({
      class: key.class,
      version: key.version,
      createdAt: clock.now(),
      fields: [],
      holders: [],
      escrow: [],
    })),
  ];
  const next = records.map((record) => wished(record, records, { keyring: keyring.value, keys, ages, wishes, random }));
  if (JSON.stringify(next) === JSON.stringify(classes)) return ok(null);
  const written = commitChange(session, keyring.value, { fmt: keyringFormat, classes: next });
  if (!written.ok) return written;
  sealing.keys = keys;
  sealing.classes = newestOf(next);
  return written;
}

/** Who has the key of a class, in its newest version. */
export interface ClassHolders {
  readonly class: string;
  readonly version: number;
  readonly createdAt: number;
  readonly fields: readonly string[];
  readonly userIds: readonly string[];
  /** Everybody who has a way in of their own, with the key or without. */
  readonly people: readonly string[];
  /** Codes and sets of cards that open it. */
  readonly papers: number;
  readonly escrows: number;
}

export function readClasses(session: KeyringSession): Result<ClassHolders[], KeyringChangeError> {
  const keyring = readTrusted(session);
  return keyring.ok ? ok(holdersOf(keyring.value)) : keyring;
}

function holdersOf({ slots, classes = [] }: Keyring): ClassHolders[] {
  return newestOf(classes).map((record) => {
    const own = slots.filter((slot) => record.holders.some(({ to }) => to === agreementOf(slot)));
    const { class: name, version, createdAt, fields } = record;
    const userIds = own.filter(isUserSlot).map(({ userId }) => userId);
    const people = slots.filter(isUserSlot).map(({ userId }) => userId);
    const papers = own.filter((slot) => !isUserSlot(slot)).length;
    return { class: name, version, createdAt, fields, userIds, people, papers, escrows: record.escrow.length };
  });
}

function newKeyFor(wish: ClassWish, { classes = [] }: Keyring, random: Random): ClassKey[] {
  const last = newestOf(classes).find((record) => record.class === wish.class);
  if (last === undefined ? wish.fields.length === 0 : wish.renew !== true) return [];
  return [{ class: wish.class, version: (last?.version ?? 0) + 1, key: Buffer.from(random.bytes(keyBytes)) }];
}

interface Wishing {
  readonly keyring: Keyring;
  readonly keys: readonly ClassKey[];
  readonly ages: ReadonlyMap<string, string>;
  readonly wishes: readonly ClassWish[];
  readonly random: Random;
}

function wished(
  record: KeyClassRecord,
  records: readonly KeyClassRecord[],
  { keyring, keys, ages, wishes, random }: Wishing,
): KeyClassRecord {
  const wish = wishes.find((one) => one.class === record.class);
  const key = keyOf(keys, record);
  const wanted = keyring.slots.flatMap((slot) => {
    const to = agreementOf(slot);
    const isWanted = !isUserSlot(slot) || wish === undefined || wish.userIds.includes(slot.userId);
    return to !== undefined && isWanted ? [to] : [];
  });
  const holders = wanted.flatMap((to) => {
    const held = record.holders.find((holder) => holder.to === to);
    if (held !== undefined) return [held];
    // Without a wish nobody is given anything new.
    if (key === undefined || wish === undefined) return [];
    return [envelopeFor({ vaultId: keyring.vaultId, to }, key, random)];
  });
  const escrow = recipientsOf(keyring).flatMap((recipient) => {
    const held = record.escrow.find((one) => one.recipient === recipient);
    const age = ages.get(ageName(record, recipient));
    if (held !== undefined) return [held];
    return age === undefined ? [] : [{ recipient, age }];
  });
  const isNewest = newestOf(records).includes(record);
  return { ...record, holders, escrow, fields: isNewest ? [...(wish?.fields ?? record.fields)] : [] };
}

/** The keys of classes that an age recipient does not have yet, each as a line of text. */
async function missingAges(keyring: Keyring, keys: readonly ClassKey[]): Promise<ReadonlyMap<string, string>> {
  const ages = new Map<string, string>();
  for (const key of keys)
    for (const recipient of recipientsOf(keyring)) {
      const record = keyring.classes?.find((one) => one.class === key.class && one.version === key.version);
      if (record?.escrow.some((one) => one.recipient === recipient) === true) continue;
      const line = Buffer.from(`${key.class}.${key.version} ${Buffer.from(key.key).toString('hex')}\n`);
      const age = await sealTextFor(recipient, line);
      if (age.ok) ages.set(ageName(key, recipient), age.value);
    }
  return ages;
}

const ageName = ({ class: name, version }: Pick<ClassKey, 'class' | 'version'>, recipient: string): string =>
  `${name}.${version} ${recipient}`;

const recipientsOf = ({ slots }: Keyring): string[] => [
  ...new Set(
    slots.flatMap((slot) => {
      if (isEscrowSlot(slot)) return [slot.recipient];
      return isRecoverySlot(slot) && slot.recipient !== undefined ? [slot.recipient] : [];
    }),
  ),
];

function agreementOf(slot: Slot): string | undefined {
  if (isUserSlot(slot)) return slot.publicKeys.agreement;
  return isRecoverySlot(slot) || isCardsSlot(slot) ? slot.agreement : undefined;
}
