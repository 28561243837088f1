// The commonest given names of Arabic and Persian in both scripts: two different ones are two people, however alike they look.

/**
 * One name a line: its spellings in Arabic letters, then in Latin ones as passports and clerks write them. Commonest first; the
 * order is a rough rank by use in the Gulf, Egypt and Iran together. Spelling variants that the fold joins are not repeated.
 */
const lines = `
محمد mohammed mohamed mohammad muhammad mohamad muhammed muhamad mohamud mohmed mohammod mohd mehmed mehmet muhamed
علي ali aly alee
احمد ahmed ahmad ahamed ahmet achmed ahmmad
حسين hussein hossein hussain hosein husain husayn hoseyn hossain houssein hossin hussien husein
فاطمه fatima fatemeh fatma fatimah fateme fatimeh faatima
حسن hassan hasan hassen
مريم maryam mariam miriam maryem mariem
عبدالله abdullah abdallah abdulla abdalla abdollah
ابراهيم ابرهيم ibrahim ebrahim ibraheem ibrahem ebraheem brahim
يوسف yousef youssef yusuf yousif yosef youssif yusef usef yoosef yousuf yussef
خالد khalid khaled kaled
رضا reza rida ridha redha riza
عمر omar umar omer
زهرا zahra zahraa zahrah zehra
مهدي mehdi mahdi mahdy
زينب zainab zeinab zaynab zeynab zaineb zaynub
عبدالرحمن عبدالرحمان abdulrahman abdelrahman abdurrahman abdalrahman abdolrahman abderrahmane abdulrehman
سعيد saeed said saeid saied sayeed
سعد saad sad
امير amir ameer emir
مصطفي mustafa mostafa moustafa mustapha mostapha
ساره سارا sara sarah saara
نوره nora noura norah nourah
ناصر nasser naser nasir nassir nasr
نصر nasr
محمود mahmoud mahmood mahmud mahmod
حميد hamid hameed hamied
حامد hamed haamed hamid
حمد hamad hamd
حمود hamoud hamood
سلمان salman selman
سليمان سليمن sulaiman suleiman soleiman sulayman solaiman sleiman soliman solayman
سالم salem salim
سليم saleem seleem
سلطان sultan soltan
صالح saleh salih salah
صلاح salah salaah
عباس abbas abas
قاسم qasim qassem ghasem kassem qasem kasim qassim gasem ghassem
جاسم jassim jasem jassem jasim
كاظم kazem kadhim kazim kadhem
جواد javad jawad jawaad
صادق sadegh sadiq sadeq sadek sadik
باقر bagher baqir baqer
هادي hadi hady haadi
مجيد majid majeed
ماجد majed majid maged
مجتبي mojtaba mujtaba
مرتضي morteza murtada murtaza mortaza
موسي musa mousa moussa moosa mosa
عيسي isa issa eisa essa
يحيي yahya yahia yehia yahiya
طارق tariq tarek tareq tarik
فهد fahad fahd
فيصل faisal faysal feisal
فارس fares faris
سامي sami samy
سامر samer
سمير samir sameer
كريم karim kareem
كرم karam
جمال jamal gamal jamaal
جميل jamil jameel gamil
كمال kamal kamaal
كامل kamel kamil
رشيد rashid rasheed rachid
راشد rashed rashid
عامر amer aamer aamir amir
عمار ammar amar
عماد emad imad
ياسر yasser yaser yasir
ياسين yassin yasin yaseen yassine
زيد zaid zayd zeid
زياد ziad zeyad ziyad
وليد walid waleed
خليل khalil khaleel
جابر jaber jabir
جعفر jafar jaafar jafer
حمزه hamza hamzeh hamzah
طلال talal
منصور mansour mansoor mansur
مسعود masoud massoud masood masud
سعود saud saoud saood
بندر bandar
تركي turki turky
مشعل mishal meshal mishaal
نايف nayef naif naef
عادل adel adil
عدنان adnan
انس anas
انور anwar anvar
ايمن ayman aiman
ايمان iman eman imane
امين amin ameen
امينه amina aminah amineh ameena
امنه amna amnah
هشام hisham hesham
حسام hussam hosam husam hossam
حاتم hatem hatim
بلال bilal belal
باسم basem bassem basim
بسام bassam basam
اسامه osama usama ousama
اسماعيل اسمعيل ismail esmail ismael esmaeil ismaeel
اسحاق اسحق ishaq eshagh ishak
داود داوود dawood davoud daoud dawud davood
ادم adam
نور noor nour nur
نورا nooraa
ليلي ليلا layla leila laila leyla
ليان layan lian
لينا lina leena
لمي lama
لما lama
مها maha
مهسا mahsa
مني mona muna
منيره munira monira
مونا moona
هدي huda hoda
هند hind
هناء hana hanaa
حنان hanan
خديجه khadija khadijeh khadijah
عائشه عايشه aisha aysha aishah ayesha
عايده aida
رقيه ruqayya roghayeh ruqaya roqaya
سكينه sakina sakineh
سميه sumaya somayeh sumayya
سميره samira sameera samirah
سعاد suad souad soad
سعيده saeeda saeideh
سلمي salma
سلوي salwa
سحر sahar
سمر samar
رنا rana
رانيا rania raniya
رنيم raneem
ريم reem rim
ريما rima reema
رويا roya
رحيم rahim raheem
رحمان rahman rehman
امل amal
امال amal
اميره amira ameera amireh
الهام elham ilham
جنا jana
جنان janan jinan
دلال dalal
دينا dina deena
شيما shaima shima shaimaa
شيرين shirin sherine shireen
نرگس نرجس narges nargess nargis
نادر nader nadir
ناديه nadia nadiya
نهي noha nuha
نجلا najla
وفا wafa
معصومه masoumeh masuma masoomeh
طاهره tahereh tahira
مرضيه marzieh marziyeh
عليرضا alireza alirida
محمدرضا mohammadreza mohamadreza
حميدرضا hamidreza
غلامرضا gholamreza
اميرحسين amirhossein amirhosein
محمدعلي mohammadali mohamadali
بهرام bahram
بهزاد behzad
بهنام behnam
بهمن bahman
فرهاد farhad
فريد farid fareed
فرزاد farzad
فرشاد farshad
فرشيد farshid
شهرام shahram
شهاب shahab shihab
شهين shahin
شاهين shaheen shahin
مهران mehran
مهرداد mehrdad
مينا mina
ميترا mitra
نسرين nasrin nesrin
نسيم nasim naseem
وحيد vahid waheed wahid
حبيب habib habeeb
`;

/** Word as folded → ranks of the names it may be, 0 for the commonest: Hamid is حميد and حامد. */
function readRanks(): ReadonlyMap<string, readonly number[]> {
  const ranks = new Map<string, number[]>();
  for (const [rank, line] of lines.trim().split('\n').entries())
    for (const word of line.split(' ')) ranks.set(word, [...(ranks.get(word) ?? []), rank]);
  return ranks;
}

const ranks = readRanks();
const none: readonly number[] = [];

/** Which of the commonest given names a folded word may be, by rank; empty when it is none of them. */
export const givenNameRanks = (foldedWord: string): readonly number[] => ranks.get(foldedWord) ?? none;
