// How alike two words of names are: the same, one name spelled in two ways, a slip of the hand, an initial, or different names.
import { editDistance } from './edit-distance';
import type { NameWord } from './name-words';
import { vowelConflicts } from './sound-likeness';

export type WordLikeness = 'same' | 'spelled' | 'near' | 'initial' | 'different';

/** Whether a word is a name of its own, borne by several people, and so hardly a slip for another such word. */
export type IsEstablished = (word: NameWord) => boolean;

export type CompareWords = (left: NameWord, right: NameWord) => WordLikeness;

/** The comparison with a memory: the words of a base are few, their pairs are met over and over. */
export function createWordComparison(isEstablished: IsEstablished): CompareWords {
  const known = new Map<NameWord, Map<NameWord, WordLikeness>>();
  const state = { size: 0 };
  return (left, right) => {
    if (left === right) return 'same';
    let row = known.get(left);
    const found = row?.get(right);
    if (found !== undefined) return found;
    if (state.size >= MEMO_SIZE) {
      known.clear();
      state.size = 0;
      row = undefined;
    }
    if (row === undefined) known.set(left, (row = new Map()));
    const likeness = wordLikeness(left, right, isEstablished);
    row.set(right, likeness);
    state.size += 1;
    return likeness;
  };
}

const MEMO_SIZE = 300_000;

/** Below these lengths one changed letter usually makes another name (سعد, سعيد; Amr, Omar). */
const LEAST_FOR_ONE_SLIP = 4;
const LEAST_FOR_TWO_SLIPS = 9;
const LEAST_CONSONANTS = 3;

export function wordLikeness(left: NameWord, right: NameWord, isEstablished: IsEstablished): WordLikeness {
  if (left.text === right.text) return 'same';
  const initial = initialOf(left, right);
  if (initial !== null) return initial;
  if (left.given.length > 0 && right.given.length > 0)
    return left.given.some((rank) => right.given.includes(rank)) ? 'spelled' : 'different';
  const conflicts = soundConflicts(left, right);
  if (conflicts === 0) return 'spelled';
  if (sameScript(left.text, right.text)) return slipInOneScript(left, right, isEstablished);
  return slipAcrossScripts(left, right, conflicts);
}

function initialOf(left: NameWord, right: NameWord): 'initial' | 'different' | null {
  if (left.text.length > 1 && right.text.length > 1) return null;
  return left.text[0] === right.text[0] || left.code[0] === right.code[0] ? 'initial' : 'different';
}

const arabic = /^[\u0620-\u06d3]/;
const sameScript = (left: string, right: string): boolean => arabic.test(left) === arabic.test(right);

/** The fewest contradicting vowels among variants with the same consonants; null when no two agree in consonants. */
function soundConflicts(left: NameWord, right: NameWord): number | null {
  let least: number | null = null;
  for (const sound of left.sounds) {
    for (const other of right.sounds) {
      const conflicts = vowelConflicts(sound, other);
      if (conflicts !== null && (least === null || conflicts < least)) least = conflicts;
    }
  }
  return least;
}

function slipInOneScript(left: NameWord, right: NameWord, isEstablished: IsEstablished): WordLikeness {
  const [one, other] = [withoutArticle(left.text), withoutArticle(right.text)];
  const length = Math.max(one.length, other.length);
  const slips = length >= LEAST_FOR_TWO_SLIPS ? 2 : length >= LEAST_FOR_ONE_SLIP ? 1 : 0;
  const isNear = editDistance(one, other, slips) <= slips || isNearInSound(left, right);
  if (!isNear) return 'different';
  return isName(left, isEstablished) && isName(right, isEstablished) ? 'different' : 'near';
}

const withoutArticle = (text: string): string => text.replace(/^[ae]l(?=.{4})/, '');

/** A slip and a spelling of their own at once. */
const isNearInSound = ({ code, text }: NameWord, other: NameWord): boolean =>
  Math.min(code.length, other.code.length) > LEAST_CONSONANTS &&
  editDistance(code, other.code, 1) <= 1 &&
  editDistance(text, other.text, 3) <= 3;

/** One vowel or one consonant may be a slip when enough of the word stands. */
function slipAcrossScripts(left: NameWord, right: NameWord, conflicts: number | null): WordLikeness {
  if (conflicts !== null) return conflicts === 1 && left.code.length > LEAST_CONSONANTS ? 'near' : 'different';
  const shorter = Math.min(left.code.length, right.code.length);
  if (shorter < LEAST_CONSONANTS) return 'different';
  return editDistance(left.code, right.code, 1) <= 1 && Math.max(left.code.length, right.code.length) > LEAST_CONSONANTS
    ? 'near'
    : 'different';
}

const isName = (word: NameWord, isEstablished: IsEstablished): boolean => word.given.length > 0 || isEstablished(word);
