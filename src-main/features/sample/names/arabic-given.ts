// Arabic given names, commonest first, each with a usual Latin spelling.

export const arabicMaleGiven = `
محمد=Mohammed, أحمد=Ahmed, عبد الله=Abdullah, علي=Ali, خالد=Khalid, عبد الرحمن=Abdulrahman, يوسف=Yousef, إبراهيم=Ibrahim,
عمر=Omar, حسن=Hassan, محمود=Mahmoud, سالم=Salem, فهد=Fahd, مصطفى=Mustafa, حسين=Hussein, عبد العزيز=Abdulaziz,
سعيد=Saeed, ناصر=Nasser, سعود=Saud, صالح=Saleh, ماجد=Majed, فيصل=Faisal, تركي=Turki, بندر=Bandar,
نايف=Nayef, مشعل=Mishal, طارق=Tariq, وليد=Waleed, هاني=Hani, سامي=Sami, رامي=Rami, زياد=Ziad,
باسم=Basem, كريم=Karim, جمال=Gamal, كمال=Kamal, عادل=Adel, عماد=Emad, أيمن=Ayman, أشرف=Ashraf,
شريف=Sherif, طلال=Talal, منصور=Mansour, مبارك=Mubarak, راشد=Rashed, حمد=Hamad, حمدان=Hamdan, زايد=Zayed,
سيف=Saif, بدر=Badr, عيسى=Issa, موسى=Mousa, يحيى=Yahya, زكريا=Zakaria, إسماعيل=Ismail, إسحاق=Ishaq,
يعقوب=Yaqoub, داود=Dawood, سليمان=Suleiman, هارون=Haroun, إدريس=Idris, أنس=Anas, بلال=Bilal, حمزة=Hamza,
أسامة=Osama, عثمان=Othman, طه=Taha, ياسين=Yassin, ياسر=Yasser, رياض=Riyadh, فؤاد=Fouad, مراد=Murad,
نبيل=Nabil, نادر=Nader, نزار=Nizar, نعيم=Naeem, وائل=Wael, وسام=Wissam, هشام=Hisham, هيثم=Haitham,
غسان=Ghassan, غازي=Ghazi, فارس=Faris, فراس=Firas, فواز=Fawaz, قاسم=Qasim, قيس=Qais, لؤي=Louay,
ليث=Laith, مازن=Mazen, مالك=Malik, مؤيد=Muayad, مؤمن=Moamen, معاذ=Muath, معتز=Moataz, مهند=Muhannad,
مروان=Marwan, منير=Munir, مجدي=Magdy, حازم=Hazem, حاتم=Hatem, حسام=Hossam, حمود=Hamoud, خليل=Khalil,
خليفة=Khalifa, رائد=Raed, رأفت=Raafat, رضا=Reda, رشيد=Rasheed, زهير=Zuhair, سامر=Samer, سعد=Saad,
سلمان=Salman, سمير=Samir, شادي=Shadi, شاكر=Shaker, صلاح=Salah, صقر=Saqr, ضياء=Diaa, طالب=Taleb,
عاصم=Asem, عامر=Amer, عباس=Abbas, عبد المجيد=Abdulmajeed, عبد الكريم=Abdulkarim, عبد اللطيف=Abdullatif,
عبد الملك=Abdulmalik, عبد الهادي=Abdulhadi, عبد السلام=Abdulsalam, عبد الوهاب=Abdulwahab, عبد القادر=Abdulqader,
عبد الرحيم=Abdulrahim, عبد الحميد=Abdulhamid, عبد الإله=Abdulelah, عبد المحسن=Abdulmohsen, عبد الرزاق=Abdulrazzaq,
عصام=Essam, علاء=Alaa, عمار=Ammar, عمرو=Amr, عوض=Awad, غانم=Ghanem, فايز=Fayez, فتحي=Fathi,
فريد=Farid, مساعد=Musaed, متعب=Miteb, مرزوق=Marzouq, ثامر=Thamer, جاسم=Jassim, جابر=Jaber, جواد=Jawad,
حبيب=Habib, خميس=Khamis, دخيل=Dakhil, ذياب=Dhiab, ربيع=Rabie, سراج=Siraj, شهاب=Shihab, صابر=Saber
`;

export const arabicFemaleGiven = `
فاطمة=Fatima, مريم=Mariam, نورة=Noura, عائشة=Aisha, سارة=Sarah, زينب=Zainab, خديجة=Khadija, هند=Hind,
ليلى=Laila, منى=Mona, أمل=Amal, ريم=Reem, هدى=Huda, سلمى=Salma, آمنة=Amna, أسماء=Asmaa,
مها=Maha, لطيفة=Latifa, موضي=Moudi, الجوهرة=Aljawhara, العنود=Alanoud, شيخة=Sheikha, حصة=Hessa, منيرة=Munira,
وفاء=Wafaa, سميرة=Samira, نادية=Nadia, سعاد=Suad, إيمان=Iman, هبة=Heba, دعاء=Doaa, آية=Aya,
إسراء=Israa, رنا=Rana, دينا=Dina, رانيا=Rania, داليا=Dalia, ياسمين=Yasmin, نهى=Noha, شيماء=Shaimaa,
سمر=Samar, سحر=Sahar, عبير=Abeer, غادة=Ghada, حنان=Hanan, إلهام=Elham, ابتسام=Ibtisam, انتصار=Intisar,
أروى=Arwa, أميرة=Amira, أميمة=Omaima, أريج=Areej, بسمة=Basma, بثينة=Buthaina, بشرى=Bushra, بدور=Budoor,
تهاني=Tahani, تغريد=Taghreed, ثريا=Thuraya, جميلة=Jamila, جواهر=Jawaher, جمانة=Jumana, حليمة=Halima, حورية=Houria,
خلود=Kholoud, خولة=Khawla, دانة=Dana, دلال=Dalal, ديمة=Deema, رباب=Rabab, رجاء=Rajaa, رحمة=Rahma,
رقية=Ruqaya, رشا=Rasha, رغد=Raghad, رهف=Rahaf, روان=Rawan, رؤى=Rouaa, زهراء=Zahraa, زهرة=Zahra,
سامية=Samia, سجى=Saja, سكينة=Sakina, سناء=Sanaa, سهام=Siham, سهى=Suha, سهير=Suhair, شذى=Shatha,
شروق=Shorouq, شهد=Shahd, شريفة=Sharifa, صفاء=Safaa, صفية=Safiya, صباح=Sabah, ضحى=Duha, طيبة=Taiba,
عالية=Alia, عفاف=Afaf, علياء=Alyaa, عهود=Ohoud, غدير=Ghadeer, غزل=Ghazal, فادية=Fadia, فاتن=Faten,
فريدة=Farida, فوزية=Fawzia, فدوى=Fadwa, كوثر=Kawthar, كريمة=Karima, لمى=Lama, لمياء=Lamia, لبنى=Lubna,
لينا=Lina, ماجدة=Magda, مديحة=Madiha, مروة=Marwa, مشاعل=Mashael, معالي=Maali, منال=Manal, ملاك=Malak,
ميساء=Maysaa, ميمونة=Maymouna, مي=May, نجلاء=Naglaa, نجوى=Najwa, نسرين=Nesreen, نعيمة=Naima, نوال=Nawal,
نوف=Nouf, نور=Nour, هاجر=Hajar, هالة=Hala, هناء=Hanaa, هيا=Haya, هيفاء=Haifa, وداد=Widad,
وجدان=Wijdan, وردة=Warda, يارا=Yara, يسرى=Yusra, ابتهال=Ibtihal, أفنان=Afnan, جود=Joud, لجين=Lujain
`;
