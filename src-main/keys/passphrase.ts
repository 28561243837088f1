// What a person types is folded before it becomes a key, so that the same words unlock the base from an Arabic, a Persian
// and an English keyboard. Version 1 is FROZEN: changing one character of the result locks people out. A new rule is a new version.

/** The version written into each slot. */
export const passphraseFold = 1;

// Written by code point because most of these cannot be seen. Hamza above and below (U+0654, U+0655) and madda (U+0653) are kept: they tell letters apart.
const invisible = /[\u00AD\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const vowelMarks =
  /[\u0610-\u061A\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/g;

/**
 * Fold v1: NFKC, no invisible characters (half-space, joiner, tatweel, direction marks, soft hyphen), no vowel marks,
 * Arabic-Indic and Persian digits to ASCII, ya (U+064A, U+0649) to U+06CC, kaf (U+0643) to U+06A9. Case and inner spaces
 * are kept, spaces at both ends are not. Idempotent.
 */
export const foldPassphrase = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(vowelMarks, '')
    .normalize('NFKC') // A letter and its hamza may have been kept apart by a character that is gone now.
    .replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 0x30))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x06f0 + 0x30))
    .replace(/[\u064A\u0649]/g, '\u06CC')
    .replace(/\u0643/g, '\u06A9')
    .trim();

/** The folded passphrase as the bytes the key derivation takes. The caller overwrites them after use. */
export const passphraseBytes = (typed: string): Buffer => Buffer.from(foldPassphrase(typed), 'utf8');

/** Login names are compared folded and without regard to case: the lock screen must not care which ya was typed. */
export const foldLogin = (typed: string): string => foldPassphrase(typed).toLowerCase();
