// Opening a record that one may not see, in an emergency: it is found by an exact number, and opened against a reason.

import type { Sought } from '@shared/features/emergencies/emergencies.contract';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Dialog, EmptyState, ErrorState, TextField, useT } from '../../ui';
import styles from './emergencies.module.css';
import { ReasonForm } from './ReasonForm';

export interface EmergencyDialogProps {
  onClose(): void;
}

export function EmergencyDialog({ onClose }: EmergencyDialogProps): ReactNode {
  const t = useT();
  const [found, setFound] = useState<readonly Sought[] | null>(null);
  const [chosen, setChosen] = useState<Sought | null>(null);
  return (
    <Dialog opened onClose={onClose} title={t('emergencies.title')} size="small">
      <p className="dw-muted">{t('emergencies.lead')}</p>
      {chosen === null ? (
        <>
          <FindForm onFound={setFound} />
          {found !== null && <FoundList found={found} onChoose={setChosen} />}
        </>
      ) : (
        <ReasonForm sought={chosen} onBack={() => setChosen(null)} onOpened={onClose} />
      )}
    </Dialog>
  );
}

function FindForm({ onFound }: { onFound(found: readonly Sought[] | null): void }): ReactNode {
  const t = useT();
  const find = useEngineCommand('emergencies.find');
  const [text, setText] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await find.run({ text });
    onFound(answer.ok ? answer.value.found : null);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('emergencies.number')}
        hint={t('emergencies.number-hint')}
        value={text}
        onChange={setText}
        direction="ltr"
        maxLength={200}
      />
      {find.error !== null && <ErrorState inline error={find.error} />}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={text.trim().length < 4} pending={find.pending}>
          {t('emergencies.find')}
        </Button>
      </div>
    </form>
  );
}

interface FoundListProps {
  readonly found: readonly Sought[];
  onChoose(sought: Sought): void;
}

function FoundList({ found, onChoose }: FoundListProps): ReactNode {
  const t = useT();
  if (found.length === 0) return <EmptyState title={t('emergencies.nobody')} />;
  return (
    <ul className={styles.found} aria-label={t('emergencies.found')}>
      {found.map((sought) => (
        <li key={sought.id}>
          <span>
            <strong>{sought.initials}</strong>{' '}
            <span className="dw-muted">{t(`catalogue.party.kind.${sought.kind}`)}</span>
          </span>
          <Button onClick={() => onChoose(sought)}>{t('emergencies.this-one')}</Button>
        </li>
      ))}
    </ul>
  );
}
