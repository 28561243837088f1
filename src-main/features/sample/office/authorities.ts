// Who may be told about whom in the sample office: what a clinic and an insurer ask themselves at every call.

import type { Matter } from '@shared/features/authority/matters';
import type { OfficeBuilder } from './builder';
import type { SampleAuthority } from './types';

const everything: readonly Matter[] = ['appointments', 'contact', 'documents', 'financial', 'medical', 'personal'];

export function sampleAuthorities({ kit, today }: OfficeBuilder): SampleAuthority[] {
  const ago = (days: number): string => kit.dates.on(today - days);
  return [
    {
      agentKey: 'fatima',
      subjectKey: 'salem',
      basis: 'guardian',
      matters: everything,
      mayAct: true,
      questions: [
        { question: 'ما اسم مدرسة سالم؟', answer: 'مدرسة الياسمين' },
        { question: 'من طبيبه عندنا؟', answer: 'الحداد' },
      ],
    },
    { agentKey: 'fahd', subjectKey: 'fatima', basis: 'spouse', matters: ['appointments', 'contact'] },
    { agentKey: 'khalid', subjectKey: 'hind', basis: 'spouse', matters: ['appointments', 'medical'], fromOn: ago(700) },
    // Ended a few days ago, and somebody will call as if it had not.
    { agentKey: 'yousef', subjectKey: 'hind', basis: 'mandate', matters: ['financial'], mayAct: true, toOn: ago(3) },
    { agentKey: 'zahra', subjectKey: 'rezaei', basis: 'spouse', matters: ['appointments', 'medical'] },
    // The paper has not come yet.
    { agentKey: 'noor-manager', subjectKey: 'noor', basis: 'mandate', matters: ['contact', 'financial'], mayAct: true },
  ];
}
