// A section of parts that come in any number (phones, addresses, names …): each can be changed or taken away, more can be added.

import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, IconButton, Panel, useT } from '../../../ui';
import { Origin } from '../merge/origins';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';
import type { PartName } from './use-party-edit';

export interface PartFormProps<Item> {
  /** The part to change; null for a new one. */
  readonly item: Item | null;
  onClose(): void;
}

type Part = { readonly id: string; readonly partyId: string };

export interface PartSectionProps<Item extends Part> {
  readonly title: string;
  readonly addLabel: string;
  readonly part: PartName;
  readonly items: readonly Item[];
  readonly show: (item: Item) => ReactNode;
  readonly form: (props: PartFormProps<Item>) => ReactNode;
  /** False for the last one that must stay. */
  readonly removable?: (item: Item) => boolean;
}

export function PartSection<Item extends Part>(props: PartSectionProps<Item>): ReactNode {
  const { title, addLabel, items, form } = props;
  const edit = usePartyEdit();
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  if (items.length === 0 && !edit.allowed) return null;
  const add = edit.allowed && (
    <IconButton small label={addLabel} onClick={() => setOpen('new')}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={title} action={add} flush className={styles.section}>
      <ul className={styles.parts}>
        {items.map((item) => (
          <li key={item.id} className={styles.part}>
            {open === item.id ? (
              form({ item, onClose: close })
            ) : (
              <PartLine {...props} item={item} onEdit={() => setOpen(item.id)} />
            )}
          </li>
        ))}
        {open === 'new' && <li className={styles.part}>{form({ item: null, onClose: close })}</li>}
      </ul>
      {items.length === 0 && open === null && (
        <div className={styles.addLine}>
          <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={() => setOpen('new')}>
            {addLabel}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface PartLineProps<Item extends Part> extends PartSectionProps<Item> {
  readonly item: Item;
  onEdit(): void;
}

function PartLine<Item extends Part>({ title, part, item, show, removable, onEdit }: PartLineProps<Item>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const mayRemove = removable?.(item) ?? true;
  return (
    <div className={styles.partLine}>
      <div className={styles.partWords}>
        {show(item)}
        <Origin partyId={item.partyId} />
      </div>
      {edit.allowed && (
        <span className={styles.partActions}>
          <IconButton small label={t('record.editField', { field: title })} onClick={onEdit}>
            <IconPencil size="0.95rem" aria-hidden />
          </IconButton>
          {mayRemove && (
            <IconButton
              small
              label={t('record.removePart')}
              disabled={edit.pending}
              onClick={() => void edit.removePart(part, item.id, title)}
            >
              <IconTrash size="0.95rem" aria-hidden />
            </IconButton>
          )}
        </span>
      )}
    </div>
  );
}
