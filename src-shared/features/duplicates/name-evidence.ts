// Evidence of two names of people, from how their words answer each other and how rare each is.

import type { NameWord } from '../../text/name-words';
import { alignNames, type Alignment, type Matched } from './name-alignment';
import type { IdentityName } from './identity';
import type { NameStatistics } from './name-statistics';
import type { CompareWords } from '../../text/word-likeness';
import type { Evidence, ReasonCode } from './reasons';

/** What names are weighed with. */
export interface NameScales {
  readonly statistics: NameStatistics;
  readonly compare: CompareWords;
}

/** The strongest reading of any name of one side against any name of the other. */
export function nameEvidence(
  left: readonly IdentityName[],
  right: readonly IdentityName[],
  scales: NameScales,
): Evidence[] {
  let best: { readonly evidence: Evidence[]; readonly bits: number } | null = null;
  const isTyped = [left, right].every((names) => names.some(({ isRescued }) => !isRescued));
  for (const one of left) {
    for (const other of right) {
      // Two readings of other keyboards meet by chance: gibberish is like gibberish.
      if (isTyped && one.isRescued && other.isRescued) continue;
      const evidence = evidenceOf(one, other, scales);
      const bits = totalBits(evidence);
      if (best === null || bits > best.bits) best = { evidence, bits };
    }
  }
  return best?.evidence ?? [];
}

export const totalBits = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { bits }) => sum + bits, 0);

function evidenceOf(left: IdentityName, right: IdentityName, { statistics, compare }: NameScales): Evidence[] {
  const alignment = alignNames(left.words, right.words, compare);
  const evidence = [...givenEvidence(alignment, statistics), ...otherEvidence(alignment, statistics)];
  if (alignment.isSwapped) evidence.push({ code: 'name-swapped', bits: swapBits(alignment) });
  if (left.isRescued !== right.isRescued) evidence.push({ code: 'name-keyboard', bits: -1 });
  const { kunya } = left;
  if (kunya !== null && right.kunya !== null && kunya.code === right.kunya.code)
    evidence.push({ code: 'kunya-same', bits: 3 });
  return isWholeAndSame(alignment) ? withOneReason(evidence) : evidence;
}

/** "Ahmad Mohammed" turned round is rather the father of "Mohammed Ahmad"; with a family name it is a form filled in its order. */
function swapBits({ left, right }: Alignment): number {
  const isAllGiven = [...left, ...right].every(({ given }) => given.length > 0);
  return isAllGiven ? -9 : -1;
}

const isWholeAndSame = ({ left, right, matched, isSwapped }: Alignment): boolean =>
  !isSwapped &&
  left.length === right.length &&
  matched.length === left.length &&
  matched.every(({ likeness }) => likeness === 'same');

/** For a person, "the same name" says more than three times "the same word". */
function withOneReason(evidence: readonly Evidence[]): Evidence[] {
  const isWord = ({ code }: Evidence): boolean => /^(?:given|middle|family)-same$/.test(code);
  const words = evidence.filter(isWord);
  return [{ code: 'name-same', bits: totalBits(words) }, ...evidence.filter((one) => !isWord(one))];
}

/** Given names that are half of a compound and often left out: محمد رضا is called رضا. */
const isCompoundHead = ({ text, given }: NameWord): boolean =>
  given[0] === 0 || /^(?:امير|سيد|غلام|sayed|seyed|amir)$/.test(text);

function givenEvidence(alignment: Alignment, statistics: NameStatistics): Evidence[] {
  const { left, right, matched } = alignment;
  const [first] = matched;
  if (left.length === 0 || right.length === 0) return [];
  if (first === undefined) return [{ code: 'given-differs', bits: -14, isConflict: true }];
  const [from = 0] = first.left;
  const [to = 0] = first.right;
  if (from === 0 && to === 0)
    return isOnlyFamily(alignment) ? [] : [matchEvidence('given', first, { alignment, statistics })];
  if (from > 0 && to > 0) return [{ code: 'given-differs', bits: -14, isConflict: true }];
  const extra = from > 0 ? left.slice(0, from) : right.slice(0, to);
  const isLastOfOne = (from > 0 ? right.length : left.length) === 1;
  if (isLastOfOne) return [];
  // محمد رضا is called رضا; but the father of محمد بن رضا is, too.
  if (extra.every(isCompoundHead)) return [{ code: 'name-shorter', bits: -3 }];
  return [{ code: 'given-differs', bits: -9, isConflict: true }];
}

