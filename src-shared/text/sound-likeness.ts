// Whether two soundings (skeletons with their vowels) can be one spoken name: حسين = Hussein = Hossein, but not حسن.

/** How many vowels contradict each other; null when the consonants differ. */
export function vowelConflicts(left: string, right: string): number | null {
  const first = slotsOf(left);
  const second = slotsOf(right);
  if (first.consonants !== second.consonants) return null;
  let conflicts = 0;
  for (let slot = 0; slot < first.vowels.length; slot += 1) {
    const place = { slot, isLast: slot === first.vowels.length - 1 };
    if (!agree(first.vowels[slot] ?? '', second.vowels[slot] ?? '', place)) conflicts += 1;
  }
  return conflicts;
}

interface Slots {
  readonly consonants: string;
  /** The vowel marks after each consonant. */
  readonly vowels: readonly string[];
}

/** Pure memo: the soundings of a base's names are few and compared over and over. */
const memo = new Map<string, Slots>();
const MEMO_SIZE = 20_000;

function slotsOf(code: string): Slots {
  const known = memo.get(code);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const slots = {
    consonants: code.replace(/[^a-z]/g, ''),
    vowels: [...code.matchAll(/[a-z]([^a-z]*)/g)].map(([, vowels]) => vowels ?? ''),
  };
  memo.set(code, slots);
  return slots;
}

interface Place {
  readonly slot: number;
  readonly isLast: boolean;
}

/** Classes of vowel a mark may stand for, as bits. */
const A = 1;
const I = 2;
const U = 4;
const classes: Readonly<Record<string, number>> = {
  '1': A,
  '2': I,
  '3': U,
  A,
  E: A | I, // Ahmed, Fatemeh
  I,
  Y: I,
  O: U,
  U,
  W: U,
};

function agree(left: string, right: string, place: Place): boolean {
  if (left === right) return true;
  const digits = /^[0-9]*$/;
  if (digits.test(left) && digits.test(right)) return agreeInArabic(left, right, place);
  if (left === '' || right === '') return isShort(left + right);
  return (classOf(left, place) & classOf(right, place)) !== 0;
}

/**
 * Vowel letters of Arabic script are always written, so a different one is another name (سعد, سعيد), with two exceptions: an
 * alef late in a long word (إسمعيل), and the end of a word, where ى, ا and ه stand for each other.
 */
function agreeInArabic(left: string, right: string, { slot, isLast }: Place): boolean {
  const differing = left.length > right.length ? left.replace(right, '') : right.replace(left, '');
  if (isLast) return !`${left}${right}`.includes('3') || left === right;
  if (differing === '0') return true;
  return slot >= 2 && differing === '1';
}

/** A short vowel is not written in Arabic script and often left out in Latin script. */
const isShort = (vowels: string): boolean => vowels.length === 1 && /[AEIOUW0]/.test(vowels);

function classOf(vowels: string, { isLast }: Place): number {
  // An ain by itself may be heard as any vowel.
  if (vowels === '0') return A | I | U;
  let bits = 0;
  for (const mark of vowels) bits |= classes[mark] ?? 0;
  // ى at the end is read a: موسى = Musa.
  if (isLast && vowels.endsWith('2')) bits |= A;
  // ee is a long i, never the e of Ahmed.
  return vowels === 'EE' ? I : bits;
}
