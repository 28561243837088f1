// Short things offices note about people in the three languages: preferences, notes, role terms.

import type { PreferenceInput, Script } from './types';

type Phrases = Readonly<Record<Script, readonly string[]>>;

export const noteLines: Phrases = {
  arabic: [
    'يفضل التواصل بعد صلاة العصر.',
    'الملف الورقي محفوظ في الأرشيف القديم.',
    'طلب إرسال الفواتير بالبريد فقط.',
    'يحتاج إلى موقف قريب من المدخل.',
    'تم تحديث البيانات عند آخر زيارة.',
    'التأمين عن طريق جهة العمل.',
  ],
  persian: [
    'تماس فقط بعد از ساعت ۱۶.',
    'پرونده کاغذی در بایگانی قدیم است.',
    'صورتحساب‌ها با پست فرستاده شود.',
    'برای ورود به آسانسور نیاز دارد.',
    'اطلاعات در آخرین مراجعه به‌روز شد.',
    'بیمه تکمیلی از طرف محل کار.',
  ],
  latin: [
    'Prefers to be called in the late afternoon.',
    'Paper file is in the old archive.',
    'Invoices by post only, please.',
    'Needs a parking place near the entrance.',
    'Details confirmed at the last visit.',
    'Insured through the employer.',
  ],
};

export const bestTimes: Phrases = {
  arabic: ['صباحا قبل العاشرة', 'بعد العصر', 'مساء الأحد والثلاثاء', 'أي وقت عدا الجمعة'],
  persian: ['صبح‌ها پیش از ۱۰', 'عصرها', 'یکشنبه و سه‌شنبه عصر', 'هر وقت جز جمعه'],
  latin: ['mornings before ten', 'late afternoon', 'Sunday and Tuesday evenings', 'any time but Friday'],
};

export const likings: Phrases = {
  arabic: ['القهوة العربية', 'كرة القدم', 'الرسائل القصيرة بدل الاتصال', 'الحديث عن الأحفاد', 'الرحلات البرية'],
  persian: ['چای تازه‌دم', 'کوهنوردی', 'پیامک به‌جای تماس', 'گفتگو درباره نوه‌ها', 'باغبانی'],
  latin: ['strong tea', 'cricket', 'text messages rather than calls', 'talking about the grandchildren', 'gardening'],
};

export const accessNeeds: Phrases = {
  arabic: ['كرسي متحرك', 'ضعف سمع: يفضل الرسائل', 'خط كبير في المطبوعات'],
  persian: ['صندلی چرخدار', 'کم‌شنوا؛ پیامک بهتر است', 'چاپ با حروف درشت'],
  latin: ['uses a wheelchair', 'hard of hearing: prefers messages', 'large print'],
};

export const channels = ['phone', 'message', 'letter'] as const;

/** One preference of the key, in the words of the script. */
export function preferenceOf(
  key: 'best-time' | 'likes' | 'accessibility',
  script: Script,
  place: number,
): PreferenceInput {
  const lists = { 'best-time': bestTimes, likes: likings, accessibility: accessNeeds };
  const list = lists[key][script];
  return { key, value: list[place % list.length]! };
}
