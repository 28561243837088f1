// One file in a list: what it is, how large, who added it when; and what can be done with it.

import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import { mayRun } from '@shared/features/attachments/file-name';
import { IconDots, IconDownload, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import { Bidi, Chip, IconButton, InstantText, Menu, MenuItem, useFormat, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './attachments.module.css';
import { sizeWords } from './bytes';
import { FileEditor } from './FileEditor';
import { FileMark } from './FileMark';
import { FileName } from './FileName';
import { FilePreview } from './FilePreview';
import { SaveQuestion } from './SaveQuestion';
import { useSaveFile } from './use-file-jobs';

export interface FileLineProps {
  readonly item: AttachmentItem;
  readonly picture?: string;
  /** On the page of a person: which activity it is of, who added it and when. */
  readonly showActivity?: boolean;
}

export function FileLine({ item, picture, showActivity = false }: FileLineProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<'preview' | 'edit' | 'save' | null>(null);
  const { save } = useSaveFile();
  const close = (): void => setOpen(null);
  const saveNow = (): void => {
    close();
    void save(item);
  };
  const askedSave = (): void => (mayRun(item.name) ? setOpen('save') : saveNow());
  return (
    <li className={styles.file} data-state={item.state}>
      <button
        type="button"
        className={styles.opener}
        onClick={() => setOpen('preview')}
        disabled={item.state === 'erased'}
        title={t('attachments.open', { name: item.name })}
      >
        <FileMark item={item} picture={picture} />
        <span className={styles.words}>
          <FileName name={item.name} />
          <Facts item={item} showActivity={showActivity} />
        </span>
      </button>
      <FileMenu item={item} onEdit={() => setOpen('edit')} onSave={askedSave} />
      {open === 'preview' && <FilePreview item={item} onSave={askedSave} onClose={close} />}
      {open === 'edit' && <FileEditor item={item} onClose={close} />}
      {open === 'save' && <SaveQuestion name={item.name} onSave={saveNow} onClose={close} />}
    </li>
  );
}

function Facts({ item, showActivity }: { readonly item: AttachmentItem; readonly showActivity: boolean }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <span className={styles.facts}>
      {item.state !== 'present' && <Chip hue="clay">{t(`attachments.state.${item.state}`)}</Chip>}
      <span>{t.any(`catalogue.attachment.kind.${item.kind}`)}</span>
      <span>{sizeWords(t, format, item.bytes)}</span>
      {item.label !== null && <Bidi>{item.label}</Bidi>}
      {showActivity && item.activity !== null && (
        <span>{t('attachments.ofActivity', { subject: item.activity.subject })}</span>
      )}
      {showActivity && <Added item={item} />}
    </span>
  );
}

/** Who and when; an activity says that of itself. */
function Added({ item: { addedBy, addedAt } }: { readonly item: AttachmentItem }): ReactNode {
  return (
    <span>
      {addedBy !== null && (
        <>
          <Bidi>{addedBy.name}</Bidi> ·{' '}
        </>
      )}
      <InstantText value={addedAt} />
    </span>
  );
}

interface FileMenuProps {
  readonly item: AttachmentItem;
  readonly onEdit: () => void;
  readonly onSave: () => void;
}

function FileMenu({ item, onEdit, onSave }: FileMenuProps): ReactNode {
  const t = useT();
  const may = useMay();
  const done = useDone();
  const remove = useEngineCommand('attachments.remove');
  const mayChange = may('parties.write') && (item.activity === null || may('activities.write'));
  if (!mayChange && item.state !== 'present') return null;
  return (
    <Menu
      trigger={
        <IconButton small label={t('attachments.actions', { name: item.name })} aria-haspopup="menu">
          <IconDots size={16} aria-hidden />
        </IconButton>
      }
    >
      {item.state === 'present' && (
        <MenuItem icon={<IconDownload size={16} aria-hidden />} onClick={onSave}>
          {t('attachments.save')}
        </MenuItem>
      )}
      {mayChange && (
        <>
          <MenuItem icon={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
            {t('attachments.edit')}
          </MenuItem>
          <MenuItem
            icon={<IconTrash size={16} aria-hidden />}
            onClick={async () => done(await remove.run({ id: item.id }), t('attachments.removed', { name: item.name }))}
          >
            {t('attachments.remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
