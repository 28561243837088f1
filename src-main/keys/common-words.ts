// The words guessed first, commonest first: passwords, names, greetings and walks over the keyboard in our three languages.
// Short on purpose. A long list only helps against single words, and those fail by length already. Written by us; loaded only when a passphrase is chosen.

const english = `
password passphrase qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx 1q2w3e4r 1qaz2wsx q1w2e3r4 letmein welcome admin administrator
iloveyou monkey dragon master shadow sunshine princess football baseball superman batman login access secret hello freedom whatever trustno1
starwars changeme default guest root user test demo temp office company clinic hospital doctor patient reception insurance customer manager
computer internet laptop windows microsoft google samsung iphone android email money dollar love lovely baby angel family mother father
brother sister friend summer winter spring autumn january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday michael jennifer thomas jordan daniel ashley robert matthew andrew joshua sarah
maria david james john mary anna alex george charlie muhammad mohammed mohamed ahmed ali omar hassan hussein fatima aisha khalid abdullah
reza mehdi maryam zahra sara nima allah bismillah islam ramadan kaaba makkah madina saudi riyadh jeddah dubai cairo tehran iran egypt iraq
kuwait qatar bahrain emirates lebanon syria palestine please thanks diwan the and you that this have with from your what not for one two
three four five six seven eight nine ten hundred thousand million`;

const arabic = `
السلام عليكم بسم الله الرحمن الرحيم الحمد سبحان الله اكبر لا اله الا محمد رسول استغفر ماشاء انشاء يارب كلمة السر كلمه سر مرور المرور
كلمةالسر كلمةالمرور مرحبا اهلا سهلا شكرا حبيبي حبيبتي احبك بحبك امي ابي ماما بابا اخي اختي عائلتي بيتي وطني القدس فلسطين السعودية مكة المدينة
الرياض جدة الكعبة مصر القاهرة دبي الامارات الكويت قطر البحرين عمان العراق بغداد الاردن لبنان سوريا دمشق اليمن ليبيا تونس الجزائر المغرب
محمد احمد علي عمر حسن حسين خالد عبدالله عبدالرحمن عبدالعزيز فهد سعود فيصل سلطان ناصر يوسف ابراهيم مصطفى محمود فاطمة عائشة مريم نورة سارة ليلى
زينب خديجة هند امل رمضان شعبان رجب محرم صفر شوال السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة يناير فبراير مارس ابريل مايو يونيو يوليو
اغسطس سبتمبر اكتوبر نوفمبر ديسمبر مدير المدير مستخدم عيادة العيادة مستشفى المستشفى طبيب الطبيب مريض المريض موظف مكتب المكتب شركة الشركة تامين
ديوان ريال دينار درهم فلوس حياتي قلبي روحي عمري دنيا الدنيا صباح الخير مساء النور في من على الى عن مع هذا هذه انا انت هو هي ما هل كان
ضصثقفغعهخحجد شسيبلاتنمكط ئءؤرلاىةوزظ ضصثق ضصثقفغ شسيب شسيبل شسيبلا ابجد ابجدهوز ابتث واحد اثنان ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة`;

const persian = `
رمز عبور رمزعبور گذرواژه کلمه پسورد سلام درود خدا خدایا بسم الله یاعلی یاحسین یامهدی یازهرا یافاطمه دوستت دارم دوستتدارم عشقم عشق عزیزم جونم
مادر پدر مامان بابا خواهر برادر خانواده زندگی ایران تهران مشهد اصفهان شیراز تبریز کرج قم اهواز پرسپولیس استقلال محمد علی رضا حسین مهدی امیر
علیرضا محمدرضا امیرحسین سعید حمید مجید وحید فرهاد کوروش داریوش آرش سینا پارسا فاطمه زهرا مریم زینب نرگس سارا الهام نازنین پریسا مهسا شیما لیلا
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه بهار تابستان پاییز زمستان نوروز
مدیر کاربر ادمین شرکت دفتر اداره درمانگاه بیمارستان مطب پزشک دکتر بیمار بیمه مشتری منشی پذیرش دیوان تومان ریال پول ماشین خانه مدرسه دانشگاه
ضصثقفغعهخحجچ شسیبلاتنمکگ ظطزرذدپو ضصثق شسیب شسیبل الفبا صبح بخیر شب خوش ممنون مرسی خوبم من تو او ما شما آنها است بود از به با که را این آن
یک دو سه چهار پنج شش هفت هشت نه ده صد هزار میلیون`;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Each list with the commonest word first. */
export const commonWords = (): Readonly<Record<'english' | 'arabic' | 'persian', readonly string[]>> => ({
  english: wordsOf(english),
  arabic: wordsOf(arabic),
  persian: wordsOf(persian),
});
