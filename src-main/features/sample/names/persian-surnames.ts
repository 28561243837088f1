// Persian family names, commonest first, each with a usual Latin spelling. A half-space (U+200C) shows where parts meet.

export const persianSurnames = `
محمدی=Mohammadi, حسینی=Hosseini, احمدی=Ahmadi, رضایی=Rezaei, مرادی=Moradi, حیدری=Heydari, کریمی=Karimi, موسوی=Mousavi,
جعفری=Jafari, قاسمی=Ghasemi, رحیمی=Rahimi, صادقی=Sadeghi, ابراهیمی=Ebrahimi, اکبری=Akbari, هاشمی=Hashemi, عباسی=Abbasi,
سلیمانی=Soleimani, کاظمی=Kazemi, علیزاده=Alizadeh, یوسفی=Yousefi, شریفی=Sharifi, مهدوی=Mahdavi, نوری=Nouri, صالحی=Salehi,
طاهری=Taheri, زارعی=Zarei, اسدی=Asadi, امینی=Amini, باقری=Bagheri, بهرامی=Bahrami, جلیلی=Jalili, حسنی=Hasani,
خسروی=Khosravi, داوودی=Davoudi, رستمی=Rostami, زمانی=Zamani, سعیدی=Saeedi, شجاعی=Shojaei, صفری=Safari, ضیایی=Ziaei,
طالبی=Talebi, عزیزی=Azizi, غفاری=Ghaffari, فتحی=Fathi, قربانی=Ghorbani, کرمی=Karami, گودرزی=Goudarzi, لطفی=Lotfi,
محمودی=Mahmoudi, نظری=Nazari, وحیدی=Vahidi, همتی=Hemmati, یعقوبی=Yaghoubi, آقایی=Aghaei, آذری=Azari, اسماعیلی=Esmaeili,
افشار=Afshar, امیری=Amiri, انصاری=Ansari, ایمانی=Imani, بابایی=Babaei, بختیاری=Bakhtiari, براتی=Barati, بیات=Bayat,
پناهی=Panahi, پیرانی=Pirani, تقوی=Taghavi, توکلی=Tavakoli, تهرانی=Tehrani, جهانی=Jahani, جمشیدی=Jamshidi, چراغی=Cheraghi,
حبیبی=Habibi, حاتمی=Hatami, حقیقی=Haghighi, حکیمی=Hakimi, خانی=Khani, خدادادی=Khodadadi, خلیلی=Khalili, دادگر=Dadgar,
درویشی=Darvishi, دهقان=Dehghan, دهقانی=Dehghani, رجبی=Rajabi, رحمانی=Rahmani, رسولی=Rasouli, رفیعی=Rafiei, رنجبر=Ranjbar,
روحی=Rouhi, زند=Zand, زندی=Zandi, زاهدی=Zahedi, سالاری=Salari, سبحانی=Sobhani, سرابی=Sarabi, سعادت=Saadat,
سلطانی=Soltani, سهرابی=Sohrabi, شاکری=Shakeri, شاهینی=Shahini, شفیعی=Shafiei, شکوری=Shakouri, شمس=Shams, شیرازی=Shirazi,
صابری=Saberi, صدری=Sadri, صمدی=Samadi, طباطبایی=Tabatabaei, طهماسبی=Tahmasbi, ظریفی=Zarifi, عابدی=Abedi, عبدی=Abdi,
عسگری=Asgari, عظیمی=Azimi, علوی=Alavi, علی‌پور=Alipour, غلامی=Gholami, فاضلی=Fazeli, فراهانی=Farahani, فرجی=Faraji,
فرهادی=Farhadi, فلاح=Fallah, فلاحی=Fallahi, فیضی=Feyzi, قادری=Ghaderi, قائمی=Ghaemi, قدیمی=Ghadimi, قنبری=Ghanbari,
کاشانی=Kashani, کاویانی=Kaviani, کمالی=Kamali, کوهی=Kouhi, کیانی=Kiani, گلستانی=Golestani, گنجی=Ganji, لشکری=Lashkari,
مجیدی=Majidi, محبی=Mohebbi, محسنی=Mohseni, مرتضوی=Mortazavi, مشایخی=Mashayekhi, مصطفوی=Mostafavi, مظاهری=Mazaheri, معینی=Moeini,
مقدم=Moghaddam, ملکی=Maleki, منصوری=Mansouri, مهرابی=Mehrabi, میرزایی=Mirzaei, میری=Miri, نادری=Naderi, ناصری=Naseri,
نجفی=Najafi, نصیری=Nasiri, نعمتی=Nemati, نوروزی=Norouzi, نیک‌پور=Nikpour, واعظی=Vaezi, وفایی=Vafaei, هادیان=Hadian,
همدانی=Hamedani, یزدانی=Yazdani, یوسف‌زاده=Yousefzadeh, آرامی=Arami, آریایی=Aryaei, آزادی=Azadi, آشوری=Ashouri, آهنگر=Ahangar,
اشرفی=Ashrafi, اصغری=Asghari, اصفهانی=Esfahani, اعتمادی=Etemadi, افضلی=Afzali, اقبالی=Eghbali, الیاسی=Elyasi, امامی=Emami,
ایزدی=Izadi, بازرگان=Bazargan, باستانی=Bastani, باغبان=Baghban, بذرافشان=Bazrafshan, برزگر=Barzegar, بقایی=Baghaei, بنایی=Bannaei,
بهبهانی=Behbahani, بهشتی=Beheshti, بیگی=Beygi, پاکدل=Pakdel, پاکزاد=Pakzad, پارسایی=Parsaei, پرتوی=Partovi, پزشکی=Pezeshki,
پهلوان=Pahlavan, پورکریم=Pourkarim, پیروز=Pirouz, تاجیک=Tajik, تبریزی=Tabrizi, ترابی=Torabi, تیموری=Teymouri, ثابتی=Sabeti,
جانی=Jani, جباری=Jabbari, جلالی=Jalali, جمالی=Jamali, جنتی=Jannati, جوادی=Javadi, جوان=Javan, چمنی=Chamani,
حامدی=Hamedi, حجازی=Hejazi, حداد=Haddad, حسامی=Hesami, حشمتی=Heshmati, حمیدی=Hamidi, خادم=Khadem, خاکپور=Khakpour,
خالقی=Khaleghi, خراسانی=Khorasani, خرم=Khorram, خطیبی=Khatibi, خیاط=Khayyat, دانشور=Daneshvar, دبیری=Dabiri, درخشان=Derakhshan,
دلاوری=Delavari, دوستی=Dousti, ذاکری=Zakeri, راد=Rad, رازی=Razi, راستگو=Rastgou, ربیعی=Rabiei, رزاقی=Razzaghi,
رضوی=Razavi, رمضانی=Ramezani, روشن=Roshan, زرین=Zarrin, زرگر=Zargar, زنجانی=Zanjani, زینلی=Zeynali, ساعدی=Saedi,
ساکی=Saki, ستاری=Sattari, ستوده=Sotoudeh, سرمدی=Sarmadi, سروری=Sarvari, سماواتی=Samavati, سنایی=Sanaei, سیدی=Seyedi,
شاد=Shad, شادمان=Shadman, شاهرخی=Shahrokhi, شبانی=Shabani, شریعتی=Shariati, شعبانی=Shaabani, شهبازی=Shahbazi, شهابی=Shahabi,
شیخی=Sheikhi, شیردل=Shirdel, صبوری=Sabouri, صدیقی=Sedighi, صراف=Sarraf, صرافی=Sarrafi, صفایی=Safaei, صیادی=Sayyadi,
ضرابی=Zarrabi, طبری=Tabari, طلوعی=Tolouei, عادلی=Adeli, عارفی=Arefi, عاشوری=Ashouri, عامری=Ameri, عربی=Arabi,
عرفانی=Erfani, عطایی=Ataei, عطار=Attar, عمادی=Emadi, غریبی=Gharibi, غنی=Ghani, فاتحی=Fatehi, فارسی=Farsi,
فدایی=Fadaei, فرامرزی=Faramarzi, فرخی=Farrokhi, فردوسی=Ferdowsi, فرزانه=Farzaneh, فروتن=Foroutan, فروغی=Foroughi, فقیهی=Faghihi,
فولادی=Fouladi, فیروزی=Firouzi, قادری‌نیا=Ghaderinia, قاضی=Ghazi, قدسی=Ghodsi, قره‌داغی=Gharedaghi, قزوینی=Ghazvini, قمی=Ghomi,
کاتب=Kateb, کاردان=Kardan, کاشفی=Kashefi, کاوه=Kaveh, کبیری=Kabiri, کرمانی=Kermani, کریم‌زاده=Karimzadeh, کشاورز=Keshavarz,
کلانتری=Kalantari, کوهستانی=Kouhestani, گرجی=Gorji, گرگانی=Gorgani, گلی=Goli, گلزار=Golzar, گیلانی=Gilani, لاری=Lari,
لواسانی=Lavasani, ماهری=Maheri, مبارکی=Mobaraki, متقی=Mottaghi, متین=Matin, مجدی=Majdi, محرابی=Mehrabi, محقق=Mohaghegh,
مددی=Madadi, مدرسی=Modarresi, مرزبان=Marzban, مروتی=Morovvati, مستوفی=Mostofi, مسعودی=Masoudi, مشکاتی=Meshkati, معتمدی=Motamedi,
معصومی=Masoumi, مفیدی=Mofidi, مقصودی=Maghsoudi, مکارمی=Makaremi, منتظری=Montazeri, منوچهری=Manouchehri, مهاجر=Mohajer, مهدیان=Mahdian,
مهرجو=Mehrjou, مؤمنی=Momeni, مؤذنی=Moazzeni, میرباقری=Mirbagheri, میرحسینی=Mirhosseini, میرعلی=Mirali, نامور=Namvar, نبوی=Nabavi,
نجاتی=Nejati, نجاری=Najjari, نخعی=Nakhaei, نراقی=Naraghi, نصری=Nasri, نعیمی=Naeimi, نفیسی=Nafisi, نقوی=Naghavi,
نقیبی=Naghibi, نمازی=Namazi, نواب=Navab, نوایی=Navaei, نیازی=Niazi, نیکنام=Niknam, نیشابوری=Neyshabouri, واثقی=Vaseghi,
والی=Vali, ورزنده=Varzandeh, وکیلی=Vakili, ولایتی=Velayati, هاتفی=Hatefi, هدایتی=Hedayati, هروی=Heravi, هنرمند=Honarmand,
هوشمند=Houshmand, یاری=Yari, یاوری=Yavari, یزدی=Yazdi, یگانه=Yeganeh, یوسفیان=Yousefian, آقازاده=Aghazadeh, بلوچی=Balouchi
`;

