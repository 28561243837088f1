// Arabic family names and nisbas, commonest first, each with a usual Latin spelling; and the parts others are composed of.

export const arabicSurnames = `
القحطاني=Al-Qahtani, العتيبي=Al-Otaibi, الحربي=Al-Harbi, الغامدي=Al-Ghamdi, الزهراني=Al-Zahrani, الشمري=Al-Shammari, المطيري=Al-Mutairi,
الدوسري=Al-Dosari, العنزي=Al-Anazi, الشهري=Al-Shehri, السبيعي=Al-Subaie, البلوي=Al-Balawi, الجهني=Al-Juhani, العمري=Al-Amri,
الأحمدي=Al-Ahmadi, المالكي=Al-Malki, السلمي=Al-Sulami, الرشيدي=Al-Rashidi, القرني=Al-Qarni, عسيري=Asiri, الأسمري=Al-Asmari,
الخالدي=Al-Khaldi, المنصوري=Al-Mansoori, الكعبي=Al-Kaabi, الشامسي=Al-Shamsi, المزروعي=Al-Mazrouei, الظاهري=Al-Dhaheri, النعيمي=Al-Nuaimi,
الكتبي=Al-Ketbi, السويدي=Al-Suwaidi, المهيري=Al-Muhairi, الحمادي=Al-Hammadi, البلوشي=Al-Balushi, الزعابي=Al-Zaabi, المري=Al-Marri,
الهاجري=Al-Hajri, الرميثي=Al-Rumaithi, الفلاسي=Al-Falasi, المرزوقي=Al-Marzouqi, الحوسني=Al-Hosani, السيد=El-Sayed, حسانين=Hassanein,
عبد الفتاح=Abdelfattah, الشربيني=El-Sherbini, المصري=El-Masry, الشاذلي=El-Shazly, البدوي=El-Badawy, الجمال=El-Gammal, النجار=El-Naggar,
الحداد=El-Haddad, حداد=Haddad, الخياط=Al-Khayyat, الصباغ=Al-Sabbagh, العطار=Al-Attar, البقال=Al-Baqqal, الخباز=Al-Khabbaz, القصاب=Al-Qassab,
الحلبي=Al-Halabi, الدمشقي=Al-Dimashqi, الحموي=Al-Hamawi, الحمصي=Al-Homsi, البغدادي=Al-Baghdadi, البصري=Al-Basri, الموصلي=Al-Mosuli, الكوفي=Al-Kufi,
المكي=Al-Makki, المدني=Al-Madani, الطائفي=Al-Taifi, النجدي=Al-Najdi, الحجازي=Al-Hijazi, الأحسائي=Al-Ahsai, القطيفي=Al-Qatifi, الجداوي=Al-Jeddawi,
الصنعاني=Al-Sanaani, العدني=Al-Adani, الحضرمي=Al-Hadrami, اليماني=Al-Yamani, العماني=Al-Omani, الظفاري=Al-Dhofari, البحراني=Al-Bahrani, الكويتي=Al-Kuwaiti,
المقدسي=Al-Maqdisi, الخليلي=Al-Khalili, النابلسي=Al-Nabulsi, الغزي=Al-Ghazzi, اليافي=Al-Yafi, العكاوي=Al-Akkawi, الصفدي=Al-Safadi, الطبراني=Al-Tabarani,
البيروتي=Al-Beiruti, الطرابلسي=Al-Trabulsi, الصيداوي=Al-Saidawi, البعلبكي=Al-Baalbaki, التونسي=Al-Tounsi, الفاسي=Al-Fassi, المراكشي=Al-Marrakchi, الجزائري=Al-Jazairi,
الإسكندراني=El-Eskandarany, الدمياطي=El-Domiaty, الطنطاوي=El-Tantawy, المنصوراوي=El-Mansourawy, الفيومي=El-Fayoumy, الأسيوطي=El-Assiouty, القناوي=El-Qenawy, الأسواني=El-Aswany,
السوهاجي=El-Sohagy, المنياوي=El-Menyawy, البحيري=El-Beheiry, الشرقاوي=El-Sharkawy, الغرباوي=El-Gharbawy, الدقهلي=El-Daqahly, المنوفي=El-Menoufy, السويسي=El-Suweissy,
أبو زيد=Abu Zaid, أبو بكر=Abu Bakr, أبو النصر=Abu Al-Nasr, أبو الخير=Abu Al-Khair, أبو العلا=Abu Al-Ela, أبو السعود=Abu Al-Saud, أبو شنب=Abu Shanab, أبو غزالة=Abu Ghazaleh,
أبو حمد=Abu Hamad, أبو عيد=Abu Eid, أبو هلال=Abu Hilal, أبو الفتوح=Abu Al-Fotouh, أبو النجا=Abu Al-Naga, أبو رية=Abu Raya, أبو سمرة=Abu Samra, أبو ليلة=Abu Leila,
باوزير=Bawazir, باعشن=Baeshen, باخشب=Bakhashab, باجنيد=Bajunaid, بامطرف=Bamatraf, باسودان=Basudan, بازرعة=Bazara, باحارث=Baharith,
العامري=Al-Ameri, الهاشمي=Al-Hashimi, القرشي=Al-Qurashi, التميمي=Al-Tamimi, الطائي=Al-Taie, الكندي=Al-Kindi, الأزدي=Al-Azdi, الخزرجي=Al-Khazraji,
الأوسي=Al-Awsi, الثقفي=Al-Thaqafi, الهذلي=Al-Hudhali, السلولي=Al-Saluli, الهلالي=Al-Hilali, العقيلي=Al-Aqili, النميري=Al-Numairi, الباهلي=Al-Bahili,
الشيباني=Al-Shaibani, البكري=Al-Bakri, التغلبي=Al-Taghlibi, العجمي=Al-Ajmi, الرشيد=Al-Rasheed, السديري=Al-Sudairi, الفضلي=Al-Fadhli, الظفيري=Al-Dhafiri,
الصاعدي=Al-Saedi, اللهيبي=Al-Luhaibi, المحمدي=Al-Mohammadi, المولد=Al-Muwallad, الصبحي=Al-Subhi, البشري=Al-Bishri, الحازمي=Al-Hazmi, الرحيلي=Al-Ruhaili,
المغامسي=Al-Maghamsi, الميموني=Al-Maymouni, السهلي=Al-Sahli, الحارثي=Al-Harthi, الوذيناني=Al-Wuthainani, الثبيتي=Al-Thubaiti, الروقي=Al-Ruqi, النفيعي=Al-Nufaie,
المقاطي=Al-Muqati, الغنامي=Al-Ghannami, العصيمي=Al-Osaimi, الذيابي=Al-Dhiabi, الجعيد=Al-Juaid, الطلحي=Al-Talhi, السفياني=Al-Sufyani, القثامي=Al-Quthami,
العبيدي=Al-Obaidi, الجبوري=Al-Jubouri, الدليمي=Al-Dulaimi, الزبيدي=Al-Zubaidi, السامرائي=Al-Samarrai, التكريتي=Al-Tikriti, الساعدي=Al-Saadi, الموسوي=Al-Mousawi,
الحسيني=Al-Husseini, الحسني=Al-Hasani, العلوي=Al-Alawi, الجعفري=Al-Jaafari, الكاظمي=Al-Kadhimi, الرضوي=Al-Radhawi, الصدري=Al-Sadri, الحكيم=Al-Hakim,
القاضي=Al-Qadi, المفتي=Al-Mufti, الإمام=Al-Imam, الخطيب=Al-Khatib, المؤذن=Al-Muezzin, الشيخ=Al-Sheikh, العمدة=Al-Omda, الأمير=Al-Amir,
الكاتب=Al-Kateb, المعلم=Al-Muallim, الطبيب=Al-Tabib, المهندس=Al-Muhandis, الصيدلي=Al-Saydali, الساعاتي=Al-Saati, الجوهري=Al-Jawhari, الصائغ=Al-Sayegh,
النحاس=Al-Nahhas, الحجار=Al-Hajjar, البنا=El-Banna, الدهان=Al-Dahhan, القطان=Al-Qattan, الغزال=Al-Ghazzal, النساج=Al-Nassaj, الحلاق=Al-Hallaq,
السقا=El-Sakka, الطحان=Al-Tahhan, الزيات=El-Zayat, اللبان=El-Labban, السمان=Al-Samman, العسال=El-Assal, الفحام=Al-Fahham, الملاح=El-Mallah,
البحار=Al-Bahhar, النوخذة=Al-Nokhatha, الغواص=Al-Ghawwas, الصياد=El-Sayyad, الفلاح=Al-Fallah, البستاني=Al-Bustani, الراعي=Al-Raie, الجمالي=Al-Jamali,
الأنصاري=Al-Ansari, المهاجر=Al-Muhajir, البخاري=Al-Bukhari, السمرقندي=Al-Samarqandi, الترمذي=Al-Tirmidhi, الفارسي=Al-Farsi, الهندي=Al-Hindi, التركي=Al-Turki,
الكردي=Al-Kurdi, الأفغاني=Al-Afghani, الداغستاني=Al-Daghestani, الحبشي=Al-Habashi, النوبي=El-Nouby, السوداني=Al-Sudani, المغربي=Al-Maghrabi, الأندلسي=Al-Andalusi,
الرافعي=El-Rafei, الشافعي=El-Shafei, الحنفي=El-Hanafy, الحنبلي=Al-Hanbali, القادري=Al-Qadri, الرفاعي=Al-Rifai, الدسوقي=El-Desouky, البدري=El-Badry,
عطية=Attia, سلامة=Salama, شحاتة=Shehata, حجازي=Hegazy, غنيم=Ghoneim, رزق=Rizk, زيدان=Zidane, شاهين=Shahin,
عاشور=Ashour, عبيد=Obeid, عوف=Awf, فرج=Farag, فرغلي=Farghaly, قنديل=Qandil, لاشين=Lashin, مرسي=Morsy,
منيب=Mounib, نصار=Nassar, هلال=Helal, وهبة=Wahba, يونس=Younes, بركات=Barakat, بيومي=Bayoumy, تمام=Tammam,
جاد=Gad, جمعة=Gomaa, حافظ=Hafez, خضر=Khedr, خفاجي=Khafagy, دياب=Diab, رمضان=Ramadan, زغلول=Zaghloul,
سرحان=Sarhan, سعفان=Saafan, شعبان=Shaaban, شلبي=Shalaby, صبري=Sabry, صقر=Sakr, طلبة=Tolba, عامر=Amer,
عزام=Azzam, عفيفي=Afifi, عيد=Eid, غالي=Ghaly, فهمي=Fahmy, قاسم=Kassem, كامل=Kamel, لطفي=Lotfy,
متولي=Metwally, محفوظ=Mahfouz, مدكور=Madkour, مكي=Mekky, نجيب=Naguib, نوار=Nawar, وهدان=Wahdan, ياقوت=Yakout,
الراجح=Al-Rajeh, السالم=Al-Salem, العلي=Al-Ali, المحمد=Al-Mohammed, الصالح=Al-Saleh, العيسى=Al-Issa, الموسى=Al-Mousa, اليوسف=Al-Yousef,
الإبراهيم=Al-Ibrahim, الحسن=Al-Hassan, الحسين=Al-Hussein, الناصر=Al-Nasser, المنصور=Al-Mansour, السعد=Al-Saad, السعيد=Al-Saeed, الفهد=Al-Fahd,
الخالد=Al-Khaled, الراشد=Al-Rashed, الحمد=Al-Hamad, الزامل=Al-Zamil, العجلان=Al-Ajlan, السيف=Al-Saif, البدر=Al-Badr, الشايع=Al-Shaya,
العثمان=Al-Othman, العمر=Al-Omar, القاسم=Al-Qasim, المبارك=Al-Mubarak, المرشد=Al-Murshid, النصر=Al-Nasr, الهويمل=Al-Huwaimel, الوهيبي=Al-Wuhaibi,
اليحيى=Al-Yahya, البسام=Al-Bassam, الجاسر=Al-Jasser, الجبرين=Al-Jibreen, الخميس=Al-Khamis, الدخيل=Al-Dakhil, الرويشد=Al-Ruwaishid, الزيد=Al-Zaid,
السويلم=Al-Suwailem, الشهراني=Al-Shahrani, الصقير=Al-Suqair, الضويحي=Al-Duwaihi, الطويل=Al-Tawil, الظافر=Al-Dhafer, العبداللطيف=Al-Abdullatif, الغنيم=Al-Ghunaim,
الفايز=Al-Fayez, القويز=Al-Quwaiz, الكثيري=Al-Kathiri, اللحيدان=Al-Luhaidan, المقبل=Al-Muqbil, النملة=Al-Namlah, الهذال=Al-Hathal, الوابل=Al-Wabil
`;

