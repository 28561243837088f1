// Cities with their districts, and street names, of the four countries: in the script of the country and in Latin letters.

import { namedList, type Named } from './names/named';
import type { SampleCountry } from './types';

export interface City {
  readonly country: SampleCountry;
  readonly name: Named;
  readonly province: Named;
  readonly districts: readonly Named[];
}

export interface Places {
  readonly cities: Readonly<Record<SampleCountry, readonly City[]>>;
  readonly arabicStreets: readonly Named[];
  readonly persianStreets: readonly Named[];
}

/** One city a line: province | city | districts; the largest first. */
const saudi = `
منطقة الرياض=Riyadh Province | الرياض=Riyadh | الملز=Al Malaz, العليا=Al Olaya, النرجس=Al Narjis, الياسمين=Al Yasmin, حطين=Hittin, السويدي=Al Suwaidi, النسيم=Al Naseem, الروضة=Al Rawdah, المروج=Al Muruj, قرطبة=Qurtubah, الصحافة=Al Sahafah, الربوة=Al Rabwah
منطقة مكة المكرمة=Makkah Province | جدة=Jeddah | الحمراء=Al Hamra, الروضة=Al Rawdah, السلامة=Al Salamah, الصفا=Al Safa, النعيم=Al Naeem, أبحر=Obhur, البوادي=Al Bawadi, المروة=Al Marwah, الرحاب=Al Rehab
المنطقة الشرقية=Eastern Province | الدمام=Dammam | الشاطئ=Al Shati, الفيصلية=Al Faisaliyah, النور=Al Nour, المزروعية=Al Mazruiyah, الجلوية=Al Jalawiyah, بدر=Badr
منطقة مكة المكرمة=Makkah Province | مكة المكرمة=Makkah | العزيزية=Al Aziziyah, الشوقية=Al Shawqiyah, العوالي=Al Awali, النسيم=Al Naseem, الزاهر=Al Zahir
منطقة المدينة المنورة=Madinah Province | المدينة المنورة=Madinah | قباء=Quba, العوالي=Al Awali, سلطانة=Sultanah, العزيزية=Al Aziziyah, الخالدية=Al Khalidiyah
المنطقة الشرقية=Eastern Province | الخبر=Al Khobar | العقربية=Al Aqrabiyah, الراكة=Al Rakah, الحزام الذهبي=Golden Belt, الثقبة=Al Thuqbah
منطقة عسير=Asir Province | أبها=Abha | المنسك=Al Mansak, الخالدية=Al Khalidiyah, الموظفين=Al Muwazzafin, شمسان=Shamsan
منطقة القصيم=Qassim Province | بريدة=Buraydah | الصفراء=Al Safra, الفايزية=Al Fayziyah, الإسكان=Al Iskan, سلطانة=Sultanah
منطقة تبوك=Tabuk Province | تبوك=Tabuk | المروج=Al Muruj, الورود=Al Wurud, السليمانية=Al Sulaymaniyah
منطقة حائل=Hail Province | حائل=Hail | الجامعيين=Al Jamiyyin, المطار=Al Matar, السويفلة=Al Suwayfilah
`;

const emirati = `
دبي=Dubai | دبي=Dubai | ديرة=Deira, الكرامة=Al Karama, القوز=Al Quoz, جميرا=Jumeirah, البرشاء=Al Barsha, الرقة=Al Rigga, مردف=Mirdif, النهدة=Al Nahda, الممزر=Al Mamzar
أبوظبي=Abu Dhabi | أبوظبي=Abu Dhabi | الخالدية=Al Khalidiyah, المرور=Al Muroor, البطين=Al Bateen, الزاهية=Al Zahiyah, مصفح=Mussafah, مدينة خليفة=Khalifa City
الشارقة=Sharjah | الشارقة=Sharjah | المجاز=Al Majaz, النهدة=Al Nahda, القاسمية=Al Qasimia, الخان=Al Khan, المويلح=Muwaileh
أبوظبي=Abu Dhabi | العين=Al Ain | الجيمي=Al Jimi, المطارد=Al Mutarad, الهيلي=Hili, زاخر=Zakher
عجمان=Ajman | عجمان=Ajman | النعيمية=Al Nuaimiya, الراشدية=Al Rashidiya, الجرف=Al Jurf
رأس الخيمة=Ras Al Khaimah | رأس الخيمة=Ras Al Khaimah | النخيل=Al Nakheel, الظيت=Al Dhait, خزام=Khuzam
الفجيرة=Fujairah | الفجيرة=Fujairah | الفصيل=Al Faseel, سكمكم=Sakamkam, المدينة=Al Madina
`;

