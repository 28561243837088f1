// The words of the house: one name for one thing in every topic, so that a receptionist learns it once.
import { describe, expect, test } from 'vitest';
import { messagesByLanguage } from '@shared/locale/messages/index';

/** Another word for the same thing, and the word that was chosen. */
const persian: Readonly<Record<string, string>> = {
  رایانامه: 'ایمیل',
  دورنگار: 'فکس',
  درون‌برد: 'درون‌ریزی',
  پالای: 'فیلتر',
  گاه‌شمار: 'تقویم',
  گشود: 'باز کردن',
  برگزی: 'انتخاب',
  گزینش: 'انتخاب',
  رکورد: 'پرونده',
  'رمز بازیابی': 'کد بازیابی',
};
const arabic: Readonly<Record<string, string>> = {
  'رمز الاستعادة': 'رمز الاسترداد',
  مؤسسة: 'جهة',
  المؤسسات: 'الجهات',
  الأدوار: 'الصفات',
  الدولة: 'البلد',
  مختلق: 'مخترع',
};

describe('glossary', () => {
  test.each([
    ['fa', persian],
    ['ar', arabic],
  ] as const)('one thing has one name in every %s topic', (language, retired) => {
    const strays = Object.entries(messagesByLanguage[language]).flatMap(([id, words]) =>
      Object.entries(retired)
        .filter(([word]) => words.includes(word))
        .map(([word, chosen]) => `${id}: ${word} → ${chosen}`),
    );
    expect(strays).toEqual([]);
  });

  test('a Persian file is a فایل, because a پرونده is a record', () => {
    const aboutFiles = Object.entries(messagesByLanguage.en).filter(
      ([id, words]) => /\bfiles?\b/i.test(words) && !/\brecords?\b/i.test(words) && id in messagesByLanguage.fa,
    );
    expect(aboutFiles.filter(([id]) => messagesByLanguage.fa[id]?.includes('پرونده')).map(([id]) => id)).toEqual([]);
  });
});
