// How currencies are called when an amount is read out: the whole and its smaller part, in the forms that numbers ask for.

import type { Language } from '../language';
import type { ArabicNoun, EnglishNoun, Nouns, PersianNoun } from './noun';

export interface CurrencyNouns {
  readonly ar: Nouns<ArabicNoun>;
  readonly fa: Nouns<PersianNoun>;
  readonly en: Nouns<EnglishNoun>;
}

const noun =
  (gender: ArabicNoun['gender']) =>
  (one: string, ...[two, few, many]: readonly [two: string, few: string, many: string]): ArabicNoun => ({
    gender,
    one,
    two,
    few,
    many,
  });
const he = noun('masculine');
const she = noun('feminine');

/** دينار with its country: كويتي → ديناران كويتيان، دنانير كويتية، ديناراً كويتياً. */
const his =
  (one: string, few: string) =>
  (of: string): ArabicNoun =>
    he(`${one} ${of}`, `${one}ان ${of}ان`, `${few} ${of}ة`, `${one}اً ${of}اً`);
const [dinar, riyal, dirham, pound, dollar] = [
  his('دينار', 'دنانير'),
  his('ريال', 'ريالات'),
  his('درهم', 'دراهم'),
  his('جنيه', 'جنيهات'),
  his('دولار', 'دولارات'),
];
/** ليرة سورية: an ending in ة opens in the dual and takes no letter in the accusative. */
const hers = (stem: string, of: string): ArabicNoun =>
  she(`${stem}ة ${of}ة`, `${stem}تان ${of}تان`, `${stem}ات ${of}ة`, `${stem}ة ${of}ة`);

const fils = he('فلس', 'فلسان', 'فلوس', 'فلساً');
const qirsh = he('قرش', 'قرشان', 'قروش', 'قرشاً');
const halala = she('هللة', 'هللتان', 'هللات', 'هللة');
const baisa = she('بيسة', 'بيستان', 'بيسات', 'بيسة');
const millime = he('مليم', 'مليمان', 'مليمات', 'مليماً');
const centime = he('سنتيم', 'سنتيمان', 'سنتيمات', 'سنتيماً');
const cent = he('سنت', 'سنتان', 'سنتات', 'سنتاً');
const penny = he('بنس', 'بنسان', 'بنسات', 'بنساً');

const word = (one: string, other = `${one}s`): EnglishNoun => ({ one, other });

interface Named {
  readonly ar: readonly [whole: ArabicNoun, part: ArabicNoun | null];
  readonly fa: readonly [whole: string, part: string | null];
  readonly en: readonly [whole: EnglishNoun, part: EnglishNoun | null];
}
const named = ({ ar, fa, en }: Named): CurrencyNouns => ({
  ar: { whole: ar[0], part: ar[1] },
  fa: { whole: fa[0], part: fa[1] },
  en: { whole: en[0], part: en[1] },
});

