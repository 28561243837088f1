// One fact in its place: read it, press it, change it there. Enter saves, Esc leaves it as it was.

import { IconPencil } from '@tabler/icons-react';
import type { Failure } from '@shared/core/result';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './Button';
import styles from './in-place.module.css';
import { MaskMark } from './MaskMark';
import { ErrorState } from './states';
import { useT } from './words';

export interface InPlaceProps<Value> {
  readonly label: string;
  readonly value: Value;
  /** The value for reading; null shows "not set". */
  readonly shown: ReactNode;
  /** Stands after the value. */
  readonly mark?: ReactNode;
  /** Not seen whole: neither changed nor called empty. */
  readonly masked?: boolean;
  readonly changeable: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly editor: (value: Value, change: (value: Value) => void) => ReactNode;
  /** True when it was saved; the form stays open otherwise. */
  save(value: Value): Promise<boolean>;
  /** The form was left. */
  onClose(): void;
}

export function InPlace<Value>(props: InPlaceProps<Value>): ReactNode {
  const { label, shown, mark, masked = false, changeable, onClose } = props;
  const t = useT();
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
    onClose();
    setEditing(false);
  };
  if (editing) return <Editor {...props} onClose={close} />;
  const unset = masked ? null : <span className={styles.unset}>{t('record.unset')}</span>;
  const words = empty ? unset : shown;
  return (
    <div className={styles.property}>
      <span className={styles.propertyLabel}>{label}</span>
      {changeable && !masked ? (
        <button ref={back} type="button" className={styles.propertyValue} onClick={() => setEditing(true)}>
          <span className={styles.propertyWords}>
            <span className="dw-said">{t('record.editField', { field: label })} </span>
            {words}
            {!empty && mark}
          </span>
          <IconPencil size="0.9rem" stroke={1.6} className={styles.pencil} aria-hidden="true" />
        </button>
      ) : (
        <span className={styles.propertyRead}>
          {words} {masked && <MaskMark worded={empty} />}
          {!empty && mark}
        </span>
      )}
    </div>
  );
}

function Editor<Value>({ value: initial, editor, pending, failure, save, onClose }: InPlaceProps<Value>): ReactNode {
  const t = useT();
  const id = useId();
  const [value, setValue] = useState(initial);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (JSON.stringify(value) === JSON.stringify(initial) || (await save(value))) onClose();
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
      {failure !== null && <ErrorState inline error={failure} />}
      <div className={styles.editorButtons}>
        <Button small onClick={onClose}>
          {t('record.cancel')}
        </Button>
        <Button small kind="primary" type="submit" pending={pending}>
          {t('record.save')}
        </Button>
      </div>
    </form>
  );
}
