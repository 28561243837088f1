// Name, kind and note of a file.

import { attachmentEntity } from '@shared/catalogue';
import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, ChoiceSelect, Dialog, ErrorState, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './attachments.module.css';

export interface FileEditorProps {
  readonly item: AttachmentItem;
  readonly onClose: () => void;
}

export function FileEditor({ item, onClose }: FileEditorProps): ReactNode {
  const t = useT();
  const done = useDone();
  const update = useEngineCommand('attachments.update');
  const [form, setForm] = useState({ name: item.name, kind: item.kind, label: item.label ?? '' });
  const save = async (): Promise<void> => {
    const label = form.label.trim() === '' ? null : form.label;
    const result = await update.run({ id: item.id, name: form.name, kind: form.kind, label });
    if (!result.ok) return;
    done(result, t('attachments.changed'));
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button
        kind="primary"
        type="submit"
        form="file-editor"
        pending={update.pending}
        disabled={form.name.trim() === ''}
      >
        {t('common.save')}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t('catalogue.attachment')} size="small" footer={footer}>
      <form
        id="file-editor"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('catalogue.attachment.name')}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          maxLength={200}
          autoFocus
          required
        />
        <ChoiceSelect
          entity={attachmentEntity}
          field="kind"
          value={form.kind}
          onChange={(kind) => kind !== null && setForm({ ...form, kind })}
        />
        <TextField
          label={t('catalogue.attachment.label')}
          value={form.label}
          onChange={(label) => setForm({ ...form, label })}
        />
        {update.error !== null && <ErrorState inline error={update.error} />}
      </form>
    </Dialog>
  );
}
