// Names of the labelled set, written by hand in each script; it knows nothing of the program's folding or transliteration.

/** Arabic-script forms that clerks use, then Latin ones. */
export interface Spelled {
  readonly native: readonly string[];
  readonly latin: readonly string[];
}

const read = (lines: string): Spelled[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [native = '', latin = ''] = line.split('|');
      return { native: native.trim().split(/\s*,\s*/), latin: latin.trim().split(/\s*,\s*/) };
    });

export const men = read(`
محمد | Mohammed, Muhammad, Mohamed, Mohammad
أحمد, احمد | Ahmed, Ahmad
علي, على, علی | Ali, Aly
حسن | Hassan, Hasan
حسين, حسین | Hussein, Hossein, Husain, Hussain
عبد الله, عبدالله | Abdullah, Abdallah, Abdulla
عبد الرحمن, عبدالرحمن | Abdulrahman, Abdul Rahman, Abdel Rahman, Abdurrahman
عبد العزيز, عبدالعزيز | Abdulaziz, Abdul Aziz, Abdelaziz
خالد | Khalid, Khaled
يوسف, یوسف | Yousef, Yusuf, Youssef
إبراهيم, ابراهيم, ابراهیم | Ibrahim, Ebrahim, Ibraheem
عمر | Omar, Umar
سعد | Saad
سعيد, سعید | Saeed, Said
سعود | Saud, Saoud
فهد | Fahad, Fahd
فيصل, فیصل | Faisal, Faysal
ناصر | Nasser, Naser, Nasir
سلمان | Salman
سليمان, سلیمان | Sulaiman, Suleiman, Soleiman
صالح | Saleh, Salih
ماجد | Majed, Majid
محمود | Mahmoud, Mahmood
مصطفى, مصطفي, مصطفی | Mustafa, Mostafa, Moustafa
كريم, کریم | Karim, Kareem
طارق | Tariq, Tarek
هشام | Hisham, Hesham
وليد, ولید | Walid, Waleed
حامد | Hamed
حميد, حمید | Hamid, Hameed
سامي, سامى, سامی | Sami, Samy
سامر | Samer
رضا | Reza, Rida
مهدي, مهدی, مهدى | Mehdi, Mahdi
علی‌رضا, علیرضا, علي رضا | Alireza, Ali Reza
محمد رضا, محمدرضا | Mohammad Reza, Mohammadreza
محمد علی, محمدعلی, محمد علي | Mohammad Ali, Mohamad Ali
امیر, أمير, امير | Amir, Ameer
امین, أمين, امين | Amin, Ameen
داوود, داود | Davoud, Dawood, Daoud
بهرام | Bahram
بهزاد | Behzad
فرهاد | Farhad
فرشاد | Farshad
فرشید, فرشيد | Farshid
کامران, كامران | Kamran
کاوه, كاوه | Kaveh
پرویز, پرويز | Parviz
منصور | Mansour, Mansoor
مسعود | Masoud, Massoud
جواد | Javad, Jawad
صادق | Sadegh, Sadeq
کاظم, كاظم | Kazem, Kadhim
قاسم | Ghasem, Qasim
نادر | Nader
جعفر | Jafar, Jaafar
موسى, موسی, موسي | Musa, Mousa
عيسى, عیسی, عيسي | Issa, Isa
يحيى, یحیی, يحيي | Yahya, Yehia
إسماعيل, اسماعیل, اسماعيل | Ismail, Esmail, Ismael
`);

