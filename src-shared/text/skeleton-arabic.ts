// Consonant codes of a word in Arabic letters (Arabic or Persian), chosen to meet the codes of its Latin romanisations.
import { appendTo, consonantsOf, withoutTail } from './skeleton-codes';
import type { Codes } from './skeleton-codes';

/** Codes of one letter: the first is the usual romanisation's, the others meet the rarer ones. Vowel letters: their mark. */
const letterCodes: Readonly<Record<string, readonly string[]>> = {
  ب: ['b'],
  پ: ['b'], // Arabic has no peh: بارسا = پارسا
  ت: ['t'],
  ط: ['t'],
  ث: ['s'],
  س: ['s'],
  ص: ['s'],
  ج: ['j'],
  ژ: ['j'],
  چ: ['c'],
  ش: ['c'], // French romanisation writes ch for sheen
  ح: ['h'],
  ه: ['h'],
  خ: ['x'],
  د: ['d'],
  ذ: ['z', 'd'], // معاذ = Moaz, ذياب = Diab
  ز: ['z'],
  ظ: ['z'],
  ض: ['z', 'd'], // رضا = Reza, Rida
  ر: ['r'],
  ف: ['f'],
  ڤ: ['w'],
  ق: ['k'],
  ك: ['k'],
  غ: ['k'], // قاسم = Qasem, Ghasem; غازی = Ghazi, Qazi
  گ: ['k'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  ا: ['1'],
  ع: ['0'],
  ي: ['2'],
};

/** Letters that, with a following heh or hah, look like one Latin digraph: فتحي = Fathi, إسحاق = Ishaq, أزهر = Azhar, أدهم = Adham. */
const digraphCodes: Readonly<Record<string, string>> = { ت: 's', س: 'c', ز: 'j', ظ: 'j', د: 'd', ك: 'x' };

const isSilentEnd = (letter: string | undefined): boolean => letter === 'ه' || letter === 'ح';

/** Code variants of a folded word in Arabic letters; the first is the primary one. Empty when a letter is unknown. */
export function arabicCodes(word: string): Codes {
  if (word.startsWith('عبدال') && word.length > 6) return afterServant(word.slice(5));
  if (word === 'الله') return ['al'];
  const whole = arabicPart(word, true);
  if (!word.startsWith('ال') || word.length < 4) return whole;
  const bare = arabicPart(word.slice(2), true).filter((code) => consonantsOf(code).length >= 2);
  if (bare.length === 0) return whole;
  return 'اعيو'.includes(word[2] ?? '') ? [...bare, ...whole] : bare;
}

/** عبدالله, عبدالرحمن …: "Abd" and the rest without its article, whose vowel and sound differ in every romanisation. */
function afterServant(rest: string): Codes {
  const codes = arabicPart(rest.startsWith('له') ? 'ل' : rest, false);
  return codes.map((code) => `abd${code}`);
}

function arabicPart(word: string, initial: boolean): Codes {
  const letters = [...word.replace(/(?<=..)الدين$/, 'دين')]; // نورالدين = Nouraldin, Noureddine
  if (letters.length > 2 && isSilentEnd(letters.at(-1))) return endVariants(letters, initial);
  return arabicLetters(letters, initial);
}

/** A final heh or hah is hardly ever heard or written in Latin; after alef it may stand for teh marbuta (حياة = Hayat). */
function endVariants(letters: readonly string[], initial: boolean): Codes {
  const body = letters.slice(0, -1);
  const beforeEnd = body.at(-1) ?? '';
  const end = letters.at(-1);
  const silent = arabicLetters(body, initial, end);
  if (end === 'ه' && beforeEnd === 'ا') return appendTo(silent, ['', 't']);
  if (end === 'ح' && digraphCodes[beforeEnd] !== undefined) {
    return [...silent, ...withoutTail(silent, 1, digraphCodes[beforeEnd])];
  }
  return silent;
}

function arabicLetters(letters: readonly string[], initial: boolean, end?: string): Codes {
  let codes: Codes = [''];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    const next = letters[index + 1] ?? end;
    const atStart = initial && index === 0;
    if (letter === 'ل' && letters[index - 1] === 'ل') continue;
    const letterVariants = letter === 'و' ? wawCodes(letters, index, end) : letterCodes[letter];
    if (letterVariants === undefined) return [];
    if (atStart && (letter === 'ا' || letter === 'ع')) codes = appendTo(codes, ['a']);
    else if (atStart && letter === 'ي') codes = appendTo(codes, ['y']);
    else if (isSilentEnd(next) && index + 1 < letters.length && digraphCodes[letter] !== undefined) {
      codes = appendTo(codes, [`${letterVariants[0] ?? ''}h`, digraphCodes[letter]]);
      index += 1;
    } else codes = appendTo(codes, letterVariants);
  }
  return codes;
}

/** Waw is a consonant at the start and before alef, yeh or a final heh, else the vowel u/o. */
function wawCodes(letters: readonly string[], index: number, end: string | undefined): readonly string[] {
  const next = letters[index + 1] ?? end;
  if (index === 0) return ['w'];
  const before = letters.slice(0, index).join('');
  if (next === 'د' && before.endsWith('محم')) return ['w']; // محمود is not محمد
  if (next === 'ا' && /^(?:اب|ذ)$/.test(before) && letters[index + 2] === 'ل') return ['3']; // ابوالفضل = Abolfazl, ذوالفقار = Zulfiqar
  if (next === 'ا') return letters[index - 1] === 'خ' ? ['', 'w'] : ['w']; // خواجه = Khajeh, إخوان = Ikhwan
  if (next === 'ي') return letters[index + 2] === 'ا' ? ['3'] : ['w']; // رویا = Roya, نوید = Navid
  if (next === 'ه' && index + 1 >= letters.length) return ['w']; // کاوه = Kaveh
  return next === 'و' ? ['w'] : ['3'];
}
