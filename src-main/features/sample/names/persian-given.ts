// Persian given names, commonest first, each with a usual Latin spelling. A half-space (U+200C) shows where parts meet.

export const persianMaleGiven = `
محمد=Mohammad, علی=Ali, حسین=Hossein, رضا=Reza, مهدی=Mehdi, امیر=Amir, حسن=Hasan, محمدرضا=Mohammadreza,
محمد‌علی=Mohammad Ali, علیرضا=Alireza, امیرحسین=Amirhossein, سعید=Saeed, مجید=Majid, حمید=Hamid, احمد=Ahmad, محمود=Mahmoud,
ابراهیم=Ebrahim, اسماعیل=Esmail, یوسف=Yousef, یحیی=Yahya, موسی=Mousa, عیسی=Isa, مصطفی=Mostafa, مرتضی=Morteza,
مجتبی=Mojtaba, عباس=Abbas, ابوالفضل=Abolfazl, قاسم=Ghasem, جواد=Javad, صادق=Sadegh, کاظم=Kazem, باقر=Bagher,
هادی=Hadi, تقی=Taghi, نقی=Naghi, کریم=Karim, رحیم=Rahim, رحمان=Rahman, نادر=Nader, ناصر=Naser,
منصور=Mansour, مسعود=Masoud, سعید‌رضا=Saeedreza, حمید‌رضا=Hamidreza, غلام‌رضا=Gholamreza, غلام‌حسین=Gholamhossein, عبد‌الله=Abdollah, عبد‌الرضا=Abdolreza,
امید=Omid, آرش=Arash, آرمان=Arman, آرین=Aryan, آرمین=Armin, آراد=Arad, آرتین=Artin, آیدین=Aydin,
بابک=Babak, بهرام=Bahram, بهزاد=Behzad, بهنام=Behnam, بهمن=Bahman, بیژن=Bijan, بهروز=Behrouz, بردیا=Bardia,
پارسا=Parsa, پدرام=Pedram, پرویز=Parviz, پوریا=Pouria, پویا=Pouya, پیمان=Peyman, پژمان=Pejman, پیام=Payam,
تورج=Touraj, تیمور=Teymour, جمشید=Jamshid, جهانگیر=Jahangir, جلال=Jalal, جمال=Jamal, چنگیز=Changiz, حامد=Hamed,
حبیب=Habib, خسرو=Khosrow, خشایار=Khashayar, داریوش=Dariush, داوود=Davoud, دانیال=Danial, رامین=Ramin, رامتین=Ramtin,
رستم=Rostam, روزبه=Rouzbeh, زکریا=Zakaria, سامان=Saman, سام=Sam, سپهر=Sepehr, ستار=Sattar, سروش=Soroush,
سهراب=Sohrab, سهیل=Soheil, سیامک=Siamak, سیاوش=Siavash, سیروس=Sirous, سینا=Sina, شاهین=Shahin, شایان=Shayan,
شهاب=Shahab, شهرام=Shahram, شهروز=Shahrouz, شهریار=Shahriar, صابر=Saber, صمد=Samad, طاها=Taha, عارف=Aref,
عرفان=Erfan, عطا=Ata, فرامرز=Faramarz, فرزاد=Farzad, فرزین=Farzin, فرشاد=Farshad, فرشید=Farshid, فرهاد=Farhad,
فرید=Farid, فریدون=Fereydoun, فواد=Foad, فیروز=Firouz, کامبیز=Kambiz, کامران=Kamran, کاوه=Kaveh, کسری=Kasra,
کوروش=Kourosh, کیان=Kian, کیانوش=Kianoush, کیوان=Keyvan, کیومرث=Kioumars, ماهان=Mahan, مازیار=Maziar, متین=Matin,
محسن=Mohsen, مراد=Morad, مهران=Mehran, مهرداد=Mehrdad, مهیار=Mahyar, میثم=Meysam, میلاد=Milad, نوید=Navid,
نیما=Nima, وحید=Vahid, هومن=Houman, هوشنگ=Houshang, همایون=Homayoun, یاسر=Yaser, یاسین=Yasin, یعقوب=Yaghoub
`;