/** First halves of composed family names («حسن‌زاده», «بهرام‌پور»). */
export const persianRoots = `
علی=Ali, حسن=Hasan, حسین=Hossein, رضا=Reza, محمد=Mohammad, احمد=Ahmad, محمود=Mahmoud, کریم=Karim, رحیم=Rahim, قاسم=Ghasem, صادق=Sadegh, جعفر=Jafar,
ابراهیم=Ebrahim, اسماعیل=Esmail, یوسف=Yousef, یعقوب=Yaghoub, داوود=Davoud, سلیمان=Soleiman, نصیر=Nasir, منصور=Mansour, نادر=Nader, عباس=Abbas, اکبر=Akbar, اصغر=Asghar,
بهرام=Bahram, بهمن=Bahman, جمشید=Jamshid, خسرو=Khosrow, داراب=Darab, رستم=Rostam, سهراب=Sohrab, فرهاد=Farhad, فریدون=Fereydoun, کیان=Kian, مهر=Mehr, نیک=Nik,
پاک=Pak, حق=Hagh, دین=Din, راست=Rast, روح=Rouh, شاه=Shah, شریف=Sharif, شیر=Shir, صالح=Saleh, طاهر=Taher, عبدل=Abdol, عزیز=Aziz,
غلام=Gholam, فتح=Fath, قربان=Ghorban, کاظم=Kazem, گل=Gol, لطف=Lotf, مراد=Morad, ملک=Malek, مهدی=Mahdi, موسی=Mousa, میر=Mir, نجف=Najaf,
نظر=Nazar, نعمت=Nemat, نور=Nour, ولی=Vali, هاشم=Hashem, همت=Hemmat, یزدان=Yazdan, یار=Yar, آقا=Agha, آرین=Arian, استاد=Ostad, اسد=Asad,
امیر=Amir, امین=Amin, بابا=Baba, باقر=Bagher, برات=Barat, تقی=Taghi, جلال=Jalal, جمال=Jamal, جواد=Javad, حاجی=Haji, حبیب=Habib, حیدر=Heydar
`;

