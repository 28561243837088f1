// Wherever something that was asked for by a press is held until it is said what for (an export, a print, a file), it is said here.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { onPurposeAsked } from '../api';
import type { PurposeQuestion as Question } from '../api';
import { Dialog, PurposeQuestion, useT } from '../ui';

interface Asked {
  readonly question: Question;
  readonly answer: (said: boolean) => void;
}

export function PurposeDesk(): ReactNode {
  const t = useT();
  const [waiting, setWaiting] = useState<readonly Asked[]>([]);
  useEffect(
    () =>
      onPurposeAsked((question) => new Promise((answer) => setWaiting((before) => [...before, { question, answer }]))),
    [],
  );
  const [first] = waiting;
  if (first === undefined) return null;
  const { question } = first;
  const isSame = (one: Asked): boolean => one.question.asked === question.asked;
  const end = (said: boolean): void => {
    for (const one of waiting.filter(isSame)) one.answer(said);
    setWaiting((before) => before.filter((one) => !isSame(one)));
  };
  return (
    <Dialog key={question.asked} opened onClose={() => end(false)} title={t('purpose.title')} size="small">
      <PurposeQuestion titled question={question} onSaid={() => end(true)} />
    </Dialog>
  );
}
