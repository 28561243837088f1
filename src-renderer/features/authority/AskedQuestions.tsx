// Questions for the caller: what they answer is compared in the engine, which alone knows the right one.

import type { OutputAt } from '../../api';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Button, ErrorState, TextField, useT } from '../../ui';
import styles from './authority.module.css';

type Question = OutputAt<'authority.check'>['questions'][number];

export interface AskedQuestionsProps {
  readonly two: { readonly callerId: string; readonly subjectId: string };
  readonly questions: readonly Question[];
  readonly attemptsLeft: number;
  onAnswered(): void;
}

export function AskedQuestions({ two, questions, attemptsLeft, onAnswered }: AskedQuestionsProps): ReactNode {
  return questions.map((question) => (
    <AskedQuestion
      key={question.id}
      two={two}
      question={question}
      closed={attemptsLeft === 0}
      onAnswered={onAnswered}
    />
  ));
}

interface AskedQuestionProps extends Pick<AskedQuestionsProps, 'two' | 'onAnswered'> {
  readonly question: Question;
  readonly closed: boolean;
}

function AskedQuestion({ two, question, closed, onAnswered }: AskedQuestionProps): ReactNode {
  const t = useT();
  const verify = useEngineCommand('authority.verify');
  const [answer, setAnswer] = useState('');
  const [wrong, setWrong] = useState<number | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (answer.trim() === '' || verify.pending) return;
    const result = await verify.run({ ...two, questionId: question.id, answer });
    setAnswer('');
    setWrong(result.ok && !result.value.right ? result.value.attemptsLeft : null);
    onAnswered();
  };
  if (question.passed)
    return (
      <p className={styles.passed}>
        <IconCircleCheckFilled size="1.1rem" aria-hidden /> <Bidi>{question.question}</Bidi> {t('authority.right')}
      </p>
    );
  return (
    <form className={styles.ask} onSubmit={(event) => void submit(event)}>
      <strong>
        <Bidi>{question.question}</Bidi>
      </strong>
      <div className={styles.askLine}>
        <TextField
          label={t('authority.said')}
          hideLabel
          placeholder={t('authority.said')}
          value={answer}
          disabled={closed}
          error={wrong === null ? undefined : t('authority.wrong', { count: wrong })}
          onChange={setAnswer}
        />
        <Button type="submit" disabled={closed || answer.trim() === ''} pending={verify.pending}>
          {t('authority.compare')}
        </Button>
      </div>
      {verify.error !== null && <ErrorState inline error={verify.error} />}
    </form>
  );
}
