// The words organisations' names are made of. A line of a bank: pattern = Latin pattern | industry | legal form;
// a Latin name is its own Latin form; {n} is an invented proper name, {f} a family name.

import { namedList, wordList, type Named } from './named';
import type { Script } from '../types';

export interface OrganisationPattern {
  readonly native: string;
  readonly latin: string;
  readonly industry: string;
  readonly legalForm: string;
}

export interface OrganisationWords {
  readonly patterns: readonly OrganisationPattern[];
  readonly names: readonly Named[];
}

const arabicPatterns = `
شركة {n} للتجارة={n} Trading | تجارة | ذات مسؤولية محدودة
شركة {n} للتوريدات={n} Supplies | توريدات | ذات مسؤولية محدودة
شركة {n} للتوريدات الطبية={n} Medical Supplies | توريدات طبية | ذات مسؤولية محدودة
شركة {n} للمقاولات={n} Contracting | مقاولات | ذات مسؤولية محدودة
شركة {n} للنقليات={n} Transport | نقل | ذات مسؤولية محدودة
شركة {n} لتقنية المعلومات={n} Information Technology | تقنية | ذات مسؤولية محدودة
شركة {n} للصناعات الغذائية={n} Foods | أغذية | مساهمة مقفلة
شركة {n} للتأمين={n} Insurance | تأمين | مساهمة
شركة {n} العقارية={n} Real Estate | عقارات | ذات مسؤولية محدودة
شركة {n} للسفر والسياحة={n} Travel | سياحة | ذات مسؤولية محدودة
مؤسسة {f} للتجارة={f} Trading Est. | تجارة | مؤسسة فردية
مؤسسة {f} للصيانة والتشغيل={f} Maintenance | صيانة | مؤسسة فردية
مؤسسة {f} للأثاث={f} Furniture | أثاث | مؤسسة فردية
مكتب {f} للمحاماة={f} Law Office | محاماة | مكتب مهني
مكتب {f} الهندسي={f} Engineering | هندسة | مكتب مهني
مجموعة {f} القابضة={f} Holding | استثمار | مساهمة مقفلة
مستشفى {n}={n} Hospital | صحة | مساهمة مقفلة
مركز {n} الطبي={n} Medical Centre | صحة | ذات مسؤولية محدودة
عيادات {n} لطب الأسنان={n} Dental Clinics | صحة | ذات مسؤولية محدودة
صيدلية {n}={n} Pharmacy | صيدليات | مؤسسة فردية
مختبرات {n}={n} Laboratories | مختبرات | ذات مسؤولية محدودة
مدارس {n} الأهلية={n} Schools | تعليم | مؤسسة تعليمية
مطاعم {n}={n} Restaurants | مطاعم | مؤسسة فردية
مخابز {n}={n} Bakeries | أغذية | مؤسسة فردية
فندق {n}={n} Hotel | ضيافة | ذات مسؤولية محدودة
مصنع {n} للبلاستيك={n} Plastics | صناعة | ذات مسؤولية محدودة
جمعية {n} الخيرية={n} Charity | خدمة اجتماعية | جمعية
`;

const arabicNames = `
النور=Nour, الواحة=Waha, الأفق=Ofoq, المدار=Madar, النخيل=Nakheel, الياسمين=Yasmin, السنابل=Sanabel, الينابيع=Yanabee, الشروق=Shorouq, الربيع=Rabie, البيان=Bayan, الأصالة=Asala,
الريادة=Reyada, القمة=Qimma, الجزيرة=Jazira, الساحل=Sahel, الوفاق=Wifaq, الأمان=Aman, الرواد=Rowad, المنارة=Manara, الجسر=Jisr, الميزان=Mizan, الهلال=Hilal, النجوم=Nujoom,
السحاب=Sahab, الغيث=Ghaith, الندى=Nada, الزهور=Zohour, البساتين=Basatin, الأندلس=Andalus, قرطبة=Qurtuba, سبأ=Saba, تدمر=Tadmur, بابل=Babel, أوغاريت=Ugarit, الفرات=Furat,
دجلة=Dijla, النيل الأزرق=Nil Azraq, الوادي الأخضر=Wadi Akhdar, الدانة=Dana, اللؤلؤة=Lulua, المرجان=Marjan, العنبر=Anbar, الزعفران=Zafaran, الصنوبر=Sanawbar, السدرة=Sidra, الغاف=Ghaf, العرعر=Arar,
الصقور=Suqoor, الجياد=Jiyad, القوافل=Qawafil, الدروب=Duroob, الأركان=Arkan, العماد=Imad, الدعائم=Daaem, الإتقان=Itqan, الجودة=Jawda, الدقة=Diqqa, السرعة=Suraa, الثقة=Thiqa,
الحكمة=Hikma, المعرفة=Marefa, الفكر=Fikr, الإبداع=Ibdaa, التميز=Tamayuz, الطليعة=Taleea, المستقبل=Mustaqbal, الغد=Ghad, الفجر=Fajr, الضياء=Diya, السراج=Siraj, المشكاة=Mishkat
`;

