// Amounts read out: the forms that Arabic, Persian and English ask of a number and of what it counts.
import { describe, expect, it } from 'vitest';
import { amountInWords, tomanInWords } from '@shared/locale/amount-words/amount-words';

const table = (language: 'ar' | 'fa' | 'en', rows: readonly (readonly [number | string, string, string])[]) =>
  expect(rows.map(([minor, currency]) => [minor, currency, amountInWords(minor, currency, language)])).toEqual(rows);

describe('in Arabic', () => {
  it('nought, one, two and three to ten each have a form of their own, and the numeral is of the other gender', () => {
    table('ar', [
      [0, 'KWD', 'صفر دينار كويتي'],
      [1000, 'KWD', 'دينار كويتي واحد'],
      [2000, 'KWD', 'ديناران كويتيان'],
      [3000, 'KWD', 'ثلاثة دنانير كويتية'],
      [10_000, 'KWD', 'عشرة دنانير كويتية'],
      [100, 'SYP', 'ليرة سورية واحدة'],
      [200, 'SYP', 'ليرتان سوريتان'],
      [300, 'SYP', 'ثلاث ليرات سورية'],
      [800, 'SYP', 'ثماني ليرات سورية'],
      [1000, 'SYP', 'عشر ليرات سورية'],
    ]);
  });

  it('from eleven to ninety-nine what is counted stands in the accusative', () => {
    table('ar', [
      [11_000, 'KWD', 'أحد عشر ديناراً كويتياً'],
      [12_000, 'KWD', 'اثنا عشر ديناراً كويتياً'],
      [19_000, 'KWD', 'تسعة عشر ديناراً كويتياً'],
      [22_000, 'KWD', 'اثنان وعشرون ديناراً كويتياً'],
      [99_000, 'KWD', 'تسعة وتسعون ديناراً كويتياً'],
      [1100, 'SYP', 'إحدى عشرة ليرة سورية'],
      [1800, 'SYP', 'ثماني عشرة ليرة سورية'],
      [2100, 'SYP', 'إحدى وعشرون ليرة سورية'],
      [2800, 'SYP', 'ثمانٍ وعشرون ليرة سورية'],
    ]);
  });

  it('after hundreds, thousands and millions it stands in the genitive, and a dual before it loses its ending', () => {
    table('ar', [
      [10_000, 'SAR', 'مئة ريال سعودي'],
      [20_000, 'SAR', 'مئتا ريال سعودي'],
      [100_000, 'SAR', 'ألف ريال سعودي'],
      [200_000, 'SAR', 'ألفا ريال سعودي'],
      [220_000, 'SAR', 'ألفان ومئتا ريال سعودي'],
      [300_000, 'SAR', 'ثلاثة آلاف ريال سعودي'],
      [1_100_000, 'SAR', 'أحد عشر ألف ريال سعودي'],
      [1_105_000, 'SAR', 'أحد عشر ألفاً وخمسون ريالاً سعودياً'],
      [200_000_000, 'SAR', 'مليونا ريال سعودي'],
      [300_000_000, 'SAR', 'ثلاثة ملايين ريال سعودي'],
      ['100000000000000', 'IRR', 'مئة تريليون ريال إيراني'],
    ]);
  });

  it('one and two above a hundred are said so that nobody reads another number', () => {
    table('ar', [
      [10_100, 'SAR', 'مئة وريال سعودي واحد'],
      [10_200, 'SAR', 'مئة وريالان سعوديان'],
      [10_100_000, 'SAR', 'مئة ألف وألف ريال سعودي'],
      [10_200_000, 'SAR', 'مئة ألف وألفا ريال سعودي'],
      [20_250_000, 'SAR', 'مئتا ألف وألفان وخمسمئة ريال سعودي'],
    ]);
  });

  it('the smaller part follows, with three decimals of the dinar and none of the rial of Iran', () => {
    table('ar', [
      [125_500, 'KWD', 'مئة وخمسة وعشرون ديناراً كويتياً وخمسمئة فلس'],
      [1, 'KWD', 'فلس واحد'],
      [2, 'KWD', 'فلسان'],
      [105, 'SAR', 'ريال سعودي واحد وخمس هللات'],
      [123_456_789, 'SAR', 'مليون ومئتان وأربعة وثلاثون ألفاً وخمسمئة وسبعة وستون ريالاً سعودياً وتسع وثمانون هللة'],
      [150, 'CHF', 'فرنك سويسري واحد (50/100)'],
    ]);
  });
});

describe('in Persian', () => {
  it('every part is joined by "and", and what is counted keeps its form', () => {
    table('fa', [
      [0, 'IRR', 'صفر ریال'],
      [1, 'IRR', 'یک ریال'],
      [12, 'IRR', 'دوازده ریال'],
      [1000, 'IRR', 'هزار ریال'],
      [1_000_000, 'IRR', 'یک میلیون ریال'],
      [1_234_567, 'IRR', 'یک میلیون و دویست و سی و چهار هزار و پانصد و شصت و هفت ریال'],
      [125_500, 'KWD', 'صد و بیست و پنج دینار کویت و پانصد فلس'],
      [150, 'CHF', 'یک فرانک سوئیس (۵۰/۱۰۰)'],
    ]);
  });

  it('a toman is ten rials', () => {
    expect([1_000_000, 25, 5, 0].map((rials) => tomanInWords(rials))).toEqual([
      'صد هزار تومان',
      'دو تومان و پنج ریال',
      'پنج ریال',
      'صفر تومان',
    ]);
  });
});

describe('in English', () => {
  it('tens are hyphened, hundreds are joined by "and", and one is single', () => {
    table('en', [
      [0, 'KWD', 'zero Kuwaiti dinars'],
      [1000, 'KWD', 'one Kuwaiti dinar'],
      [125_500, 'KWD', 'one hundred and twenty-five Kuwaiti dinars and five hundred fils'],
      [100_500, 'SAR', 'one thousand and five Saudi riyals'],
      [220_000, 'SAR', 'two thousand two hundred Saudi riyals'],
      [1_234_567, 'IRR', 'one million two hundred and thirty-four thousand five hundred and sixty-seven Iranian rials'],
    ]);
  });
});

it('an amount below nought, or one that no language here has words for, is refused', () => {
  expect(() => amountInWords(-1, 'SAR', 'ar')).toThrow(RangeError);
  expect(() => amountInWords('9'.repeat(30), 'SAR', 'fa')).toThrow(RangeError);
});