export const women = read(`
فاطمة, فاطمه | Fatima, Fatemeh, Fatma
زهراء, زهرا | Zahra, Zahraa
مريم, مریم | Maryam, Mariam
زينب, زینب | Zainab, Zeinab, Zeynab
سارة, ساره, سارا | Sara, Sarah
نورة, نوره | Noura, Nora
نور | Noor, Nour
هند | Hind
ليلى, لیلی, ليلي | Layla, Leila, Laila
خديجة, خدیجه, خديجه | Khadija, Khadijeh
عائشة, عايشة, عائشه | Aisha, Ayesha
أمل, امل | Amal
إيمان, ايمان, ایمان | Iman, Eman
هدى, هدي | Huda, Hoda
سلمى, سلمي | Salma
سمر | Samar
سحر | Sahar
رنا | Rana
رانيا, رانیا | Rania
ريم, ریم | Reem, Rim
ريما, ریما | Rima, Reema
منى, مني, منی | Mona, Muna
مها | Maha
دينا, دینا | Dina
معصومه, معصومة | Masoumeh, Masuma
نرگس, نرجس | Narges, Nargess
شیرین, شيرين | Shirin, Shireen
نسرین, نسرين | Nasrin
مینا, مينا | Mina
میترا, ميترا | Mitra
پروانه, پروانة | Parvaneh
مهسا | Mahsa
سمیه, سمية, سميه | Somayeh, Sumaya
الهام, إلهام | Elham, Ilham
طاهره, طاهرة | Tahereh, Tahira
حنان | Hanan
`);

const arabicFamilies = read(`
القحطاني, القحطانى | Al-Qahtani, Al Qahtani, Alqahtani, Qahtani
العتيبي, العتيبى | Al-Otaibi, Al Otaibi, Alotaibi
الشمري, الشمرى | Al-Shammari, Al Shammari, Alshammari, Shammari
الحربي, الحربى | Al-Harbi, Alharbi, Harbi
الدوسري, الدوسرى | Al-Dosari, Aldosari, Al Dossary
الغامدي, الغامدى | Al-Ghamdi, Alghamdi, Ghamdi
الزهراني, الزهرانى | Al-Zahrani, Alzahrani, Zahrani
المطيري, المطيرى | Al-Mutairi, Almutairi, Al Mutairi
العنزي, العنزى | Al-Anazi, Alanazi, Al Enezi
السبيعي, السبيعى | Al-Subaie, Alsubaie
البلوي, البلوى | Al-Balawi, Albalawi
الرشيدي, الرشيدى | Al-Rashidi, Alrashidi, Rashidi
الجهني, الجهنى | Al-Juhani, Aljuhani
الشهري, الشهرى | Al-Shehri, Alshehri, Al Shahri
الأحمدي, الاحمدي | Al-Ahmadi, Alahmadi
المالكي, المالكى | Al-Malki, Almalki
الخالدي, الخالدى | Al-Khalidi, Alkhaldi
الهاشمي, الهاشمى | Al-Hashimi, Alhashmi, Hashemi
الكعبي, الكعبى | Al-Kaabi, Alkaabi
النعيمي, النعيمى | Al-Nuaimi, Alnuaimi
الشامسي, الشامسى | Al-Shamsi, Alshamsi
المنصوري, المنصورى | Al-Mansoori, Almansouri
الفلاسي, الفلاسى | Al-Falasi, Alfalasi
السيد | El-Sayed, Elsayed, Al Sayed
شاهين | Shahin, Shaheen
عبد الفتاح, عبدالفتاح | Abdel Fattah, Abdelfattah
النجار | El-Naggar, Al Najjar
حجازي, حجازى | Hegazy, Hijazi
الشافعي, الشافعى | El-Shafei, Al Shafei
منصور | Mansour, Mansoor
الحداد | Al-Haddad, Haddad
الخوري, الخورى | Khoury, El Khoury
بركات | Barakat
الطويل | Al-Taweel, Altawil
البغدادي, البغدادى | Al-Baghdadi, Baghdadi
الجبوري, الجبورى | Al-Jubouri, Aljubouri
الموسوي, الموسوى, موسوی | Al-Mousawi, Mousavi, Musawi
التكريتي, التكريتى | Al-Tikriti, Tikriti
الصباغ | Sabbagh, Al Sabbagh
الحسيني, الحسينى, حسینی | Al-Husseini, Hosseini, Husaini
العمري, العمرى | Al-Omari, Alamri
الفارسي, الفارسى | Al-Farsi, Alfarsi
الكندي, الكندى | Al-Kindi, Alkindi
البوسعيدي, البوسعيدى | Al-Busaidi, Albusaidi
`);

