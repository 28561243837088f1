// Evidence of two names of organisations or groups: the words they share, legal forms and order left aside.

import type { NameWord } from '../../text/name-words';
import type { IdentityName } from './identity';
import { rarity, type NameScales } from './name-evidence';
import type { Evidence } from './reasons';

/** Legal forms and words that stand in the name of every third firm. */
const fillers: ReadonlySet<string> = new Set(
  (
    'شركه شركت موسسه مجموعه المحدوده محدوده مساهمه ذمم ذ م سهامي خاص عام بامسووليت و في للتجاره بازرگاني ' +
    'co company corp corporation inc ltd llc llp plc gmbh group the and of for est establishment wll fze fzco sons bros'
  ).split(' '),
);

export function titleEvidence(
  left: readonly IdentityName[],
  right: readonly IdentityName[],
  scales: NameScales,
): Evidence[] {
  let best: Evidence | null = null;
  for (const one of left) {
    for (const other of right) {
      const evidence = compareTitles(telling(one.words), telling(other.words), scales);
      if (best === null || evidence.bits > best.bits) best = evidence;
    }
  }
  return best === null ? [] : [best];
}

const telling = (words: readonly NameWord[]): readonly NameWord[] => {
  const rest = words.filter(({ text }) => !fillers.has(text));
  return rest.length === 0 ? words : rest;
};

/** Words of firms go together (Medical Supplies, General Trading), and branches share them all: a title alone is never enough. */
const MOST_BITS = { same: 14, near: 10 } as const;

function compareTitles(left: readonly NameWord[], right: readonly NameWord[], scales: NameScales): Evidence {
  const { statistics } = scales;
  const free = [...right];
  let bits = 0;
  let isExact = true;
  for (const word of left) {
    const at = free.findIndex((other) => isAlike(word, other, scales));
    if (at < 0) {
      bits -= rarity(word, statistics);
      isExact = false;
      continue;
    }
    const [other] = free.splice(at, 1);
    if (other?.text !== word.text) isExact = false;
    bits += Math.min(rarity(word, statistics), other === undefined ? 0 : rarity(other, statistics)) + 1;
  }
  // A branch or a field of work is added or left out; each such word still makes another firm likelier.
  for (const word of free) bits -= rarity(word, statistics);
  if (bits < 0 || left.length === 0) return { code: 'title-differs', bits: Math.min(bits, -4), isConflict: true };
  const likeness = isExact && free.length === 0 ? 'same' : 'near';
  return { code: `title-${likeness}`, bits: Math.min(bits, MOST_BITS[likeness]) };
}

const isAlike = (left: NameWord, right: NameWord, { compare }: NameScales): boolean => {
  const likeness = compare(left, right);
  return likeness === 'same' || likeness === 'spelled' || likeness === 'near';
};
