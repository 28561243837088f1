// A person's name as comparable words, whatever it is written with.
import { describe, expect, it } from 'vitest';
import { keyboardReadings } from '@shared/text/keyboard';
import { nameWord, nameWords } from '@shared/text/name-words';
import { wordLikeness } from '@shared/text/word-likeness';

const textOf = (name: string): string =>
  nameWords(name)
    .words.map(({ text }) => text)
    .join(' ');

describe('the words of a name', () => {
  it.each([
    ['د. محمد بن عبد الله القحطاني', 'محمد عبدالله قحطاني'],
    ['Dr. Mohammed bin Abd Al Rahman Al-Qahtani', 'mohammed abdulrahman qahtani'],
    ['Abdurrahman Rashidi', 'abdulrahman rashidi'],
    ['آقای علی‌رضا حسین زاده', 'عليرضا حسينزاده'],
    ['Alireza Hossein Zade', 'alireza hosseinzadeh'],
    ['نور الدين الشامي', 'نورالدين شامي'],
    ['Nour Eddine Shami', 'nouraldin shami'],
    ['Rezaei, Mohammad Ali', 'mohammad ali rezaei'],
    ['أبو القاسم الشابي', 'ابوالقاسم شابي'],
    ['Abu al-Qasim Shabbi', 'abulqasim shabbi'],
    ['السيد سيد محمود', 'سيد محمود'],
    ['سيد أحمد', 'سيد احمد'],
  ])('of %s are %s', (name, words) => {
    expect(textOf(name)).toBe(words);
  });

  it('hold a kunya apart when a whole name follows it', () => {
    const { words, kunya } = nameWords('أبو خالد محمد العتيبي');
    expect(words.map(({ text }) => text)).toEqual(['محمد', 'عتيبي']);
    expect(kunya?.text).toBe('ابوخالد');
    expect(nameWords('أبو خالد').kunya).toBeNull();
  });

  it('are none where there is no letter, and never more than a name has', () => {
    expect(nameWords(' - ').words).toEqual([]);
    expect(nameWords('أحمد '.repeat(40)).words.length).toBeLessThan(10);
  });
});

describe('two words of names', () => {
  const likeness = (left: string, right: string, established: readonly string[] = []) =>
    wordLikeness(nameWord(left), nameWord(right), ({ text }) => established.includes(text));

  it.each([
    ['محمد', 'muhammad'],
    ['mohamed', 'muhammad'],
    ['رضايي', 'rezaee'],
    ['rezaei', 'rezaee'],
    ['قحطاني', 'alqahtani'],
    ['غفاري', 'ghaffari'],
    ['حسينزاده', 'hosseinzadeh'],
    ['اسماعيل', 'اسمعيل'],
  ])('%s and %s are one name', (left, right) => {
    expect(likeness(left, right)).toBe('spelled');
  });

  it.each([
    ['حسن', 'حسين'],
    ['حسن', 'hussein'],
    ['hassan', 'hossein'],
    ['سعد', 'سعيد'],
    ['saad', 'سعيد'],
    ['ريم', 'rima'],
    ['حامد', 'حميد'],
    ['محمد', 'محمود'],
    ['امير', 'امين'],
    ['سلمان', 'سليمان'],
  ])('%s and %s are two names', (left, right) => {
    expect(likeness(left, right)).toBe('different');
  });

  it('with a letter astray are a slip, unless both are names that people bear', () => {
    expect(likeness('كريمپور', 'كرينپور')).toBe('near');
    expect(likeness('حسيني', 'حسني')).toBe('near');
    expect(likeness('حسيني', 'حسني', ['حسيني', 'حسني'])).toBe('different');
  });

  it('agree by their initial', () => {
    expect(likeness('m', 'mohammad')).toBe('initial');
    expect(likeness('m', 'ali')).toBe('different');
  });
});

describe('a text on the wrong keyboard', () => {
  it.each([
    ['lpl] vqhzd', 'محمد رضائي'],
    ['قثئش', 'reza'],
    ['اشسسشى', 'hassan'],
    ["th'lm hgd,st", 'فاطمة اليوسف'],
    ['شمه قثئش', 'ali reza'],
  ])('%s is read as %s', (typed, meant) => {
    expect(keyboardReadings(typed).meant).toContain(meant);
  });

  it.each(['Jane Smith', 'محمد علي', 'فاطمة الزهراء', 'Abdulrahman Al-Qahtani', "Sa'id O'Connor", ''])(
    '%s is left as it is',
    (text) => {
      expect(keyboardReadings(text).isSenseless).toBe(false);
      expect(keyboardReadings(text).meant).toEqual([]);
    },
  );

  it('stays readable as it is when it may be a name: Schwartz', () => {
    expect(keyboardReadings('Schwartz').isSenseless).toBe(false);
  });
});