/** Places as nisbas: a second family name after a tribe's («الحربي المدني»). */
export const arabicPlaceNisbas = `
المكي=Al-Makki, المدني=Al-Madani, الطائفي=Al-Taifi, النجدي=Al-Najdi, الحجازي=Al-Hijazi, الرياضي=Al-Riyadhi, القصيمي=Al-Qassimi, الحائلي=Al-Haili,
التبوكي=Al-Tabuki, الجوفي=Al-Jawfi, النجراني=Al-Najrani, الجازاني=Al-Jazani, الباحي=Al-Bahi, الأحسائي=Al-Ahsai, الدرعي=Al-Diri, الخرجي=Al-Kharji,
الوادعي=Al-Wadei, العارضي=Al-Aridhi, الينبعي=Al-Yanbuwi, الرابغي=Al-Rabighi, العيني=Al-Aini, الدبوي=Al-Dibbawi, العجماني=Al-Ajmani, الخورفكاني=Al-Khorfakkani,
القاهري=Al-Qahiri, الصعيدي=El-Saidi, البحراوي=El-Bahrawy, الرشيدي=El-Rashidy, الدلتاوي=El-Deltawy, البنهاوي=El-Benhawy, الزقازيقي=El-Zagazigy, المحلاوي=El-Mahallawy,
الشامي=Al-Shami, العراقي=Al-Iraqi, اليمني=Al-Yamani, المغربي=Al-Maghrabi, الساحلي=Al-Sahli, الجبلي=Al-Jabali, الوادي=Al-Wadi, الريفي=Al-Rifi
`;

/** What follows «أبو» in a family name. */
export const abuParts = `
طالب=Talib, عمر=Omar, حسن=Hassan, علي=Ali, سليم=Salim, شادي=Shadi, زهرة=Zahra, راس=Ras, عوف=Awf, جبل=Jabal, ناب=Nab, عين=Ain, صالح=Saleh, طاحون=Tahoun,
دقة=Daqqa, سيف=Saif, قمر=Qamar, شمس=Shams, نجم=Najm, ورد=Ward, حجر=Hajar, خضرة=Khadra, ريشة=Risha, سنة=Senna, شعر=Shaar, عرب=Arab, فخر=Fakhr, كف=Kaff,
لبن=Laban, مازن=Mazen, نعمة=Neama, هاشم=Hashem, وردة=Warda, يوسف=Yousef, العز=Al-Ezz, المجد=Al-Magd, الوفا=Al-Wafa, الحسن=Al-Hassan, اليزيد=Al-Yazid, القاسم=Al-Qasim
`;
