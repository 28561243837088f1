// Gives what the list shows now a name, private or for everybody; also renames and shares an earlier one.

import type { SavedView } from '@shared/features/views/views.contract';
import type { FormEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand } from '../../../api';
import { Button, Dialog, ErrorState, Switch, TextField, useT } from '../../../ui';
import { useDone } from '../../operations';
import type { ListView } from './list-view';
import styles from './list.module.css';

export interface SaveViewDialogProps {
  /** The view to rename; null to save a new one. */
  readonly saved: SavedView | null;
  readonly view: ListView;
  onClose(): void;
}

export function SaveViewDialog({ saved, view, onClose }: SaveViewDialogProps): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const save = useEngineCommand('views.save');
  const [name, setName] = useState(saved?.name ?? '');
  const [shared, setShared] = useState(saved?.shared ?? false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const { kinds: _kinds, ...filter } = view.filter;
    const result = await save.run({ id: saved?.id, list: 'parties', name, shared, definition: { ...view, filter } });
    if (!result.ok) return;
    done(result, t('people.views.saved', { name: name.trim() }));
    onClose();
  };
  const footer = (
    <Button kind="primary" type="submit" form={id} pending={save.pending} disabled={name.trim() === ''}>
      {t('record.save')}
    </Button>
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      size="small"
      title={t(saved === null ? 'people.views.save' : 'people.views.rename')}
      footer={footer}
    >
      <form id={id} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField label={t('people.views.name')} value={name} autoFocus required maxLength={100} onChange={setName} />
        <Switch label={t('people.views.shared')} checked={shared} onChange={setShared} />
        {save.error !== null && <ErrorState inline error={save.error} />}
      </form>
    </Dialog>
  );
}