const persianRoots = read(`
احمد | Ahmad
محمد | Mohammad
حسین, حسين | Hossein
رضا | Reza
کریم, كريم | Karim
رحیم, رحيم | Rahim
ابراهیم, ابراهيم | Ebrahim
نور | Nour
صالح | Saleh
کاظم, كاظم | Kazem
جعفر | Jafar
قاسم | Ghasem
نجف | Najaf
حیدر, حيدر | Heydar
مراد | Morad
شریف, شريف | Sharif
طاهر | Taher
یوسف, يوسف | Yousef
عباس | Abbas
سلطان | Soltan
امین, امين | Amin
بهرام | Bahram
جمشید, جمشيد | Jamshid
خسرو | Khosro
منوچهر | Manouchehr
`);

const persianEnds: readonly Spelled[] = read(`
ی, ي | i, ee
‌زاده, زاده, زاده | zadeh, Zadeh, zade
‌پور, پور, پور | pour, Pour, poor
‌نژاد, نژاد, نژاد | nejad, Nejad, nezhad
یان, يان | ian, yan
‌نیا, نیا, نيا | nia, Nia, niya
`);

const places = read(`
تبریزی, تبريزي | Tabrizi
شیرازی, شيرازي | Shirazi
اصفهانی, اصفهاني | Isfahani, Esfahani
کرمانی, كرماني | Kermani
تهرانی, تهراني | Tehrani
خراسانی, خراساني | Khorasani
یزدی, يزدي | Yazdi
گیلانی, گيلاني | Gilani
همدانی, همداني | Hamadani, Hamedani
قزوینی, قزويني | Qazvini, Ghazvini
کاشانی, كاشاني | Kashani
اردبیلی, اردبيلي | Ardabili
`);

const both = (one: Spelled, other: Spelled, between: readonly [native: string, latin: string]): Spelled => ({
  native: one.native.flatMap((text, index) => [text + between[0] + (other.native[index] ?? other.native[0] ?? '')]),
  latin: one.latin.flatMap((text) => other.latin.map((end) => text + (/^[A-Z]/.test(end) ? ' ' : between[1]) + end)),
});

const persianFamilies = persianRoots.flatMap((root) => persianEnds.map((end) => both(root, end, ['', ''])));

/** Some of the families bear a second name from a place, so that there are as many as in a town. */
export const families: Readonly<Record<'arabic' | 'persian', readonly Spelled[]>> = {
  arabic: [
    ...arabicFamilies,
    ...arabicFamilies
      .slice(0, 24)
      .flatMap((one) => arabicFamilies.slice(24).map((other) => both(one, other, [' ', ' ']))),
  ],
  persian: [
    ...persianFamilies,
    ...persianFamilies.flatMap((one) => places.slice(0, 8).map((place) => both(one, place, [' ', ' ']))),
  ],
};

/** Given names that parents give to twins and brothers because they sound alike. */
export const alikeMen = [
  'حسن/حسين',
  'أحمد/محمود',
  'سعد/سعيد',
  'سلمان/سليمان',
  'حامد/حميد',
  'سامي/سامر',
  'امیر/امین',
  'فرشاد/فرشید',
  'ماجد/حامد',
  'محمد رضا/محمد علی',
];
export const alikeWomen = [
  'سارة/سمر',
  'ريم/ريما',
  'رنا/رانيا',
  'مريم/ريم',
  'منى/مها',
  'مینا/میترا',
  'نورة/نور',
  'سحر/سمر',
];
