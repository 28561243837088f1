// What a look is for, where the role of whoever looks must say it: one press answers, and what was held back is asked for again.

import { useQueryClient } from '@tanstack/react-query';
import { readingPurposes, type ReadingPurpose } from '@shared/core/purpose';
import type { KeyboardEvent, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { askRefused, useEngineCommand } from '../api';
import type { PurposeQuestion as Question } from '../api';
import { Button } from './Button';
import { failureWords } from './failure-words';
import { TextField } from './fields';
import { useFormat } from './format';
import style from './PurposeQuestion.module.css';
import { useT } from './words';

export interface PurposeQuestionProps {
  readonly question: Question;
  /** In a panel or a list: its title is part of it, and the keyboard stays where it is. */
  readonly inline?: boolean;
  /** Under a title of its own. */
  readonly titled?: boolean;
  onSaid(): void;
}

export function PurposeQuestion({ question, inline = false, titled = false, onSaid }: PurposeQuestionProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const declare = useEngineCommand('access.declare');
  const [words, setWords] = useState('');
  const choices = useRef<HTMLDivElement>(null);
  const say = async (purpose: ReadingPurpose): Promise<void> => {
    const added = words.trim();
    const said = await declare.run({ asked: question.asked, purpose, ...(added === '' ? {} : { words: added }) });
    if (!said.ok) return;
    void askRefused(queries);
    onSaid();
  };
  return (
    <section
      className={style.question}
      data-inline={inline || undefined}
      data-titled={titled || undefined}
      aria-labelledby={titled ? undefined : id}
      // What lies around it, such as the search, listens to the same keys.
      onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
    >
      {!titled && (
        <h2 id={id} className={style.title}>
          {t('purpose.title')}
        </h2>
      )}
      <p className={style.lead}>{t('purpose.lead', { minutes: question.minutes })}</p>
      <TextField
        label={t('purpose.words')}
        hint={t('purpose.words-hint')}
        value={words}
        onChange={setWords}
        maxLength={500}
      />
      <div
        ref={choices}
        className={style.choices}
        role="group"
        aria-label={t('purpose.choices')}
        onKeyDown={(event) => moved(event, choices.current, (purpose) => void say(purpose))}
      >
        {readingPurposes.map((purpose, index) => (
          <Button
            key={purpose}
            fullWidth
            className={style.choice}
            autoFocus={!inline && index === 0}
            disabled={declare.pending}
            icon={
              <span className={style.number} aria-hidden>
                {format.number(index + 1)}
              </span>
            }
            aria-keyshortcuts={String(index + 1)}
            onClick={() => void say(purpose)}
          >
            {t(`audit.purpose.${purpose}`)}
          </Button>
        ))}
      </div>
      {declare.error !== null && (
        <p className={style.failure} role="alert">
          {failureWords(t, declare.error)}
        </p>
      )}
    </section>
  );
}

/** Arrows go from one to the next, a figure chooses at once; by the place of the key, so that every layout has it. */
function moved(event: KeyboardEvent, group: HTMLElement | null, say: (purpose: ReadingPurpose) => void): void {
  const purpose = readingPurposes[Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0) - 1];
  if (purpose !== undefined) return say(purpose);
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || group === null) return undefined;
  const buttons = [...group.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  return buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
