// Invented names in three languages from stock parts, the same for the same seed.
import type { Language } from '@shared/locale/language';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const given: Readonly<Record<Language, string>> = {
  ar: 'أحمد إبراهيم إسماعيل آدم أمينة آمنة إيمان بدر باسم بثينة تامر تركي ثامر ثريا جابر جمال جميلة حسن حسين حمزة خالد خديجة دانة داود ذياب راشد رائد رؤى رضا زهراء زياد زينب سعد سعيد سلمى شريف شيماء صالح صفاء ضياء طارق طه ظافر عائشة عبدالله عبدالرحمن عثمان علي عمر غادة غازي فاطمة فهد فيصل قاسم كريم كوثر لؤي ليلى ليان محمد محمود مريم مؤمن منى نادر نورة هاشم هدى هناء وائل وليد ياسر يحيى يوسف يسرى',
  fa: 'آرش آزاده آناهیتا احمد اردشیر الهام امیر ایمان بابک باران بهرام پارسا پروانه پریسا پویا ترانه تینا ثریا جواد جهان چمن حامد حسین حمید خسرو دارا داریوش رضا رویا روزبه زهرا زیبا ژاله ژینا سارا سپیده سعید سمیرا شیرین شهرام صادق صبا طاهره عارف علی علیرضا غلام فاطمه فرهاد قاسم کاوه کیوان گلناز گیتی لاله لیلا مریم مهدی مینا نادر نازنین نرگس نوید وحید ویدا هادی هومن هدیه یاسمین یوسف یلدا',
  en: 'Adam Alice Amelia Anna Basil Beatrice Ben Caleb Cara Chloe Daniel Dora Edith Elena Evan Felix Fiona George Grace Hana Harry Ian Ivy Jack Jane Karim Kate Leo Lena Mark Maya Nadia Noah Olga Omar Paul Petra Quinn Rana Rose Sam Sara Tom Tara Una Vera Victor Wael Wendy Xenia Yara Yusuf Zaid Zoe',
};

const family: Readonly<Record<Language, string>> = {
  ar: 'الأحمدي الإدريسي البناء التميمي الثقفي الجابري الحربي الخالدي الدوسري الذيابي الراجحي الزهراني السبيعي الشمري الصالح الضاهر الطائي الظاهري العتيبي العمري الغامدي الفاضل القحطاني القرني الكندي اللحياني المطيري المنصور النعيمي الهاشمي الوادعي اليامي باوزير حداد خوري سليمان شاهين عيسى فارس قاسم مؤذن نجار يعقوب',
  fa: 'آذری ابراهیمی احمدی اکبری امینی باقری بهرامی پارسا پورحسین تهرانی ثابت جعفری جوادی چگینی حسینی حیدری خسروی داوودی رضایی رستمی زارعی زمانی ژیان سلطانی سعیدی شیرازی شریفی صادقی صالحی طاهری عباسی علوی غفاری فرهادی قاسمی کریمی کاظمی گودرزی گل‌محمدی لطفی محمدی موسوی میرزایی نجفی نوری وکیلی ولی‌زاده هاشمی هدایتی یزدانی یوسفی',
  en: 'Abbott Adams Archer Baker Barnes Bishop Carter Clarke Cooper Dalton Davies Dixon Ellis Evans Farmer Fisher Foster Gibson Graham Hall Harper Hughes Irving Jarvis Johnson Kemp Knight Lambert Lloyd Marsh Mason Newton Norris Oakley Palmer Parker Quick Reed Rowley Sharp Sutton Taylor Turner Upton Vance Walker Watson Young',
};

/** Distinct invented names, given name and one or two more. */
export function inventedNames(language: Language, count: number): string[] {
  const random = randomFrom(count);
  const names = new Set<string>();
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const givenNames = given[language].split(' ');
  const familyNames = family[language].split(' ');
  while (names.size < count) {
    names.add(
      random() < 0.4
        ? `${pick(givenNames)} ${pick(familyNames)}`
        : `${pick(givenNames)} ${pick(givenNames)} ${pick(familyNames)}`,
    );
  }
  return [...names];
}
