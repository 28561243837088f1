// What goes wrong when one person is written down a second time.

import type { Person, Random } from './people';

const neighbours: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
  ا: 'تل',
  ب: 'لي',
  ت: 'نا',
  ث: 'صق',
  ج: 'حد',
  ح: 'خج',
  خ: 'هح',
  د: 'ج',
  ر: 'ؤل',
  س: 'شي',
  ش: 'س',
  ص: 'ضث',
  ض: 'ص',
  ع: 'غه',
  غ: 'فع',
  ف: 'قغ',
  ق: 'ثف',
  ك: 'من',
  ک: 'مگ',
  ل: 'با',
  م: 'نك',
  ن: 'تم',
  ه: 'عخ',
  و: 'ةز',
  ي: 'سب',
  ی: 'سب',
  پ: 'چ',
  ژ: 'ز',
  ز: 'و',
};

/** One slip of the hand in a word of at least five letters, never in the first letter. */
export function slip(random: Random, name: string): string {
  const words = name.split(' ');
  const places = words.flatMap((word, index) => (word.length >= 5 ? [index] : []));
  if (places.length === 0) return name;
  const at = random.pick(places);
  words[at] = slipInWord(random, words[at]!);
  return words.join(' ');
}

function slipInWord(random: Random, word: string): string {
  const at = 2 + random.below(word.length - 3);
  const letter = word[at]!;
  const ways = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word[at + 1]! + letter + word.slice(at + 2),
    () => word.slice(0, at) + random.pick([...(neighbours[letter.toLowerCase()] ?? 'ن')]) + word.slice(at + 1),
  ];
  return random.pick(ways)();
}

/** The other keyboard's letters, hamzas left out, vowels written, half-spaces lost. */
export function respell(random: Random, name: string): string {
  const ways: readonly ((text: string) => string)[] = [
    (text) => text.replace(/[أإآ]/g, 'ا'),
    (text) => text.replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
    (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
    (text) => text.replace(/ي(?=\s|$)/g, 'ى'),
    (text) => text.replace(/ة(?=\s|$)/g, 'ه'),
    (text) => text.replaceAll('\u200c', ' '),
    (text) => text.replaceAll('\u200c', ''),
    (text) => text.replace('محمد', 'مُحَمَّد').replace('حس', 'حـس'),
    (text) => text.replace(/(?<=\S)ا(?=\S)/, 'ا\u0640'),
    (text) => text.toUpperCase(),
    (text) => text.replaceAll('-', ' '),
    (text) => text.replace('Al-', 'al-').replace('ee', 'i').replace('ou', 'u'),
  ];
  const changed = ways.map((way) => way(name)).filter((text) => text !== name);
  return changed.length === 0 ? name : random.pick(changed);
}

const titles: Readonly<Record<'arabic' | 'persian' | 'latin', readonly string[]>> = {
  arabic: ['د.', 'السيد', 'الأستاذ', 'المهندس', 'الحاج', 'الشيخ'],
  persian: ['دکتر', 'آقای', 'خانم', 'مهندس', 'حاج', 'سرکار خانم', 'جناب آقای'],
  latin: ['Dr.', 'Mr', 'Mrs.', 'Eng.', 'Prof.', 'Haj'],
};

export function withTitle(random: Random, name: string, person: Person): string {
  const list = /[a-z]/i.test(name) ? titles.latin : titles[person.people];
  const title = random.pick(list.filter((one) => !/خانم|Mrs/.test(one) || person.gender === 'female'));
  return `${title} ${name}`;
}

const arabicKeys = new Map(
  "ض q ص w ث e ق r ف t غ y ع u ه i خ o ح p ج [ د ] ش a س s ي d ب f ل g ا h ت j ن k م l ك ; ط ' ئ z ء x ؤ c ر v ى n ة m و , ز . ظ / ذ ` أ H إ Y ی d ک ; گ ' پ m ژ C آ N"
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, key, index, all) => (index % 2 === 0 ? [...pairs, [key, all[index + 1]!]] : pairs),
      [],
    ),
);
const latinKeys = new Map(
  'q ض w ص e ث r ق t ف y غ u ع i ه o خ p ح a ش s س d ي f ب g ل h ا j ت k ن l م z ئ x ء c ؤ v ر b لا n ى m ة'
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, key, index, all) => (index % 2 === 0 ? [...pairs, [key, all[index + 1]!]] : pairs),
      [],
    ),
);

/** Every key as it was hit, with the other layout switched on. */
export function onWrongKeyboard(name: string): string {
  const keys = /[a-z]/i.test(name) ? latinKeys : arabicKeys;
  return [...name.toLowerCase().replaceAll('-', ' ').replaceAll('\u200c', '')]
    .map((letter) => keys.get(letter) ?? letter)
    .join('');
}

/** Day and month turned round, another calendar's year kept as it was, or a day lost between two calendars. */
export function slipDate(random: Random, born: readonly [number, number, number], people: Person['people']): string {
  const [year, month, day] = born;
  const text = (...parts: number[]): string => parts.map((part) => String(part).padStart(2, '0')).join('-');
  if (day <= 12 && day !== month && random.chance(0.5)) return text(year, day, month);
  const calendar = people === 'persian' ? 'persian' : 'islamic-umalqura';
  const parts = new Intl.DateTimeFormat('en-u-nu-latn', {
    calendar,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(Date.UTC(year, month - 1, day));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)!.value);
  return text(part('year'), part('month'), Math.min(part('day'), 28));
}
