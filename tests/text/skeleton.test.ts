// Names people write in both alphabets must meet; names that only resemble must not.
import { describe, expect, test } from 'vitest';
import { fold } from '@shared/text/fold';
import { sameSkeleton, skeleton, skeletons } from '@shared/text/skeleton';

const samePrimary: readonly (readonly string[])[] = [
  ['محمد', 'Mohammed', 'Muhammad', 'Mohamad', 'Mohamed', 'Mohammad', 'Muhammed'],
  ['عبدالله', 'Abdullah', 'Abdollah', 'Abdallah', 'Abdulla', 'Abdulah'],
  ['حسین', 'Hossein', 'Hussain', 'Hussein', 'Husain', 'Hosein'],
  ['فاطمه', 'فاطمة', 'Fatima', 'Fatemeh', 'Fatimah', 'Fatma'],
  ['يوسف', 'یوسف', 'Yusuf', 'Youssef', 'Yousef', 'Yousuf'],
  ['خالد', 'Khaled', 'Khalid'],
  ['القحطاني', 'Alqahtani', 'Elqahtani'],
  ['قحطاني', 'القحطاني', 'Qahtani', 'Kahtani'],
  ['رضایی', 'رضائي', 'Rezaei', 'Rezaee', 'Rezayi'],
  ['علی', 'علي', 'Ali', 'Aly'],
  ['أحمد', 'احمد', 'Ahmad', 'Ahmed'],
  ['صالح', 'Saleh', 'Salih'],
  ['عبدالرحمن', 'Abdulrahman', 'Abdelrahman', 'Abdurrahman', 'Abdolrahman'],
  ['عبدالعزيز', 'Abdulaziz', 'Abdelaziz'],
  ['عثمان', 'Othman', 'Osman', 'Usman', 'Uthman'],
  ['قاسم', 'Qasim', 'Ghasem', 'Kasem', 'Qassem'],
  ['مصطفى', 'مصطفی', 'Mustafa', 'Mostafa', 'Moustapha'],
  ['زهراء', 'زهرا', 'Zahra', 'Zahraa'],
  ['نوید', 'Navid', 'Naveed'],
  ['علوی', 'Alavi', 'Alawi'],
  ['موسوی', 'Mousavi', 'Moosavi', 'Mosawi'],
  ['رویا', 'رؤيا', 'Roya'],
  ['پرویز', 'Parviz', 'Parwiz'],
  ['شیرازی', 'Shirazi', 'Chirazi'],
  ['غلامی', 'Gholami', 'Qolami'],
  ['خمینی', 'Khomeini', 'Khomeyni'],
  ['سليمان', 'Sulaiman', 'Soleiman', 'Suleyman'],
  ['نوروزی', 'Nowruzi', 'Norouzi', 'Nourouzi'],
  ['خسرو', 'Khosrow', 'Khosro'],
  ['ژاله', 'Zhaleh', 'Jaleh'],
  ['عائشة', 'Aisha', 'Ayesha', 'Aicha'],
  ['طه', 'Taha'],
  ['نوح', 'Nouh', 'Nuh', 'Nooh'],
  ['كاوه', 'Kaveh', 'Kavah'],
  ['هيثم', 'Haitham', 'Haytham'],
  ['إبراهيم', 'Ibrahim', 'Ebrahim', 'Ibraheem'],
  ['إسماعيل', 'Ismail', 'Esmaeil', 'Ismaeel'],
  ['عمر', 'Omar', 'Umar'],
  ['ممدوح', 'Mamdouh', 'Mamduh'],
  ['الهام', 'إلهام', 'Elham'],
  ['الهی', 'Elahi'],
  ['نژاد', 'Nejad', 'Nezhad'],
  ['نورالدين', 'Noureddine', 'Nouraldin', 'Nureddin', 'Nouraldeen'],
  ['ابوالفضل', 'Abolfazl', 'Abulfazl'],
  ['روح‌الله', 'Ruhollah', 'Rouhollah', 'Rohullah'],
  ['محمود', 'Mahmoud', 'Mahmood', 'Mahmud', 'Mahmod'],
  ['محمودی', 'Mahmoudi', 'Mahmoodi'],
];

