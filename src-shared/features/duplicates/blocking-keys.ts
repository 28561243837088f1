// Keys by which candidates meet: two parties are compared only when they share one, so that a million need no billion comparisons.

import type { NameWord } from '../../text/name-words';
import type { Identity } from './identity';

/** In the order in which a scan looks at them: what tells most first. */
export const keyKinds = ['identifier', 'email', 'phone', 'birth', 'name', 'part'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Blocks larger than this tell too little by themselves; their pairs meet by a key that tells more, or not at all. */
export const blockCaps: Readonly<Record<KeyKind, number>> = {
  identifier: 20,
  email: 20,
  phone: 30,
  birth: 40,
  name: 40,
  part: 20,
};

/** Every key of a party, each once. Keys of different kinds never meet. */
export function blockingKeys(identity: Identity, kind: KeyKind): readonly string[] {
  return [...new Set(makers[kind](identity))];
}

const makers: Readonly<Record<KeyKind, (identity: Identity) => string[]>> = {
  identifier: ({ identifiers }) => identifiers.map(({ scheme, normal }) => `${scheme} ${normal}`),
  email: ({ emails }) => emails.map(String),
  phone: phoneKeys,
  birth: birthKeys,
  name: nameKeys,
  part: partKeys,
};

/** A family's telephone by itself; a switchboard, which is too many people's, with the given name. */
function phoneKeys({ phones, names }: Identity): string[] {
  const given = names.flatMap(({ words }) => words.slice(0, 1).flatMap(codesOf));
  return phones.flatMap((phone) => [String(phone), ...given.map((code) => `${phone} ${code}`)]);
}

/** The days the birth date may mean, with the beginning or the end of the name: one of both survives any slip of the hand. */
function birthKeys({ birth, names }: Identity): string[] {
  if (birth === null) return [];
  const ends = new Set(names.flatMap(({ words }) => codesOfName(words)));
  return birth.meetingDays.flatMap((day) => [...ends].map((end) => `${day} ${end}`));
}

/** Codes of the first and the last word of a name. */
export const codesOfName = (words: readonly NameWord[]): string[] =>
  [words[0], words.at(-1)].flatMap((word) => (word === undefined ? [] : codesOf(word)));

/** At most two variants: more would meet names nobody confuses. */
const MOST_VARIANTS = 2;

function codesOf(word: NameWord): string[] {
  if (word.given.length > 0) return word.given.map((rank) => `#${rank}`);
  const codes = word.sounds.map((sound) => sound.replace(/[^a-z]/g, ''));
  return codes.length === 0 ? [word.text] : [...new Set(codes)].slice(0, MOST_VARIANTS);
}

const MOST_WORDS = 5;

/** Every two words of a name: missing parts, titles and turned names leave some pair standing. */
export function pairsOfWords(words: readonly NameWord[]): [NameWord, NameWord][] {
  const kept = words.length <= MOST_WORDS ? words : [...words.slice(0, MOST_WORDS - 1), ...words.slice(-1)];
  return kept.flatMap((one, index) => kept.slice(index + 1).map((other): [NameWord, NameWord] => [one, other]));
}

/** The pairs in any order; of a name of one word, the word. */
function nameKeys({ names, kind }: Identity): string[] {
  const prefix = kind === 'person' ? '' : kind;
  return names.flatMap(({ words }) => {
    if (words.length === 1) return codesOf(words[0]!).map((code) => prefix + code);
    return pairsOfWords(words).flatMap(([first, second]) =>
      codesOf(first).flatMap((one) =>
        codesOf(second).map((other) => prefix + (one < other ? `${one} ${other}` : `${other} ${one}`)),
      ),
    );
  });
}

/** Half of the family name with the whole given name, and the other way round: for names with a slip and nothing else to go by. */
function partKeys({ names, kind }: Identity): string[] {
  if (kind !== 'person') return [];
  return names.flatMap(({ words }) => {
    const [given, family] = [words[0], words.at(-1)];
    if (given === undefined || family === undefined || words.length < 2) return [];
    const [one = ''] = codesOf(given);
    const [other = ''] = codesOf(family);
    return [
      `${one} ${family.code.slice(0, 2)}-`,
      `${one} -${family.code.slice(-2)}`,
      `${given.code.slice(0, 2)}- ${other}`,
    ];
  });
}
