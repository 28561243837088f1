// Forms: fields below each other or side by side, and the foot with what went wrong, Cancel and Save.

import type { Failure } from '@shared/core/result';
import { IconPlus } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from './Button';
import { classes } from './class-names';
import style from './forms.module.css';
import { ErrorState } from './states';
import { useT } from './words';

export interface FormProps {
  readonly onSubmit: () => void | Promise<void>;
  readonly children: ReactNode;
  readonly label?: string;
  readonly className?: string;
}

/** Enter and the button of kind `submit` call `onSubmit`; the page is never left. */
export function Form({ onSubmit, children, label, className }: FormProps): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <form className={classes(style.stack, className)} aria-label={label} onSubmit={submit}>
      {children}
    </form>
  );
}

export interface StackProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly role?: 'status';
}

/** Things below each other, as far apart as the fields of a form. */
export const Stack = ({ children, className, role }: StackProps): ReactNode => (
  <div className={classes(style.stack, className)} role={role}>
    {children}
  </div>
);

/** Fields side by side for as long as they have room. */
export const Fields = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={style.fields}>{children}</div>
);

export interface ButtonsProps {
  readonly children: ReactNode;
  /** At the start of the line, above what they add to, instead of at the end. */
  readonly start?: boolean;
}

/** Buttons in a line; they wrap where there is no room. */
export const Buttons = ({ children, start = false }: ButtonsProps): ReactNode => (
  <div className={style.buttons} data-start={start || undefined}>
    {children}
  </div>
);

export interface TakeBackProps {
  /** What came with the program becomes as it was, what the office made goes; null is new and has no way back. */
  readonly of: { readonly preset: boolean } | null;
  /** The words for the office's own. */
  readonly remove: string;
  readonly pending: boolean;
  readonly onTakeBack: () => void | Promise<void>;
}

export function TakeBack({ of, remove, pending, onTakeBack }: TakeBackProps): ReactNode {
  const t = useT();
  if (of === null) return null;
  return (
    <Button kind={of.preset ? 'quiet' : 'danger'} disabled={pending} onClick={() => void onTakeBack()}>
      {of.preset ? t('common.as-shipped') : remove}
    </Button>
  );
}

export interface AddButtonProps {
  readonly label: string;
  /** In the title's line of a list. */
  readonly small?: boolean;
  readonly onClick: () => void;
}

/** The way to one more of what is listed. */
export function AddButton({ label, small = false, onClick }: AddButtonProps): ReactNode {
  const button = (
    <Button small={small} icon={<IconPlus size="1rem" aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  );
  return small ? button : <Buttons start>{button}</Buttons>;
}

export interface FormFootProps {
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** False while something that must be told is missing. */
  readonly ready?: boolean;
  /** Instead of "Save". */
  readonly save?: string;
  /** Instead of "Cancel". */
  readonly cancel?: string;
  readonly danger?: boolean;
  /** What else can be done, before Cancel. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

export function FormFoot({ pending, failure, ready = true, danger = false, ...props }: FormFootProps): ReactNode {
  const t = useT();
  return (
    <>
      {failure !== null && <ErrorState inline error={failure} />}
      <Buttons>
        {props.children}
        <Button onClick={props.onClose}>{props.cancel ?? t('common.cancel')}</Button>
        <Button kind={danger ? 'danger' : 'primary'} type="submit" disabled={!ready} pending={pending}>
          {props.save ?? t('common.save')}
        </Button>
      </Buttons>
    </>
  );
}