/** Of "Rezaei" and "Ali Rezaei" the one word is the family name. */
const isOnlyFamily = ({ left, right, matched }: Alignment): boolean => {
  const [first] = matched;
  return (
    (left.length === 1) !== (right.length === 1) &&
    first?.left[0] === left.length - 1 &&
    first.right[0] === right.length - 1
  );
};

function otherEvidence(alignment: Alignment, statistics: NameStatistics): Evidence[] {
  const { left, right, matched } = alignment;
  const evidence: Evidence[] = [];
  for (const [index, match] of matched.entries()) {
    const isGiven = match.left[0] === 0 && match.right[0] === 0 && !isOnlyFamily(alignment);
    const isFamily = match.left.at(-1) === left.length - 1 || match.right.at(-1) === right.length - 1;
    if (!isGiven) evidence.push(matchEvidence(isFamily ? 'family' : 'middle', match, { alignment, statistics }));
    const next = matched[index + 1];
    if (next !== undefined && isGap(match, next)) evidence.push(gapEvidence(alignment, { match, next }, statistics));
  }
  const last = matched.at(-1);
  if (last === undefined) return evidence;
  const leftOver = left.length - 1 - (last.left.at(-1) ?? 0);
  const rightOver = right.length - 1 - (last.right.at(-1) ?? 0);
  if (leftOver > 0 && rightOver > 0) evidence.push({ code: 'family-differs', bits: -8 });
  else if (left.length !== right.length && leftOver + rightOver > 0) evidence.push({ code: 'name-shorter', bits: -1 });
  return evidence;
}

/** Unanswered words on both sides between two answered ones contradict each other. */
const isGap = (match: Matched, next: Matched): boolean =>
  (next.left[0] ?? 0) - (match.left.at(-1) ?? 0) > 1 && (next.right[0] ?? 0) - (match.right.at(-1) ?? 0) > 1;

/** Two names of other people are two fathers; an unknown word may be a slip. */
function gapEvidence(
  { left, right }: Alignment,
  { match, next }: { readonly match: Matched; readonly next: Matched },
  statistics: NameStatistics,
): Evidence {
  const between = [
    ...left.slice((match.left.at(-1) ?? 0) + 1, next.left[0]),
    ...right.slice((match.right.at(-1) ?? 0) + 1, next.right[0]),
  ];
  const areNames = between.every((word) => word.given.length > 0 || statistics.isEstablished(word));
  return areNames ? { code: 'middle-differs', bits: -9, isConflict: true } : { code: 'middle-differs', bits: -5 };
}

const LEAST_BITS = 2;
const MOST_BITS = 13;

/** log2 of one in how many people bears the name. */
export const rarity = (word: NameWord, statistics: NameStatistics): number =>
  Math.min(MOST_BITS, Math.max(LEAST_BITS, -Math.log2(statistics.share(word))));

/** Spelling differs by the way between records of one person; a slip is rare and slips meet other names. */
const likenessCost = { same: 0.2, spelled: 0.8, near: 4, initial: 0 } as const;
const INITIAL_BITS = 3.5;

function matchEvidence(
  part: 'given' | 'middle' | 'family',
  match: Matched,
  { alignment: { left, right }, statistics }: { readonly alignment: Alignment; readonly statistics: NameStatistics },
): Evidence {
  const { likeness } = match;
  const words = [...match.left.map((place) => left[place]!), ...match.right.map((place) => right[place]!)];
  // Where spellings or joined halves differ in frequency, the commoner one is the safer.
  const bits = Math.min(...words.map((word) => rarity(word, statistics)));
  const told = likeness === 'initial' ? INITIAL_BITS : Math.max(0.5, bits - likenessCost[likeness]);
  const suffix = likeness === 'initial' && part !== 'given' ? 'near' : likeness;
  return { code: `${part}-${suffix}` as ReasonCode, bits: told };
}
