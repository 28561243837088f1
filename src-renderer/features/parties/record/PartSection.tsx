// A section of parts that come in any number (phones, addresses, names …): each can be changed or taken away, more can be added.

import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Button, IconButton, MaskMark, Panel, useT } from '../../../ui';
import { Origin } from '../merge/origins';
import styles from './record.module.css';
import { useParty, usePartyEdit } from './use-party-edit';
import type { PartName } from './use-party-edit';

export interface PartFormProps<Item> {
  /** The part to change; null for a new one. */
  readonly item: Item | null;
  onClose(): void;
}

const entityOfPart: Readonly<Record<PartName, string>> = {
  name: 'party_name',
  contactPoint: 'contact_point',
  address: 'address',
  identifier: 'identifier',
  occasion: 'occasion',
  preference: 'preference',
  need: 'need',
  valueDriver: 'value_driver',
};

type Part = { readonly id: string; readonly partyId: string };

export interface PartSectionProps<Item extends Part> {
  readonly title: string;
  readonly addLabel: string;
  readonly part: PartName;
  readonly items: readonly Item[];
  readonly show: (item: Item) => ReactNode;
  readonly form: (props: PartFormProps<Item>) => ReactNode;
  /** A field that its form leaves alone where it is not seen whole. */
  readonly leaves?: string;
  /** False for the last one that must stay. */
  readonly removable?: (item: Item) => boolean;
}

export function PartSection<Item extends Part>(props: PartSectionProps<Item>): ReactNode {
  const { title, addLabel, items, form } = props;
  const edit = usePartyEdit();
  const [open, setOpen] = useState<string | null>(null);
  // The keyboard goes on where a form was: at the line it changed, else at the button that opens a new one.
  const [last, setLast] = useState<string | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    if (open === 'new') adder.current?.focus();
    setLast(open);
    setOpen(null);
  };
  if (items.length === 0 && !edit.allowed) return null;
  const add = edit.allowed && (
    <IconButton ref={adder} small label={addLabel} onClick={() => setOpen('new')}>
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
              <PartLine
                {...props}
                item={item}
                focused={item.id === last}
                onEdit={() => setOpen(item.id)}
                onRemoved={() => adder.current?.focus()}
              />
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
  /** Its form was closed just now. */
  readonly focused: boolean;
  onEdit(): void;
  onRemoved(): void;
}

function PartLine<Item extends Part>(props: PartLineProps<Item>): ReactNode {
  const { title, part, item, leaves, show, removable, focused, onEdit, onRemoved } = props;
  const t = useT();
  const edit = usePartyEdit();
  const mayRemove = removable?.(item) ?? true;
  const { rights } = useParty();
  const masked = rights.masked.some((field) => field.startsWith(`${entityOfPart[part]}.`) && field !== leaves);
  const remove = async (): Promise<void> => {
    if (await edit.removePart(part, item.id, title)) onRemoved();
  };
  return (
    <div className={styles.partLine}>
      <div className={styles.partWords}>
        {show(item)} {masked && <MaskMark />}
        <Origin partyId={item.partyId} />
      </div>
      {edit.allowed && (
        <span className={styles.partActions}>
          <IconButton
            small
            label={masked ? t('record.hiddenEdit') : t('record.editField', { field: title })}
            disabled={masked}
            autoFocus={focused}
            onClick={onEdit}
          >
            <IconPencil size="0.95rem" aria-hidden />
          </IconButton>
          {mayRemove && (
            <IconButton small label={t('record.removePart')} disabled={edit.pending} onClick={() => void remove()}>
              <IconTrash size="0.95rem" aria-hidden />
            </IconButton>
          )}
        </span>
      )}
    </div>
  );
}
