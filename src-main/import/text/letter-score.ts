// Tells which single-byte code page makes words of a text, by how often each letter occurs in Arabic and Persian.

/**
 * Per mille of letters in running Arabic and Persian name-and-address text, rounded; both keyboards' yeh and kaf are listed.
 * Only the order of magnitude matters: the score compares code pages, it does not identify a language.
 */
const ARABIC_LETTERS: ReadonlyMap<number, number> = new Map(
  Object.entries({
    ا: 140,
    ل: 95,
    ي: 62,
    ی: 62,
    م: 64,
    و: 52,
    ن: 58,
    ر: 62,
    ت: 38,
    ب: 38,
    ع: 36,
    د: 46,
    ه: 42,
    ة: 18,
    س: 34,
    ف: 20,
    ح: 28,
    ق: 18,
    ك: 16,
    ک: 16,
    ش: 20,
    أ: 16,
    ج: 15,
    ص: 12,
    خ: 12,
    ط: 9,
    ز: 14,
    ى: 10,
    ض: 6,
    ث: 5,
    ذ: 5,
    غ: 6,
    ظ: 3,
    إ: 6,
    آ: 6,
    ء: 4,
    ئ: 4,
    ؤ: 2,
    پ: 8,
    چ: 4,
    گ: 8,
    ژ: 1,
  }).map(([letter, share]) => [letter.codePointAt(0) ?? 0, Math.log(share / 1000)] as const),
);

/** Western European letters of code page 1252 that occur in names and addresses. */
const LATIN_LETTERS: ReadonlyMap<number, number> = new Map(
  [...'éèêëàâäáãåçîïíìñôöóòõûüúùøæßÉÈÀÄÖÜÇÑØÅÁÍÓÚœŒýÿ'].map(
    (letter) => [letter.codePointAt(0) ?? 0, Math.log(0.03)] as const,
  ),
);

const UNLIKELY_LETTER = Math.log(0.0008);
const NOT_A_LETTER = Math.log(0.0002);
const REPLACEMENT = 0xfffd;

/**
 * Mean log-likelihood per non-ASCII character of `text`, higher is better; null when there is none.
 * A letter of one script glued to a letter of the other costs as much as a symbol: words are not mixed.
 */
export function letterScore(text: string): number | null {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    count += 1;
    sum += characterScore(code) + (gluedAcrossScripts(text, index, code) ? NOT_A_LETTER : 0);
  }
  return count === 0 ? null : sum / count;
}

function characterScore(code: number): number {
  const known = ARABIC_LETTERS.get(code) ?? LATIN_LETTERS.get(code);
  if (known !== undefined) return known;
  if (code === REPLACEMENT || (code >= 0x80 && code < 0xa0)) return NOT_A_LETTER * 2;
  // Punctuation, marks and spaces that real exports hold: ، ؛ ؟ tatweel, harakat, ZWNJ, no-break space, « » – ’
  if (
    code === 0xa0 ||
    code === 0x200c ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x60c && code <= 0x61f) ||
    (code >= 0x640 && code <= 0x652)
  )
    return Math.log(0.01);
  if (code >= 0x2010 && code <= 0x2026) return Math.log(0.005);
  return (code >= 0x620 && code <= 0x6ff) || (code >= 0xc0 && code <= 0x24f) ? UNLIKELY_LETTER : NOT_A_LETTER;
}

function gluedAcrossScripts(text: string, index: number, code: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index + 1);
  if (code >= 0x620 && code <= 0x6ff) return isLatinLetter(before) || isLatinLetter(after);
  if (code >= 0xc0 && code <= 0x24f) return isArabicLetter(before) || isArabicLetter(after);
  return false;
}

function isLatinLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f);
}

function isArabicLetter(code: number): boolean {
  return code >= 0x620 && code <= 0x6ff;
}