const egyptian = `
القاهرة=Cairo | القاهرة=Cairo | مدينة نصر=Nasr City, مصر الجديدة=Heliopolis, المعادي=Maadi, شبرا=Shubra, الزمالك=Zamalek, حلوان=Helwan, التجمع الخامس=Fifth Settlement, عين شمس=Ain Shams, السيدة زينب=Sayeda Zeinab, المقطم=Mokattam
الجيزة=Giza | الجيزة=Giza | الدقي=Dokki, المهندسين=Mohandessin, الهرم=Haram, فيصل=Faisal, إمبابة=Imbaba, حدائق الأهرام=Hadayek El Ahram
الإسكندرية=Alexandria | الإسكندرية=Alexandria | سموحة=Smouha, سيدي جابر=Sidi Gaber, محرم بك=Moharam Bek, المنتزه=Montaza, العجمي=Agami, ميامي=Miami
الدقهلية=Dakahlia | المنصورة=Mansoura | توريل=Toriel, الجامعة=El Gamaa, جديلة=Gedila
الغربية=Gharbia | طنطا=Tanta | سيجر=Sigar, الاستاد=El Estad, البحر=El Bahr
أسيوط=Assiut | أسيوط=Assiut | فريال=Firyal, الوليدية=El Walidia, الحمراء=El Hamra
الشرقية=Sharqia | الزقازيق=Zagazig | القومية=El Qawmia, الحسينية=El Husseinia, فلل الجامعة=Villal El Gamaa
بورسعيد=Port Said | بورسعيد=Port Said | العرب=El Arab, الزهور=El Zohour, المناخ=El Manakh
أسوان=Aswan | أسوان=Aswan | أطلس=Atlas, السيل=El Sail, الصداقة=El Sadaka
`;

const iranian = `
تهران=Tehran | تهران=Tehran | ونک=Vanak, تجریش=Tajrish, نارمک=Narmak, پونک=Punak, یوسف‌آباد=Yousefabad, جنت‌آباد=Jannatabad, صادقیه=Sadeghieh, پیروزی=Piroozi, سعادت‌آباد=Saadatabad, ستارخان=Sattarkhan, تهران‌پارس=Tehranpars, امیرآباد=Amirabad
فارس=Fars | شیراز=Shiraz | معالی‌آباد=Maaliabad, قصردشت=Ghasrodasht, زرهی=Zerehi, ملاصدرا=Mollasadra, گلشن=Golshan, فرهنگ‌شهر=Farhangshahr, چمران=Chamran, دروازه قرآن=Darvazeh Quran
خراسان رضوی=Razavi Khorasan | مشهد=Mashhad | احمدآباد=Ahmadabad, وکیل‌آباد=Vakilabad, سجاد=Sajjad, کوهسنگی=Kouhsangi, قاسم‌آباد=Ghasemabad
اصفهان=Isfahan | اصفهان=Isfahan | جلفا=Jolfa, مرداویج=Mardavij, خانه اصفهان=Khaneh Esfahan, چهارباغ=Chaharbagh, سپاهان‌شهر=Sepahanshahr
آذربایجان شرقی=East Azerbaijan | تبریز=Tabriz | ولیعصر=Valiasr, ائل‌گلی=Elgoli, آبرسان=Abresan, منجم=Monajem
البرز=Alborz | کرج=Karaj | گوهردشت=Gohardasht, مهرشهر=Mehrshahr, عظیمیه=Azimieh, فردیس=Fardis
خوزستان=Khuzestan | اهواز=Ahvaz | کیانپارس=Kianpars, گلستان=Golestan, امانیه=Amanieh, زیتون=Zeytoun
یزد=Yazd | یزد=Yazd | صفائیه=Safaeieh, امام‌شهر=Emamshahr, فهادان=Fahadan
گیلان=Gilan | رشت=Rasht | گلسار=Golsar, منظریه=Manzarieh, معلم=Moallem
کرمان=Kerman | کرمان=Kerman | هزار و یک شب=Hezar-o-yek Shab, شهرک باهنر=Shahrak Bahonar, مطهری=Motahari
همدان=Hamadan | همدان=Hamedan | مدنی=Madani, اعتمادیه=Etemadieh, بوعلی=Bouali
`;

const arabicStreets = `
النخيل=Palm, الواحة=Oasis, السلام=Peace, الجامعة=University, المستشفى=Hospital, البحر=Sea, السوق=Market, الورود=Roses, الزيتون=Olive, الياسمين=Jasmine, المدرسة=School, الحديقة=Garden,
الأمل=Hope, النصر=Victory, المكتبة=Library, الميناء=Harbour, المطار=Airport, القمر=Moon, الفجر=Dawn, الربيع=Spring, العلوم=Sciences, الصناعة=Industry, الوادي=Valley, الهضبة=Plateau
`;

const persianStreets = `
بهار=Bahar, لاله=Laleh, گلستان=Golestan, بوستان=Boustan, نسترن=Nastaran, یاس=Yas, سرو=Sarv, چنار=Chenar, دانشگاه=Daneshgah, بیمارستان=Bimarestan, مدرسه=Madreseh, باغ=Bagh,
سپیده=Sepideh, مهتاب=Mahtab, آفتاب=Aftab, دریا=Darya, کوهسار=Kouhsar, نیلوفر=Niloufar, ارغوان=Arghavan, شقایق=Shaghayegh, آزادی=Azadi, صنعت=Sanat, کتابخانه=Ketabkhaneh, فرهنگ=Farhang
`;

export function createPlaces(): Places {
  return {
    cities: {
      SA: citiesOf('SA', saudi),
      AE: citiesOf('AE', emirati),
      EG: citiesOf('EG', egyptian),
      IR: citiesOf('IR', iranian),
    },
    arabicStreets: namedList(arabicStreets),
    persianStreets: namedList(persianStreets),
  };
}

function citiesOf(country: SampleCountry, text: string): City[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [province = '', city = '', districts = ''] = line.split('|');
      return { country, province: namedList(province)[0]!, name: namedList(city)[0]!, districts: namedList(districts) };
    });
}