const known: Readonly<Record<string, CurrencyNouns>> = {
  SAR: named({
    ar: [riyal('سعودي'), halala],
    fa: ['ریال سعودی', 'هلله'],
    en: [word('Saudi riyal'), word('halala')],
  }),
  AED: named({
    ar: [dirham('إماراتي'), fils],
    fa: ['درهم امارات', 'فلس'],
    en: [word('UAE dirham'), word('fils', 'fils')],
  }),
  KWD: named({
    ar: [dinar('كويتي'), fils],
    fa: ['دینار کویت', 'فلس'],
    en: [word('Kuwaiti dinar'), word('fils', 'fils')],
  }),
  BHD: named({
    ar: [dinar('بحريني'), fils],
    fa: ['دینار بحرین', 'فلس'],
    en: [word('Bahraini dinar'), word('fils', 'fils')],
  }),
  OMR: named({ ar: [riyal('عماني'), baisa], fa: ['ریال عمان', 'بیسه'], en: [word('Omani rial'), word('baisa')] }),
  QAR: named({
    ar: [riyal('قطري'), dirham('قطري')],
    fa: ['ریال قطر', 'درهم'],
    en: [word('Qatari riyal'), word('dirham')],
  }),
  YER: named({ ar: [riyal('يمني'), fils], fa: ['ریال یمن', 'فلس'], en: [word('Yemeni rial'), word('fils', 'fils')] }),
  IQD: named({
    ar: [dinar('عراقي'), fils],
    fa: ['دینار عراق', 'فلس'],
    en: [word('Iraqi dinar'), word('fils', 'fils')],
  }),
  JOD: named({
    ar: [dinar('أردني'), fils],
    fa: ['دینار اردن', 'فلس'],
    en: [word('Jordanian dinar'), word('fils', 'fils')],
  }),
  EGP: named({ ar: [pound('مصري'), qirsh], fa: ['پوند مصر', 'پیاستر'], en: [word('Egyptian pound'), word('piastre')] }),
  SDG: named({
    ar: [pound('سوداني'), qirsh],
    fa: ['پوند سودان', 'قرش'],
    en: [word('Sudanese pound'), word('piastre')],
  }),
  SYP: named({
    ar: [hers('لير', 'سوري'), qirsh],
    fa: ['لیره سوریه', 'قرش'],
    en: [word('Syrian pound'), word('piastre')],
  }),
  LBP: named({
    ar: [hers('لير', 'لبناني'), qirsh],
    fa: ['لیره لبنان', 'قرش'],
    en: [word('Lebanese pound'), word('piastre')],
  }),
  TRY: named({
    ar: [hers('لير', 'تركي'), qirsh],
    fa: ['لیر ترکیه', 'کوروش'],
    en: [word('Turkish lira', 'Turkish lira'), word('kuruş', 'kuruş')],
  }),
  LYD: named({
    ar: [dinar('ليبي'), dirham('ليبي')],
    fa: ['دینار لیبی', 'درهم'],
    en: [word('Libyan dinar'), word('dirham')],
  }),
  TND: named({
    ar: [dinar('تونسي'), millime],
    fa: ['دینار تونس', 'میلیم'],
    en: [word('Tunisian dinar'), word('millime')],
  }),
  DZD: named({
    ar: [dinar('جزائري'), centime],
    fa: ['دینار الجزایر', 'سانتیم'],
    en: [word('Algerian dinar'), word('centime')],
  }),
  MAD: named({
    ar: [dirham('مغربي'), centime],
    fa: ['درهم مراکش', 'سانتیم'],
    en: [word('Moroccan dirham'), word('centime')],
  }),
  IRR: named({ ar: [riyal('إيراني'), null], fa: ['ریال', null], en: [word('Iranian rial'), null] }),
  AFN: named({
    ar: [he('أفغاني', 'أفغانيان', 'أفغانيات', 'أفغانياً'), he('بول', 'بولان', 'بولات', 'بولاً')],
    fa: ['افغانی', 'پول'],
    en: [word('afghani'), word('pul')],
  }),
  PKR: named({
    ar: [hers('روبي', 'باكستاني'), baisa],
    fa: ['روپیه پاکستان', 'پیسه'],
    en: [word('Pakistani rupee'), word('paisa', 'paise')],
  }),
  USD: named({ ar: [dollar('أمريكي'), cent], fa: ['دلار آمریکا', 'سنت'], en: [word('US dollar'), word('cent')] }),
  EUR: named({
    ar: [he('يورو', 'يورو', 'يورو', 'يورو'), cent],
    fa: ['یورو', 'سنت'],
    en: [word('euro'), word('cent')],
  }),
  GBP: named({
    ar: [pound('إسترليني'), penny],
    fa: ['پوند انگلیس', 'پنی'],
    en: [word('pound sterling', 'pounds sterling'), word('penny', 'pence')],
  }),
};

/** Of any other currency its name as the language knows it, and no smaller part. */
export function currencyNouns(currency: string): CurrencyNouns {
  const found = known[currency];
  if (found !== undefined) return found;
  const name = (language: Language): string =>
    new Intl.DisplayNames([language], { type: 'currency' }).of(currency) ?? currency;
  const ar = name('ar');
  return {
    ar: { whole: he(ar, ar, ar, ar), part: null },
    fa: { whole: name('fa'), part: null },
    en: { whole: word(name('en'), name('en')), part: null },
  };
}

/** Ten rials, as people in Iran count. */
export const toman: CurrencyNouns['fa'] & { readonly rials: bigint } = { whole: 'تومان', part: 'ریال', rials: 10n };
