// Numbers read out in Arabic with what is counted, as documents write them: the numeral's gender is against the noun's from three to ten,
// the dual is one word, what is counted stands in the plural after 3–10, in the accusative after 11–99, in the genitive after hundreds.

import { groupsOfThree, type ArabicNoun } from './noun';

type Gender = ArabicNoun['gender'];

const hundreds = ['', 'مئة', 'مئتان', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'];
const tens = ['', 'عشرة', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'];

/** Three to ten, as they stand with a masculine and with a feminine noun. */
const digits: Readonly<Record<Gender, readonly string[]>> = {
  masculine: ['', '', '', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
  feminine: ['', '', '', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
};
const teens: Readonly<Record<Gender, { readonly eleven: string; readonly twelve: string; readonly ten: string }>> = {
  masculine: { eleven: 'أحد عشر', twelve: 'اثنا عشر', ten: 'عشر' },
  feminine: { eleven: 'إحدى عشرة', twelve: 'اثنتا عشرة', ten: 'عشرة' },
};
/** Before "and twenty": one and two agree with the noun, and eight of the feminine loses its ending. */
const beforeTens: Readonly<Record<Gender, readonly string[]>> = {
  masculine: ['', 'واحد', 'اثنان'],
  feminine: ['', 'إحدى', 'اثنتان', '', '', '', '', '', 'ثمانٍ'],
};

interface Scale extends ArabicNoun {
  /** Right before what is counted: ألفا دينار. */
  readonly twoOf: string;
}
const scale = (one: string, few: string): Scale => ({
  gender: 'masculine',
  one,
  two: `${one}ان`,
  twoOf: `${one}ا`,
  few,
  many: `${one}اً`,
});
const scales = [
  scale('ألف', 'آلاف'),
  scale('مليون', 'ملايين'),
  scale('مليار', 'مليارات'),
  scale('تريليون', 'تريليونات'),
  scale('كوادريليون', 'كوادريليونات'),
];
export const ARABIC_REACH = 10n ** BigInt(3 * (scales.length + 1));

/** مئة وخمسة وعشرون ديناراً كويتياً. `value` is at least 0 and below `ARABIC_REACH`. */
export function arabicCount(value: bigint, noun: ArabicNoun): string {
  if (value === 0n) return `صفر ${noun.one}`;
  const groups = groupsOfThree(value);
  const lowest = groups[0] ?? 0;
  const higher = groups.flatMap((group, index) =>
    index === 0 || group === 0 ? [] : [{ group, name: scales[index - 1]! }],
  );
  // The last of the higher ones is bound to what is counted when nothing comes between.
  const parts = higher.map(({ group, name }, index) => scaled(group, name, lowest === 0 && index === 0)).toReversed();
  if (lowest === 0) return `${parts.join(' و')} ${noun.one}`;
  return [...parts, counted(lowest, noun)].join(' و');
}

/** Below a thousand, with what is counted. */
function counted(value: number, noun: ArabicNoun): string {
  const last = value % 100;
  const above = Math.floor(value / 100);
  if (last === 0) return `${bound(above)} ${noun.one}`;
  const before = above === 0 ? [] : [hundreds[above]!];
  if (last > 2) return `${[...before, small(last, noun.gender)].join(' و')} ${last > 10 ? noun.many : noun.few}`;
  const single = noun.gender === 'feminine' ? 'واحدة' : 'واحد';
  const alone = last === 2 ? noun.two : `${noun.one} ${single}`;
  return [...before, alone].join(' و');
}

/** So many thousands, millions …; one and two above a hundred are said again (مئة ألف وألفان), for مئة وألفان would be 2,100. */
function scaled(group: number, name: Scale, isBound: boolean): string {
  const last = group % 100;
  const above = Math.floor(group / 100);
  const rest = last === 1 ? name.one : last === 2 ? (isBound ? name.twoOf : name.two) : null;
  if (rest !== null) return above === 0 ? rest : `${bound(above)} ${name.one} و${rest}`;
  if (last === 0) return `${bound(above)} ${name.one}`;
  const number = [...(above === 0 ? [] : [hundreds[above]!]), small(last, name.gender)].join(' و');
  return `${number} ${last <= 10 ? name.few : isBound ? name.one : name.many}`;
}

/** Two hundred loses its ending before what is counted. */
const bound = (above: number): string => (above === 2 ? 'مئتا' : hundreds[above]!);

/** 3 to 99. */
function small(value: number, gender: Gender): string {
  if (value <= 10) return digits[gender][value]!;
  const unit = value % 10;
  const { eleven, twelve, ten } = teens[gender];
  if (value === 11) return eleven;
  if (value === 12) return twelve;
  if (value < 20) return `${digits[gender][unit]!} ${ten}`;
  const ofTen = tens[Math.floor(value / 10)]!;
  return unit === 0 ? ofTen : `${beforeTens[gender][unit] || digits[gender][unit]!} و${ofTen}`;
}