/** Second halves of composed family names. */
export const persianSuffixes = `
زاده=zadeh, پور=pour, نژاد=nejad, فر=far, نیا=nia, خواه=khah, دوست=doust, وند=vand, منش=manesh, نسب=nasab, تبار=tabar, راد=rad, طلب=talab, خانی=khani, مهر=mehr
`;

/** Second words of double family names («کریمی شیرازی», «محمدی اصل»). */
export const persianSecondWords = `
اصل=Asl, تهرانی=Tehrani, شیرازی=Shirazi, اصفهانی=Esfahani, تبریزی=Tabrizi, یزدی=Yazdi, کرمانی=Kermani, مقدم=Moghaddam, قزوینی=Ghazvini, کاشانی=Kashani,
همدانی=Hamedani, خراسانی=Khorasani, گیلانی=Gilani, مازندرانی=Mazandarani, اهوازی=Ahvazi, اراکی=Araki, قمی=Ghomi, رشتی=Rashti, زنجانی=Zanjani, اردبیلی=Ardabili,
کرمانشاهی=Kermanshahi, سمنانی=Semnani, بوشهری=Boushehri, لنگرودی=Langaroudi, دزفولی=Dezfouli, آملی=Amoli, بابلی=Baboli, ساروی=Saravi, گرگانی=Gorgani, بیرجندی=Birjandi,
سبزواری=Sabzevari, نیشابوری=Neyshabouri, تربتی=Torbati, ملایری=Malayeri, نهاوندی=Nahavandi, بروجردی=Boroujerdi, خوانساری=Khansari, نایینی=Naeini, میبدی=Meybodi, جهرمی=Jahromi
`;
