// Every mapping of the search fold, named by code point. Changing a row changes what is stored in the index:
// raise FOLD_VERSION in fold.ts with it.
// Reasons: Unicode names of the code points; what Arabic, Persian, Kurdish and Urdu keyboards produce for one and the same letter.

/** Inclusive code point range and what it is. */
export type FoldRange = readonly [from: number, to: number, what: string];
/** Inclusive code point range, the text every code point of it becomes, and what it is. */
export type FoldMapping = readonly [from: number, to: number, into: string, what: string];

/** Deleted wherever they stand: they never separate two words. */
export const foldDeletions: readonly FoldRange[] = [
  [0x0610, 0x061a, 'Arabic honorific signs and small high letters'],
  [0x0621, 0x0621, 'hamza on the line (زهراء = زهرا)'],
  [0x0640, 0x0640, 'tatweel'],
  [0x064b, 0x065f, 'tashkeel, hamza above and below, madda'],
  [0x0670, 0x0670, 'superscript (dagger) alef'],
  [0x0674, 0x0674, 'high hamza (also from the compatibility forms 0675-0678)'],
  [0x06d6, 0x06dc, 'Quranic marks'],
  [0x06df, 0x06e8, 'Quranic marks, small waw and small yeh'],
  [0x06ea, 0x06ed, 'Quranic marks'],
  [0x0897, 0x089f, 'Arabic extended marks'],
  [0x08ca, 0x08e1, 'Arabic extended marks'],
  [0x08e3, 0x08ff, 'Arabic extended marks'],
  [0xfe70, 0xfe7f, 'presentation forms of tashkeel (their decomposition would open a space)'],
  [0xfc5e, 0xfc63, 'isolated shadda ligatures (their decomposition would open a space)'],
  [0xfcf2, 0xfcf4, 'medial shadda ligatures'],
  [0x0300, 0x036f, 'combining marks of Latin letters'],
  [0x00ad, 0x00ad, 'soft hyphen'],
  [0x061c, 0x061c, 'Arabic letter mark'],
  [0x180e, 0x180e, 'Mongolian vowel separator'],
  [0x200b, 0x200f, 'zero width space, ZWNJ (half-space), ZWJ, LRM, RLM'],
  [0x202a, 0x202e, 'bidi embeddings and overrides'],
  [0x2060, 0x2064, 'word joiner, invisible operators'],
  [0x2066, 0x2069, 'bidi isolates'],
  [0xfeff, 0xfeff, 'byte order mark'],
  [0x0027, 0x0027, "apostrophe (O'Brien = OBrien, Sa'id = Said)"],
  [0x0060, 0x0060, 'grave accent typed as apostrophe'],
  [0x00b4, 0x00b4, 'acute accent typed as apostrophe'],
  [0x1ffd, 0x1ffd, 'oxia (canonically the acute accent)'],
  [0x02b9, 0x02bf, 'modifier letters prime, apostrophe, half rings (romanised hamza and ain)'],
  [0x02c8, 0x02c8, 'modifier letter vertical line'],
  [0x2018, 0x201b, 'single quotation marks'],
  [0x2032, 0x2032, 'prime'],
];

/** One letter for all its variants. Looked up after compatibility decomposition and lower-casing. */
export const foldMappings: readonly FoldMapping[] = [
  [0x0622, 0x0623, 'ا', 'alef with madda, with hamza above'],
  [0x0625, 0x0625, 'ا', 'alef with hamza below'],
  [0x0671, 0x0673, 'ا', 'alef wasla, alef with wavy hamza'],
  [0x0675, 0x0675, 'ا', 'high hamza alef'],
  [0x0624, 0x0624, 'و', 'waw with hamza'],
  [0x0676, 0x0677, 'و', 'high hamza waw, u with hamza'],
  [0x06c4, 0x06cb, 'و', 'waw with ring, Kirghiz oe, oe, u, yu, ve'],
  [0x06cf, 0x06cf, 'و', 'waw with dot above'],
  [0x0626, 0x0626, 'ي', 'yeh with hamza'],
  [0x063d, 0x063f, 'ي', 'Farsi yeh with inverted v and dots'],
  [0x0649, 0x0649, 'ي', 'alef maksura'],
  [0x0678, 0x0678, 'ي', 'high hamza yeh'],
  [0x06cc, 0x06ce, 'ي', 'Farsi yeh, yeh with tail, yeh with small v'],
  [0x06d0, 0x06d3, 'ي', 'e, yeh with three dots, yeh barree'],
  [0x063b, 0x063c, 'ك', 'keheh with dots'],
  [0x06a9, 0x06aa, 'ك', 'keheh (Persian kaf), swash kaf'],
  [0x06ac, 0x06ac, 'ك', 'kaf with dot above'],
  [0x06ae, 0x06ae, 'ك', 'kaf with three dots below'],
  [0x0629, 0x0629, 'ه', 'teh marbuta'],
  [0x06be, 0x06be, 'ه', 'heh doachashmee'],
  [0x06c0, 0x06c3, 'ه', 'heh with yeh above, heh goal, teh marbuta goal'],
  [0x06d5, 0x06d5, 'ه', 'ae'],
  [0x06ff, 0x06ff, 'ه', 'heh with inverted v'],
  [0x06ba, 0x06ba, 'ن', 'noon ghunna'],
  [0x0692, 0x0692, 'ر', 'reh with small v (Kurdish)'],
  [0x0694, 0x0695, 'ر', 'reh with small v or dot below (Kurdish)'],
  [0x06b5, 0x06b5, 'ل', 'lam with small v (Kurdish)'],
  [0x00df, 0x00df, 'ss', 'sharp s'],
  [0x00e6, 0x00e6, 'ae', 'ae ligature'],
  [0x0153, 0x0153, 'oe', 'oe ligature'],
  [0x00f8, 0x00f8, 'o', 'o with stroke'],
  [0x0111, 0x0111, 'd', 'd with stroke'],
  [0x0127, 0x0127, 'h', 'h with stroke'],
  [0x0131, 0x0131, 'i', 'dotless i'],
  [0x0142, 0x0142, 'l', 'l with stroke'],
  [0x0167, 0x0167, 't', 't with stroke'],
  [0x00f0, 0x00f0, 'd', 'eth'],
  [0x00fe, 0x00fe, 'th', 'thorn'],
  [0x03c2, 0x03c2, 'σ', 'final sigma'],
];

/** Ten consecutive code points each: they become 0-9. */
export const foldDigits: readonly FoldRange[] = [
  [0x0660, 0x0669, 'Arabic-Indic digits'],
  [0x06f0, 0x06f9, 'extended Arabic-Indic (Persian) digits'],
];

/** Left as they are although their shapes resemble others: they are letters of their own in Persian. */
export const foldKeptDistinct: readonly FoldRange[] = [
  [0x067e, 0x067e, 'peh'],
  [0x0686, 0x0686, 'tcheh'],
  [0x0698, 0x0698, 'jeh'],
  [0x06a4, 0x06a4, 'veh'],
  [0x06af, 0x06af, 'gaf'],
];