const sameByVariant: readonly (readonly [string, string])[] = [
  ['رضا', 'Reza'],
  ['رضا', 'Rida'],
  ['رضا', 'Ridha'],
  ['رمضان', 'Ramadan'],
  ['رمضان', 'Ramazan'],
  ['رياض', 'Riyadh'],
  ['جمال', 'Jamal'],
  ['جمال', 'Gamal'],
  ['Jamal', 'Gamal'],
  ['گلناز', 'Golnaz'],
  ['فتحي', 'Fathi'],
  ['فتح', 'Fath'],
  ['إسحاق', 'Ishaq'],
  ['سهيل', 'Suhail'],
  ['أزهر', 'Azhar'],
  ['ادهم', 'Adham'],
  ['داود', 'Daoud'],
  ['داود', 'Dawood'],
  ['Davood', 'Daoud'],
  ['أنور', 'Anwar'],
  ['جواد', 'Javad'],
  ['جواد', 'Jawad'],
  ['عوض', 'Awad'],
  ['حياة', 'Hayat'],
  ['خواجه', 'Khajeh'],
  ['إخوان', 'Ikhwan'],
  ['العمري', 'Alomari'],
  ['العمري', 'Omari'],
  ['الياس', 'Elias'],
  ['الیاس', 'Elyas'],
  ['سياوش', 'Siavash'],
  ['رضوان', 'Radwan'],
  ['رضوان', 'Rezvan'],
  ['فيصل', 'Faisal'],
  ['الوليد', 'Alwaleed'],
  ['ظافر', 'Dhafer'],
  ['كوثر', 'Kawthar'],
  ['كوثر', 'Kowsar'],
  ['معاذ', 'Moaz'],
  ['معاذ', 'Muath'],
  ['حذيفة', 'Huthaifa'],
  ['حذيفة', 'Hodeifa'],
  ['ذكرى', 'Thikra'],
  ['ذياب', 'Diab'],
  ['ذياب', 'Dhiab'],
  ['ذوالفقار', 'Zulfiqar'],
  ['ذوالفقار', 'Zolfaghar'],
  ['ذوالفقار', 'Dhulfiqar'],
];

const different: readonly (readonly [string, string])[] = [
  ['محمد', 'Mahmoud'],
  ['محمود', 'Mohammed'],
  ['محمدی', 'Mahmoudi'],
  ['أحمد', 'Hamid'],
  ['حسن', 'Hossein Ali'],
  ['نوید', 'Neda'],
  ['خالد', 'Walid'],
  ['فاطمة', 'Fahima'],
  ['كريم', 'Rahim'],
  ['سمير', 'Amir'],
  ['ليلى', 'Lina'],
];

describe('skeleton', () => {
  test.each(samePrimary)('%s has one skeleton in all its spellings', (...spellings) => {
    const codes = spellings.map((spelling) => skeleton(fold(spelling)));
    expect(codes.map((code) => (code === codes[0] ? '' : code)).filter(Boolean)).toEqual([]);
    expect(codes[0]).not.toBe('');
  });

  test.each(sameByVariant)('%s and %s are taken for one name', (left, right) => {
    expect(sameSkeleton(fold(left), fold(right)), `${skeletons(fold(left))} / ${skeletons(fold(right))}`).toBe(true);
  });

  test.each(different)('%s and %s stay apart', (left, right) => {
    expect(sameSkeleton(fold(left), fold(right))).toBe(false);
  });

  test('numbers, mixed words and other scripts have none', () => {
    for (const word of ['123', 'b12', 'иван', '東京', '']) expect(skeletons(word)).toEqual([]);
  });

  test('no word has more than four variants', () => {
    for (const word of ['dhghthghdhthg', 'ضضضضض', 'alawawawawa', 'تهسهزهدهكهض'])
      expect(skeletons(word).length).toBeLessThanOrEqual(4);
  });
});
