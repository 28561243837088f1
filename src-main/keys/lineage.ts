// Whether a keyring is the one this base was last opened with, or came of it. A genuine keyring of earlier days, put back, opens
// for people who were removed since: only the encrypted base, which remembers the last one, can tell.

/** What the database has to remember after a change, so that an older keyring put back is noticed. */
export interface KeyringVersion {
  readonly generation: number;
  readonly keyringHash: string;
  /** Public keys of its slots, hex. A base of an earlier release remembers none. */
  readonly slotKeys?: readonly string[];
}

/** `older`: an earlier generation was put back. `foreign`: changed in a copy of this base, which went its own way. */
export type LineageBreak = 'older' | 'foreign';

export interface Descent extends KeyringVersion {
  /** Hashes of the generations before, newest first. */
  readonly ancestors: readonly string[];
}

/** `null` when all is well; a base that remembers no keyring yet takes the first it sees. */
export function lineageBreak(keyring: Descent, known: KeyringVersion | null): LineageBreak | null {
  if (known === null || keyring.keyringHash === known.keyringHash) return null;
  if (keyring.generation < known.generation) return 'older';
  return keyring.generation > known.generation && keyring.ancestors.includes(known.keyringHash) ? null : 'foreign';
}
