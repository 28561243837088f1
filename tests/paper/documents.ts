// One document in three languages, of several pages, with what is hard on paper: figures beside letters, signs of markup, names of another script.
import type { Language } from '@shared/locale/language';
import type { Paper } from '@shared/paper/paper';
import { amountInWords } from '@shared/locale/amount-words/amount-words';

const words = {
  ar: {
    title: 'عرض سعر',
    office: 'عيادة النور للأسنان',
    to: 'إلى',
    client: 'شركة الخليج للتجارة',
    until: 'صالح حتى',
    item: 'البند',
    amount: 'المبلغ',
    treatment: 'فحص شامل <مع أشعة>',
    note: 'خصم عشرة بالمئة لأن الكمية عشرون أو أكثر',
    net: 'قبل الضريبة',
    total: 'الإجمالي',
    pages: 'صفحة {page} من {pages}',
    digits: 'arab',
  },
  fa: {
    title: 'پیش‌فاکتور',
    office: 'کلینیک دندان‌پزشکی نور',
    to: 'به',
    client: 'شرکت بازرگانی خلیج',
    until: 'معتبر تا',
    item: 'شرح',
    amount: 'مبلغ',
    treatment: 'معاینهٔ کامل <با عکس>',
    note: 'ده درصد تخفیف، زیرا تعداد بیست یا بیشتر است',
    net: 'پیش از مالیات',
    total: 'جمع کل',
    pages: 'صفحه {page} از {pages}',
    digits: 'arabext',
  },
  en: {
    title: 'Quote',
    office: 'Noor Dental Clinic',
    to: 'To',
    client: 'Gulf Trading Company',
    until: 'Valid until',
    item: 'Item',
    amount: 'Amount',
    treatment: 'Full examination <with X-ray>',
    note: '10 % off because there are 20 or more',
    net: 'Before tax',
    total: 'Total',
    pages: 'Page {page} of {pages}',
    digits: 'latn',
  },
} as const;

/** `rows` of 1,234.500 Kuwaiti dinars each. */
export function documentIn(language: Language, rows = 40): Paper {
  const w = words[language];
  return {
    language,
    digits: w.digits,
    title: w.title,
    number: '7K-00042-3',
    letterhead: { name: w.office, lines: ['Salmiya 22001', '+965 2220 0000'], logo: null },
    issuedAt: Date.UTC(2026, 10, 28, 9),
    foot: { text: w.office, pages: w.pages },
    blocks: [
      { kind: 'address', label: w.to, name: w.client, lines: ['Salmiya'] },
      { kind: 'facts', facts: [{ label: w.until, value: '2026-12-28' }] },
      {
        kind: 'table',
        columns: [
          { label: '#', kind: 'text' },
          { label: w.item, kind: 'text' },
          { label: w.amount, kind: 'figure' },
        ],
        rows: Array.from({ length: rows }, (_, index) => ({
          cells: [String(index + 1), w.treatment, '1,234.500'],
          ...(index === 1 ? { note: w.note } : {}),
        })),
        sums: [
          { label: w.net, value: '117.500' },
          { label: w.total, value: '125.500' },
        ],
      },
      { kind: 'words', lines: [amountInWords(125_500, 'KWD', language)] },
      { kind: 'signatures', labels: [w.office, w.client] },
    ],
  };
}