export const persianFemaleGiven = `
فاطمه=Fatemeh, زهرا=Zahra, مریم=Maryam, معصومه=Masoumeh, زینب=Zeynab, سارا=Sara, لیلا=Leila, نرگس=Narges,
صغری=Soghra, کبری=Kobra, رقیه=Roghayeh, سکینه=Sakineh, خدیجه=Khadijeh, طاهره=Tahereh, مرضیه=Marzieh, راضیه=Razieh,
صدیقه=Sedigheh, اعظم=Azam, اکرم=Akram, اشرف=Ashraf, بتول=Batoul, حمیده=Hamideh, حلیمه=Halimeh, سمیه=Somayeh,
سمانه=Samaneh, سمیرا=Samira, الهام=Elham, الهه=Elaheh, آزاده=Azadeh, آرزو=Arezoo, آناهیتا=Anahita, آتنا=Atena,
آتوسا=Atousa, آذر=Azar, آیدا=Aida, آیناز=Aynaz, آوا=Ava, آرام=Aram, ارغوان=Arghavan, افسانه=Afsaneh,
افسون=Afsoun, ایران‌دخت=Irandokht, بهار=Bahar, بهاره=Bahareh, بهناز=Behnaz, بیتا=Bita, باران=Baran, پانته‌آ=Pantea,
پروانه=Parvaneh, پروین=Parvin, پریسا=Parisa, پریناز=Parinaz, پگاه=Pegah, پرستو=Parastou, پریا=Paria, پونه=Pouneh,
ترانه=Taraneh, تینا=Tina, تارا=Tara, ثریا=Soraya, ثنا=Sana, جمیله=Jamileh, حدیث=Hadis, حدیثه=Hadiseh,
حنانه=Hannaneh, خاطره=Khatereh, درسا=Dorsa, دنیا=Donya, دلارام=Delaram, راحله=Raheleh, رعنا=Rana, رؤیا=Roya,
رها=Raha, ریحانه=Reyhaneh, رکسانا=Roxana, زیبا=Ziba, زهره=Zohreh, ژاله=Jaleh, ژیلا=Jila, ساناز=Sanaz,
سپیده=Sepideh, ستاره=Setareh, ستایش=Setayesh, سحر=Sahar, سمن=Saman, سوسن=Sousan, سهیلا=Soheila, سیما=Sima,
سیمین=Simin, سودابه=Soudabeh, سولماز=Solmaz, شادی=Shadi, شبنم=Shabnam, شقایق=Shaghayegh, شهره=Shohreh, شهلا=Shahla,
شهناز=Shahnaz, شهین=Shahin, شیدا=Sheida, شیرین=Shirin, شیما=Shima, شیوا=Shiva, شراره=Sharareh, شکوفه=Shokoufeh,
صبا=Saba, صنم=Sanam, طناز=Tannaz, عاطفه=Atefeh, عسل=Asal, غزاله=Ghazaleh, غزل=Ghazal, فائزه=Faezeh,
فرانک=Faranak, فرزانه=Farzaneh, فرشته=Fereshteh, فروغ=Forough, فریبا=Fariba, فریده=Farideh, فهیمه=Fahimeh, فرناز=Farnaz,
فیروزه=Firouzeh, کتایون=Katayoun, کیمیا=Kimia, گلناز=Golnaz, گلنار=Golnar, گیتی=Giti, گیسو=Gisou, لاله=Laleh,
لادن=Ladan, مانا=Mana, ماندانا=Mandana, محبوبه=Mahboubeh, محدثه=Mohaddeseh, مژگان=Mojgan, مژده=Mojdeh, منیژه=Manijeh,
مهتاب=Mahtab, مهسا=Mahsa, مهناز=Mahnaz, مهین=Mahin, مهرنوش=Mehrnoush, مینا=Mina, میترا=Mitra, مونا=Mona,
نازنین=Nazanin, نازی=Nazi, ناهید=Nahid, ندا=Neda, نسترن=Nastaran, نسرین=Nasrin, نسیم=Nasim, نگار=Negar,
نگین=Negin, نوشین=Noushin, نیلوفر=Niloufar, نیکی=Niki, وحیده=Vahideh, هانیه=Hanieh, هدیه=Hedieh, هستی=Hasti
`;
