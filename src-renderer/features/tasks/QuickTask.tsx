// One line for what is to be done: "tomorrow 10 call Amal". What was understood of it is said below while it is typed.

import { leadingDue } from '@shared/locale/parse-due';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, TextField, useFormat, useMomentReading, useT } from '../../ui';
import { useDueWriting } from '../../ui';
import { useDone } from '../operations';
import styles from './tasks.module.css';

export interface QuickTaskProps {
  readonly ownerId?: string | undefined;
}

export function QuickTask({ ownerId }: QuickTaskProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const write = useDueWriting();
  const done = useDone();
  const reading = useMomentReading();
  const create = useEngineCommand('tasks.create');
  const [text, setText] = useState('');
  const { due, rest } = leadingDue(text, reading);
  const title = rest.trim();
  const save = async (): Promise<void> => {
    if (title === '' || create.pending) return;
    const result = await create.run({ title, due, ...(ownerId === undefined ? {} : { ownerId }) });
    done(result, t('tasks.made', { title }));
    if (result.ok) setText('');
  };
  const understood =
    due === null
      ? t('tasks.quickHint')
      : t('tasks.understood', {
          day: write(due, reading.calendar),
          weekday: format.weekday(new Date(`${due.on}T00:00:00Z`).getUTCDay()),
          title,
        });
  return (
    <form
      className={styles.quick}
      aria-label={t('tasks.quick')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.quickLine}>
        <TextField
          label={t('tasks.quick')}
          hideLabel
          placeholder={t('tasks.quickExample')}
          value={text}
          onChange={setText}
          hint={understood}
        />
        <Button
          kind="primary"
          type="submit"
          disabled={title === ''}
          pending={create.pending}
          icon={<IconPlus size="1rem" aria-hidden />}
        >
          {t('tasks.make')}
        </Button>
      </div>
    </form>
  );
}
