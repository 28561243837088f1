// Text fields: one line or many, with the direction of what is typed, a label always, and the error said under the field.

import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useState } from 'react';
import style from './fields.module.css';
import { useT } from './words';

/** What every field of a form has. */
export interface FieldProps {
  readonly label: string;
  /** The label is read out but not shown (a filter bar, a table cell). */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly name?: string;
  readonly className?: string;
}

export function commonProps({ label, hideLabel, hint, error, autoFocus, required, ...rest }: FieldProps) {
  return {
    ...rest,
    label: hideLabel === true ? undefined : label,
    'aria-label': hideLabel === true ? label : undefined,
    description: hint,
    error,
    required,
    withAsterisk: required,
    autoFocus,
    'data-autofocus': autoFocus === true ? true : undefined,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    // The browser's own bubble would speak the system's language; the engine and the form say what is missing.
    'aria-required': required,
  };
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** ltr: for phones, addresses of mail and web, codes. auto: by the letters typed. page: figures in a row, which are read as the page is. */
  readonly direction?: 'auto' | 'ltr' | 'page';
  /** More than one line. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly icon?: ReactNode;
  readonly trailing?: ReactNode;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'tel' | 'email' | 'url' | 'numeric' | 'decimal';
}

export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, direction = 'auto', rows, icon, trailing, inputRef, autoComplete = 'off', ...rest } = props;
  const shared = {
    ...commonProps(rest),
    onBlur: rest.onBlur,
    onKeyDown: rest.onKeyDown,
    maxLength: rest.maxLength ?? (rows === undefined ? 500 : 100_000),
    // The placeholder keeps an empty field in the page's direction (page.css).
    placeholder: rest.placeholder ?? ' ',
    value,
    // On the field itself: on the whole wrapper it would turn the label and the icons round as well.
    attributes: { input: direction === 'page' ? {} : { dir: direction } },
    autoComplete,
    spellCheck: false,
    ref: inputRef,
  };
  if (rows !== undefined) {
    return (
      <Textarea
        {...shared}
        classNames={{ input: style.area }}
        minRows={rows}
        maxRows={rows * 4}
        autosize
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      classNames={{ input: style.input }}
      inputMode={rest.inputMode}
      leftSection={icon}
      rightSection={trailing}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export interface PassphraseInputProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A passphrase being made, not one being given. */
  readonly fresh?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Pasting is allowed; the eye shows what is typed; a hint says when Caps Lock is on. */
export function PassphraseInput({
  value,
  onChange,
  fresh = false,
  inputRef,
  ...rest
}: PassphraseInputProps): ReactNode {
  const t = useT();
  const [caps, setCaps] = useState(false);
  const [shown, setShown] = useState(false);
  const watch = (event: KeyboardEvent<HTMLInputElement>): void => setCaps(event.getModifierState('CapsLock'));
  const shared = commonProps(rest);
  return (
    <PasswordInput
      {...shared}
      description={caps ? <span className={style.caution}>{t('common.caps-lock-on')}</span> : shared.description}
      classNames={{ input: style.input, innerInput: style.input }}
      value={value}
      placeholder={rest.placeholder ?? ' '}
      spellCheck={false}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      maxLength={1024}
      ref={inputRef}
      visible={shown}
      onVisibilityChange={setShown}
      visibilityToggleIcon={({ reveal }) =>
        reveal ? (
          <IconEyeOff size="1.1rem" stroke={1.6} aria-hidden />
        ) : (
          <IconEye size="1.1rem" stroke={1.6} aria-hidden />
        )
      }
      visibilityToggleButtonProps={
        {
          'aria-label': shown ? t('common.passphrase-hide') : t('common.passphrase-show'),
          'aria-hidden': false,
          tabIndex: 0,
        } as never
      }
      onKeyDown={watch}
      onKeyUp={watch}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
