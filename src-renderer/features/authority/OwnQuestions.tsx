// Questions that a party is asked when it calls about itself.

import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Button, Buttons, ErrorState, Form, IconButton, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import type { PickedParty } from '../search';
import styles from './authority.module.css';

export interface OwnQuestionsProps {
  readonly party: PickedParty;
  readonly questions: readonly { readonly id: string; readonly question: string }[];
  readonly allowed: boolean;
}

export function OwnQuestions({ party, questions, allowed }: OwnQuestionsProps): ReactNode {
  const t = useT();
  const done = useDone();
  const remove = useEngineCommand('authority.removeQuestion');
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{t('authority.questions-own', { name: party.name })}</h3>
      <ul className={styles.plain}>
        {questions.map(({ id, question }) => (
          <li key={id} className={styles.question}>
            <Bidi>{question}</Bidi>
            {allowed && (
              <IconButton
                small
                label={t('authority.remove-question')}
                onClick={async () => done(await remove.run({ id }), t('authority.question-removed'))}
              >
                <IconTrash size="1rem" aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {adding && <NewQuestion party={party} onClose={() => setAdding(false)} />}
      {allowed && !adding && (
        <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={() => setAdding(true)}>
          {t('authority.add-question')}
        </Button>
      )}
    </div>
  );
}

function NewQuestion({ party, onClose }: { readonly party: PickedParty; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const add = useEngineCommand('authority.addQuestion');
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState('');
  const ready = question.trim() !== '' && answer.trim() !== '';
  const submit = async (): Promise<void> => {
    if (!ready) return;
    const result = await add.run({ subjectId: party.id, question, answer });
    if (!result.ok) return;
    done(result, t('authority.question-added'));
    onClose();
  };
  return (
    <Form onSubmit={submit}>
      <TextField label={t('authority.question')} value={question} onChange={setQuestion} autoFocus />
      <TextField label={t('authority.answer')} hint={t('authority.answer-hint')} value={answer} onChange={setAnswer} />
      {add.error !== null && <ErrorState inline error={add.error} />}
      <Buttons>
        <Button small onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button small type="submit" kind="primary" disabled={!ready} pending={add.pending}>
          {t('common.save')}
        </Button>
      </Buttons>
    </Form>
  );
}
