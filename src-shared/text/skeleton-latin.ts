// Consonant codes of a word in Latin letters read as the romanisation of an Arabic or Persian word.
import { appendTo, consonantsOf } from './skeleton-codes';
import type { Codes } from './skeleton-codes';

/** Longest first. The first code is the usual reading, the second meets the same letters read apart. */
const digraphCodes: readonly (readonly [letters: string, codes: readonly string[]])[] = [
  ['tch', ['c']],
  ['sch', ['c']],
  ['ch', ['c']],
  ['sh', ['c']],
  ['kh', ['x']],
  ['gh', ['k']],
  ['zh', ['j']],
  ['dj', ['j']],
  ['dh', ['z', 'd']], // Dhafer, Riyadh
  ['th', ['s', 'th', 'z']], // Othman; Fatheh; Muath
  ['ph', ['f']],
  ['ck', ['k']],
];

const letterCodes: Readonly<Record<string, readonly string[]>> = {
  b: ['b'],
  p: ['b'],
  t: ['t'],
  s: ['s'],
  j: ['j'],
  h: ['h'],
  d: ['d'],
  z: ['z'],
  r: ['r'],
  f: ['f'],
  q: ['k'],
  k: ['k'],
  g: ['k', 'j'], // Golnaz; Gamal as Egyptians write Jamal
  l: ['l'],
  m: ['m'],
  n: ['n'],
  x: ['ks'],
};

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter);
const isVowelOrY = (letter: string | undefined): boolean => letter === 'y' || isVowel(letter);

/** Code variants of a folded word in Latin letters; the first is the primary one. Empty when a letter is unknown. */
export function latinCodes(word: string): Codes {
  const servant = /^abd(?:[uoea]l)(?=.*[^aeiouyh])(.+)$/.exec(word);
  if (servant?.[1] !== undefined) return latinPart(servant[1], false).map((code) => `abd${code}`);
  const whole = latinPart(word, true);
  if (!/^[ae]l/.test(word) || word.length < 5) return whole;
  const bare = latinPart(word.slice(2), true).filter((code) => consonantsOf(code).length >= 2);
  if (bare.length === 0 || word[2] === 'l') return whole;
  if (isVowel(word[2])) return [...whole, ...bare];
  return word[2] === 'y' || word[2] === 'w' || word[2] === 'v' ? [...bare, ...whole] : bare;
}

function latinPart(written: string, initial: boolean): Codes {
  const word = written.replace(/(?<=..[aeiou])l(?=d{1,2}(?:i|ee|ie|ei|y)ne?$)/, ''); // Nouraldin = Noureddine
  let codes: Codes = [''];
  let index = 0;
  let previous = '';
  while (index < word.length) {
    const [length, variants] = readLatin(word, index, initial);
    const primary = variants[0] ?? '';
    // A doubled letter is one sound (Mohammed); the same sound after a vowel is another one (Mamdouh).
    if (primary === '' || primary !== previous) codes = appendTo(codes, variants);
    if (length === 0) return [];
    previous = isVowelOrY(word[index]) ? '' : primary;
    index += length;
  }
  return codes;
}

/** Letters consumed and the code variants they stand for; length 0 when the letter is unknown. */
function readLatin(
  word: string,
  index: number,
  initial: boolean,
): readonly [length: number, variants: readonly string[]] {
  const letter = word[index] ?? '';
  const atStart = initial && index === 0;
  if (atStart && /^ou[aei]/.test(word)) return [2, ['w']]; // Oualid
  const longU = word.startsWith('mahm', index - 4) ? /^(?:ou|oo|u|o)(?=d)/.exec(word.slice(index)) : null;
  if (longU) return [longU[0].length, ['w']]; // Mahmoud is not Mohammed
  if (isVowel(letter)) return [1, [atStart ? 'a' : letter.toUpperCase()]];
  if (letter === 'y') return [1, [atStart && isVowel(word[1]) ? 'y' : atStart ? 'a' : 'Y']];
  if (letter === 'w' || letter === 'v') return [1, wawCodes(word, index)];
  const digraph = digraphCodes.find(([letters]) => word.startsWith(letters, index));
  if (digraph) return [digraph[0].length, digraph[1]];
  if (letter === 'h' && index === word.length - 1 && isVowelOrY(word[index - 1])) return [1, ['']];
  if (letter === 'c') return [1, ['eiy'.includes(word[index + 1] ?? '-') ? 's' : 'k']];
  const codes = letterCodes[letter];
  return codes ? [1, codes] : [0, []];
}

/** w/v before a consonant or at the end is the tail of a diphthong (Nowruz); before another vowel than i it may be (Daoud = Dawood). */
function wawCodes(word: string, index: number): readonly string[] {
  const next = word[index + 1];
  if (index === 0 || next === word[index]) return ['w'];
  if (!isVowelOrY(next)) return ['W'];
  return next === 'i' || next === 'y' || word.startsWith('ee', index + 1) ? ['w'] : ['w', 'W'];
}
