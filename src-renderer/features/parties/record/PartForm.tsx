// The frame of a small form inside a section: its fields, what went wrong, Save and Cancel; Esc leaves it.

import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button, ErrorState, useT } from '../../../ui';
import styles from './record.module.css';
import type { PartyEdit } from './use-party-edit';

export interface PartFormFrameProps {
  readonly edit: Pick<PartyEdit, 'pending' | 'failure'>;
  /** True when what is typed can be saved. */
  readonly ready: boolean;
  readonly children: ReactNode;
  onSave(): Promise<boolean>;
  onClose(): void;
}

export function PartForm({ edit, ready, children, onSave, onClose }: PartFormFrameProps): ReactNode {
  const t = useT();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (ready && !edit.pending && (await onSave())) onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
  return (
    <form className={styles.partForm} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
      {children}
      {edit.failure !== null && <ErrorState inline error={edit.failure} />}
      <div className={styles.editorButtons}>
        <Button small onClick={onClose}>
          {t('record.cancel')}
        </Button>
        <Button small kind="primary" type="submit" disabled={!ready} pending={edit.pending}>
          {t('record.save')}
        </Button>
      </div>
    </form>
  );
}

/** Empty text is no value. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
