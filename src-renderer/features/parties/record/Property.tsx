// One property in its place: read it, press it, change it there. Enter saves, Esc leaves it as it was.

import { IconPencil } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, ErrorState, MaskMark, useT } from '../../../ui';
import { Origin } from '../merge/origins';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';
import type { Patch } from './use-party-edit';

export interface PropertyProps<Value> {
  readonly label: string;
  /** As the catalogue has it, `entity.field`, where a role may hide it. */
  readonly field?: string;
  /** Who may change it: as any other, or only those who may give the record to somebody. */
  readonly changedBy?: 'write' | 'assign';
  /** Of a merged party: the record this value comes from. */
  readonly source?: string;
  readonly value: Value;
  /** The value for reading; null shows "not set". */
  readonly shown: ReactNode;
  readonly patchOf: (value: Value) => Patch;
  readonly editor: (value: Value, change: (value: Value) => void) => ReactNode;
}

export function Property<Value>(props: PropertyProps<Value>): ReactNode {
  const { label, field, source, value, shown, changedBy = 'write' } = props;
  const t = useT();
  const edit = usePartyEdit();
  const [editing, setEditing] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const empty = shown === null || shown === undefined || shown === false || shown === '';
  const wasEditing = useRef(false);
  // The button is there again when this runs; a frame asked for at closing may come before it.
  useLayoutEffect(() => {
    if (wasEditing.current && !editing) back.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const close = (): void => {
    edit.clear();
    setEditing(false);
  };
  if (editing) return <PropertyEditor {...props} initial={value} edit={edit} onClose={close} />;
  const masked = field !== undefined && edit.isMasked(field);
  const unset = masked ? null : <span className={styles.unset}>{t('record.unset')}</span>;
  const words = empty ? unset : shown;
  const changeable = !masked && (changedBy === 'assign' ? edit.assignable : edit.allowed);
  return (
    <div className={styles.property}>
      <span className={styles.propertyLabel}>{label}</span>
      {changeable ? (
        <button ref={back} type="button" className={styles.propertyValue} onClick={() => setEditing(true)}>
          <span className={styles.propertyWords}>
            <span className="dw-said">{t('record.editField', { field: label })} </span>
            {words}
            {!empty && <Origin partyId={source} />}
          </span>
          <IconPencil size="0.9rem" stroke={1.6} className={styles.pencil} aria-hidden="true" />
        </button>
      ) : (
        <span className={styles.propertyRead}>
          {words} {masked && <MaskMark worded={empty} />}
          {!empty && <Origin partyId={source} />}
        </span>
      )}
    </div>
  );
}

interface PropertyEditorProps<Value> extends PropertyProps<Value> {
  readonly initial: Value;
  readonly edit: ReturnType<typeof usePartyEdit>;
  onClose(): void;
}

function PropertyEditor<Value>({
  label,
  initial,
  patchOf,
  editor,
  edit,
  onClose,
}: PropertyEditorProps<Value>): ReactNode {
  const t = useT();
  const id = useId();
  const [value, setValue] = useState(initial);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (JSON.stringify(value) === JSON.stringify(initial) || (await edit.save(patchOf(value), label))) onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form id={id} className={styles.editor} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
      {editor(value, setValue)}
      {edit.failure !== null && <ErrorState inline error={edit.failure} />}
      <div className={styles.editorButtons}>
        <Button small onClick={onClose}>
          {t('record.cancel')}
        </Button>
        <Button small kind="primary" type="submit" pending={edit.pending}>
          {t('record.save')}
        </Button>
      </div>
    </form>
  );
}
