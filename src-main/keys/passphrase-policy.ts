// What a new passphrase has to be: long and hard to guess, nothing else. No capitals, digits or signs are asked for and none expires
// (OWASP ASVS 5.0, V6). It is judged folded, as the key derivation sees it.

import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { foldLogin, foldPassphrase } from './passphrase';

export const leastCharacters = 12;
export const leastWords = 4;
/** Far above the 128 characters that have to be allowed; longer input is a mistake such as a pasted document. */
export const mostCharacters = 1024;
const leastScore = 3;

/** Each has words of its own: `errors.<code>`. */
export type PassphraseReason =
  | 'keys.passphrase-too-short'
  | 'keys.passphrase-too-long'
  | 'keys.passphrase-has-login'
  | 'keys.passphrase-guessable';

/**
 * The reasons against a passphrase; none when it is good. `personal` are words an acquaintance would try: login, office.
 * The estimator and its word lists are loaded on first use, because only choosing a passphrase needs them.
 */
export async function checkPassphrase(
  typed: string,
  personal: readonly string[] = [],
): Promise<readonly PassphraseReason[]> {
  const folded = foldPassphrase(typed);
  const length = Array.from(folded).length;
  if (length > mostCharacters) return ['keys.passphrase-too-long'];
  const reasons: PassphraseReason[] = [];
  if (length < leastCharacters && countWords(folded) < leastWords) reasons.push('keys.passphrase-too-short');
  if (isMostlyPersonal(folded, personal)) reasons.push('keys.passphrase-has-login');
  if ((await passphraseScore(folded, personal)) < leastScore) reasons.push('keys.passphrase-guessable');
  return reasons;
}

/** 0 (guessed at once) to 4, for a strength meter. */
export async function passphraseScore(typed: string, personal: readonly string[] = []): Promise<number> {
  const folded = foldPassphrase(typed);
  if (folded === '') return 0;
  const estimator = await loadEstimator();
  const words = personal.map(foldLogin).filter((word) => word.length > 2);
  // "password password" is hardly better than "passwordpassword", which the estimator knows for what it is.
  const joined = folded.replace(/[\s\-_.,]+/gu, '');
  return Math.min(...[folded, joined].filter((text) => text !== '').map((text) => estimator.check(text, words).score));
}

const countWords = (folded: string): number => folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1).length;

/** The login repeated or with a few characters more is no secret. */
const isMostlyPersonal = (folded: string, personal: readonly string[]): boolean =>
  personal.map(foldLogin).some((word) => {
    if (word.length < 3) return false;
    const rest = folded.toLowerCase().replaceAll(word, '');
    return rest.length < folded.length && Array.from(rest).length < leastCharacters / 2;
  });

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { commonWords }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('./common-words'),
  ]);
  const lists = Object.entries(commonWords()).map(([language, words]) => [
    `commonWords-${language}`,
    words.map(foldLogin),
  ]);
  return new Factory({ dictionary: Object.fromEntries(lists), maxLength: 256 });
}
