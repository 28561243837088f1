// What a line that begins with "!" promises, said while it is typed; and what is wrong with a line.

import type { QuickPromise } from '@shared/features/tasks/quick-promise';
import type { ReactNode } from 'react';
import type { Translate } from '../../ui';
import { useDueWriting, useLocaleSettings, useT } from '../../ui';
import type { DraftProblem } from './quick-log-draft';

export function PromiseHint({ promise }: { readonly promise: QuickPromise | null }): ReactNode {
  const t = useT();
  const write = useDueWriting();
  const { calendar } = useLocaleSettings();
  if (promise === null) return null;
  const { word, due, title } = promise;
  if (due === null) return t('activities.quick.promiseHint');
  return t(`activities.quick.promise.${word}`, { day: write(due, calendar), title });
}

export function wrongWords(t: Translate, problem: DraftProblem | null): string | undefined {
  if (problem === 'subject') return t('activities.quick.subjectMissing');
  return problem === 'due' ? t('activities.quick.dueMissing') : undefined;
}
