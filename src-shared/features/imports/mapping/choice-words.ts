// Which of our choices a word of a file means, by the words the product itself shows for them in three languages, and a few more.

import { fold } from '../../../text/fold';
import { relationshipTypes } from '../../relationships/relationship-types';
import { importedChoiceWords } from './privacy-choice-words';
import type { RecordEntity } from './record-targets';
import { importedFields } from './record-targets';

/** Field → folded word → choice. A choice behind `~` is said from the other side (employer for employee). */
export type ChoiceWords = ReadonlyMap<string, ReadonlyMap<string, string>>;
type Messages = Readonly<Record<string, string>>;

/** Codes of other programs and everyday words beside the product's own. GoldMine's RECTYPE, iCalendar's components. */
const MORE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'activity.kind': {
    call: ['c', 'cc', 'cm', 'phone', 'phone call', 'telephone', 'اتصال', 'هاتف', 'تلفن', 'تماس تلفنی', 'مکالمه'],
    visit: ['زيارة', 'ویزیت', 'بازدید', 'مراجعه', 'مراجعة'],
    meeting: ['a', 'vevent', 'appointment', 'event', 'موعد', 'وقت', 'قرار', 'قرار ملاقات', 'جلسه'],
    letter: ['l', 'fax', 'post', 'خطاب', 'كتاب', 'فاكس', 'فکس'],
    note: [
      'o',
      't',
      'u',
      'd',
      'e',
      's',
      'vtodo',
      'vjournal',
      'to-do',
      'todo',
      'task',
      'other',
      'history',
      'مهمة',
      'کار',
      'سایر',
      'أخرى',
    ],
    message: [
      'm',
      'mg',
      'email',
      'e-mail',
      'mail',
      'sms',
      'whatsapp',
      'بريد',
      'بريد إلكتروني',
      'واتساب',
      'ایمیل',
      'پیامک',
      'واتساپ',
    ],
  },
  'activity.direction': {
    incoming: ['in', 'inbound', 'received', 'وارد', 'واردة', 'مستلم', 'دریافتی', 'ورودی'],
    outgoing: ['out', 'outbound', 'sent', 'صادر', 'صادرة', 'مرسل', 'ارسالی', 'خروجی'],
  },
  ...importedChoiceWords,
};

/** Yes and no. */
const flagWords: Readonly<Record<string, readonly string[]>> = {
  '1': ['yes', 'y', 'true', 'x', '✓', 'نعم', 'اي', 'صح', 'بله', 'آری', 'دارد'],
  '0': ['no', 'n', 'false', '-', '✗', 'لا', 'خطأ', 'خیر', 'نه', 'ندارد'],
};

/** GoldMine says kind and direction in one code. */
export const directedKinds: Readonly<Record<string, { kind: string; direction: string }>> = {
  ci: { kind: 'call', direction: 'incoming' },
  co: { kind: 'call', direction: 'outgoing' },
  mi: { kind: 'message', direction: 'incoming' },
  mo: { kind: 'message', direction: 'outgoing' },
};

export function choiceWords(record: RecordEntity, languages: readonly Messages[]): ChoiceWords {
  const words = new Map<string, ReadonlyMap<string, string>>();
  const { key } = record.entity;
  for (const [name, field] of importedFields(record)) {
    const told = record.choices?.[name];
    const word = told?.word ?? ((choice: string) => `catalogue.${key}.${name}.${choice}`);
    const choices = told?.of ?? field.choices;
    if (choices !== undefined) words.set(name, choicesOf(`${key}.${name}`, { choices, word }, languages));
    else if (field.type === 'flag') words.set(name, flags());
  }
  if (key === 'relationship') words.set('type', relationshipWords(languages));
  return words;
}

function flags(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [flag, words] of Object.entries(flagWords)) put(found, [flag, ...words], flag);
  return found;
}

interface Worded {
  readonly choices: readonly string[];
  readonly word: (choice: string) => string;
}

function choicesOf(field: string, { choices, word }: Worded, languages: readonly Messages[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const choice of choices) {
    const shown = languages.map((messages) => messages[word(choice)] ?? '');
    put(found, [choice, ...shown, ...(MORE[field]?.[choice] ?? [])], choice);
  }
  return found;
}

/** Both readings of an edge: `employee` as it is kept, `~employee` for the word of the other end. */
function relationshipWords(languages: readonly Messages[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const side of ['type', 'inverse'] as const)
    for (const { key } of relationshipTypes) {
      const shown = languages.map((messages) => messages[`relationships.${side}.${key}`] ?? '');
      put(found, side === 'type' ? [key, ...shown] : shown, side === 'type' ? key : `~${key}`);
    }
  return found;
}

/** The first meaning of a word stays: `مريض` is a patient's record before it is the other side of a doctor's. */
function put(found: Map<string, string>, words: readonly string[], choice: string): void {
  for (const word of words.flatMap((text) => [text, ...text.split('/')])) {
    const key = fold(word);
    if (key !== '' && !found.has(key)) found.set(key, choice);
  }
}
