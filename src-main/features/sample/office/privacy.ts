// The privacy desk of the sample office: requests that wait, one that is late, some that are answered, a hold, and somebody who is gone.

import type { OfficeBuilder } from './builder';
import type { SamplePrivacy, SampleRequest } from './types';

type Ago = (days: number) => string;

export function samplePrivacy({ kit, today }: OfficeBuilder): SamplePrivacy {
  const ago: Ago = (days) => kit.dates.on(today - days);
  return {
    requests: [...waiting(ago), ...answered(ago)],
    holds: [{ partyKey: 'yousef', reason: 'دعوى منظورة أمام المحكمة التجارية؛ لا يُمحى شيء قبل الحكم.' }],
    complained: ['haddad'],
    gone: gone(ago),
    approverKey: 'nadia',
  };
}

const waiting = (ago: Ago): SampleRequest[] => [
  {
    partyKey: 'fatima',
    kind: 'access',
    receivedOn: ago(6),
    note: 'طلبت نسخة من ملفها وملف ابنها سالم.',
    identityCheck: 'الهوية الوطنية، في الفرع',
  },
  { partyKey: 'khalid', kind: 'correct', receivedOn: ago(44), note: 'يقول إن تاريخ ميلاده مسجل خطأ.' },
  {
    partyKey: 'hind',
    kind: 'erase',
    receivedOn: ago(11),
    note: 'انتقلت إلى مدينة أخرى وتطلب محو بياناتها.',
    identityCheck: 'مكالمة إلى الرقم المسجل، وسؤالان',
  },
];

const answered = (ago: Ago): SampleRequest[] => [
  {
    partyKey: 'rezaei',
    kind: 'port',
    receivedOn: ago(70),
    note: 'پرونده‌اش را برای پزشک تازه‌اش می‌خواهد.',
    identityCheck: 'کارت ملی',
    closed: { state: 'done', outcome: 'نسخه‌ای روی حافظهٔ رمزدار به خود او داده شد.' },
  },
  {
    partyKey: 'zahra',
    kind: 'access',
    receivedOn: ago(95),
    note: 'از شوهرش هم می‌پرسد.',
    identityCheck: 'کارت ملی',
    closed: { state: 'refused', outcome: 'دربارهٔ شوهرش تنها خود او می‌تواند بپرسد؛ نسخهٔ خودش داده شد.' },
  },
];

const gone = (ago: Ago): SamplePrivacy['gone'] => ({
  draft: {
    kind: 'person',
    language: 'ar',
    names: [{ text: 'مشعل بن راشد العتيبي', given: 'مشعل', family: 'العتيبي' }],
    contactPoints: [{ kind: 'phone', label: 'mobile', value: '0500 120 934', preferred: true }],
    roles: [{ type: 'prospect' }],
  },
  request: {
    receivedOn: ago(20),
    note: 'لم يصبح عميلًا ويطلب محو كل ما لدينا عنه.',
    identityCheck: 'مكالمة إلى الرقم المسجل',
  },
});