const persianPatterns = `
شرکت {n}={n} Company | بازرگانی | سهامی خاص
شرکت بازرگانی {n}={n} Trading | بازرگانی | سهامی خاص
شرکت پخش {n}={n} Distribution | پخش | سهامی خاص
شرکت تجهیزات پزشکی {n}={n} Medical Equipment | تجهیزات پزشکی | سهامی خاص
شرکت مهندسی {n}={n} Engineering | مهندسی | سهامی خاص
شرکت ساختمانی {n}={n} Construction | ساختمان | مسئولیت محدود
شرکت حمل و نقل {n}={n} Transport | حمل و نقل | مسئولیت محدود
شرکت رایانه‌ای {n}={n} Computing | فناوری | مسئولیت محدود
صنایع غذایی {n}={n} Foods | غذایی | سهامی عام
صنایع نساجی {n}={n} Textile | نساجی | سهامی خاص
بیمه {n}={n} Insurance | بیمه | سهامی عام
بانک {n}={n} Bank | بانک | سهامی عام
بیمارستان {n}={n} Hospital | درمان | سهامی خاص
درمانگاه {n}={n} Clinic | درمان | مسئولیت محدود
کلینیک دندان‌پزشکی {n}={n} Dental Clinic | درمان | مسئولیت محدود
آزمایشگاه {n}={n} Laboratory | آزمایشگاه | مسئولیت محدود
داروخانه دکتر {f}=Dr {f} Pharmacy | داروخانه | انفرادی
دفتر وکالت {f}={f} Law Office | وکالت | انفرادی
فروشگاه {f}={f} Store | خرده‌فروشی | انفرادی
مبل {f}={f} Furniture | مبلمان | انفرادی
گروه صنعتی {f}={f} Industrial Group | صنعت | هلدینگ
آموزشگاه زبان {n}={n} Language School | آموزش | غیرانتفاعی
دبستان {n}={n} School | آموزش | غیرانتفاعی
رستوران {n}={n} Restaurant | رستوران | انفرادی
هتل {n}={n} Hotel | هتلداری | سهامی خاص
آژانس مسافرتی {n}={n} Travel | گردشگری | مسئولیت محدود
خیریه {n}={n} Charity | نیکوکاری | مؤسسه
`;

const persianNames = `
سپهر=Sepehr, آریا=Aria, پارسیان نو=Parsian No, مهرگان=Mehregan, البرز سبز=Alborz Sabz, دماوند=Damavand, زاگرس=Zagros, کوهسار=Kouhsar, نوآوران=Noavaran, پیشگامان=Pishgaman, آینده‌سازان=Ayandehsazan, امید فردا=Omid Farda,
کیمیا=Kimia, الماس=Almas, فیروزه=Firouzeh, یاقوت=Yaghout, زمرد=Zomorrod, مروارید=Morvarid, طلوع=Tolou, سپیده=Sepideh, آفتاب=Aftab, مهتاب=Mahtab, ستاره شرق=Setareh Shargh, آسمان=Aseman,
باران=Baran, دریا=Darya, رود=Roud, چشمه=Cheshmeh, بهاران=Baharan, شکوفه=Shokoufeh, نیلوفر=Niloufar, ارغوان=Arghavan, سرو=Sarv, صنوبر=Senobar, باغ ایرانی=Bagh Irani, تاک=Tak,
سیمرغ=Simorgh, هما=Homa, شاهین=Shahin, پرستو=Parastou, آرمان=Arman, اندیشه=Andisheh, خرد=Kherad, دانا=Dana, پویش=Pouyesh, کاوش=Kavosh, رایان=Rayan, هوشمند=Houshmand,
توانا=Tavana, پایدار=Paydar, استوار=Ostovar, پیوند=Peyvand, همراه=Hamrah, یاران=Yaran, مهرآیین=Mehraein, راستین=Rastin, نیک‌اندیش=Nikandish, سلامت‌گستر=Salamatgostar, شفابخش=Shafabakhsh, تندرست=Tandorost
`;

const latinPatterns = `
{n} Trading LLC | Trading | LLC
{n} General Trading FZE | Trading | FZE
{n} Medical Supplies | Medical supplies | LLC
{n} Logistics | Logistics | LLC
{n} Engineering Consultants | Engineering | LLC
{n} Software | Software | Ltd
{n} Facility Services | Facilities | LLC
{n} Insurance Brokers | Insurance | LLC
{n} Dental Centre | Health | LLC
{n} International School | Education | Foundation
{n} Hotel Apartments | Hospitality | LLC
{n} Packaging Industries | Industry | LLC
{n} Foodstuff | Food | LLC
{n} Travel & Tourism | Travel | LLC
{f} & Partners | Law | Partnership
{f} Brothers Co. | Trading | Partnership
{f} Consulting | Consulting | Ltd
{f} Interiors | Interiors | LLC
`;

const latinNames = `
Blue Harbour, Desert Rose, Silver Palm, Crescent Bay, Amber Coast, North Gate, Green Oasis, Golden Falcon, Pearl Line, Cedar Hill, Sandstone, Clear Sky,
Bright Path, Open Door, High Tide, Red Kite, Stone Bridge, River Bend, Morning Star, White Sail, Copper Leaf, Quiet Water, Long Meadow, Oak Lane,
Al Waha, Al Madar, Al Ofoq, Noor Al Sabah, Dar Al Bayan, Bait Al Khair, Rayan, Tulip, Lotus, Jasmine, Saffron, Indigo
`;

export function organisationWords(): Readonly<Record<Script, OrganisationWords>> {
  return {
    arabic: { patterns: patternsOf(arabicPatterns), names: namedList(arabicNames) },
    persian: { patterns: patternsOf(persianPatterns), names: namedList(persianNames) },
    latin: {
      patterns: patternsOf(latinPatterns),
      names: wordList(latinNames).map((name) => ({ native: name, latin: name })),
    },
  };
}

function patternsOf(text: string): OrganisationPattern[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [names = '', industry = '', legalForm = ''] = line.split('|').map((part) => part.trim());
      const [native = '', latin = ''] = names.split('=').map((part) => part.trim());
      return { native, latin: latin === '' ? native : latin, industry, legalForm };
    });
}
