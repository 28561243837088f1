// Typing back a recovery code or card: groups of six digits, each in a field of its own that can tell when it was mistyped.

import { toLatinDigits } from '@shared/locale/digits';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';
import style from './RecoveryCodeInput.module.css';
import { GROUP_DIGITS, groupsOf, isMistyped } from './recovery-groups';
import { useFormat } from './format';
import { classes } from './class-names';
import { useT } from './words';

export interface RecoveryCodeInputProps {
  readonly label: string;
  /** As many groups as there are; '' where nothing is typed yet. */
  readonly value: readonly string[];
  readonly onChange: (groups: string[]) => void;
  /** Groups known to be wrong, from 0. */
  readonly wrong?: readonly number[];
  readonly autoFocus?: boolean;
}

export function RecoveryCodeInput(props: RecoveryCodeInputProps): ReactNode {
  const { label, value, onChange, wrong = [], autoFocus = false } = props;
  const t = useT();
  const format = useFormat();
  const id = useId();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const set = (index: number, text: string): void => {
    const typed = toLatinDigits(text).replace(/[^0-9]/g, '');
    onChange(value.map((group, at) => (at === index ? typed.slice(0, GROUP_DIGITS) : group)));
    if (typed.length >= GROUP_DIGITS) fields.current[index + 1]?.focus();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const groups = groupsOf(event.clipboardData.getData('text'), value.length);
    if (groups.filter(Boolean).length < 2) return;
    event.preventDefault();
    onChange(groups);
  };
  const step = (index: number, event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Backspace' && value[index] === '') fields.current[index - 1]?.focus();
  };
  const bad = (index: number): boolean => wrong.includes(index) || isMistyped(value[index] ?? '');
  const slips = value.map((_, index) => index).filter(bad);
  return (
    <fieldset className={style.code}>
      <legend className={style.legend}>{label}</legend>
      <div className={style.groups}>
        {value.map((group, index) => (
          <label key={index} className={classes(style.group, bad(index) && style.wrong)}>
            <span className={style.number}>{format.number(index + 1)}</span>
            <input
              ref={(field) => {
                fields.current[index] = field;
              }}
              id={`${id}-${index}`}
              className={style.field}
              dir="ltr"
              value={group}
              autoFocus={autoFocus && index === 0}
              autoComplete="off"
              inputMode="numeric"
              spellCheck={false}
              aria-label={t('common.recovery-group', { n: index + 1 })}
              aria-invalid={bad(index)}
              size={GROUP_DIGITS}
              onChange={(event) => set(index, event.currentTarget.value)}
              onPaste={paste}
              onKeyDown={(event) => step(index, event)}
            />
          </label>
        ))}
      </div>
      <p className={style.slip} role="alert">
        {slips.length > 0 &&
          t('common.recovery-mistyped', {
            groups: format.list(slips.map((index) => format.number(index + 1))),
            count: slips.length,
          })}
      </p>
    </fieldset>
  );
}
