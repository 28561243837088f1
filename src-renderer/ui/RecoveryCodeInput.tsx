// Typing back the recovery code: eight groups of six digits, each in a field of its own that can tell when it was mistyped.

import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';
import style from './RecoveryCodeInput.module.css';
import { useFormat } from './format';
import { classes } from './class-names';
import { useT } from './words';

export const RECOVERY_GROUPS = 8;
const GROUP_DIGITS = 6;
/** Every group is a 16-bit number times 11, so a slip of the hand shows at once. */
const GROUP_FACTOR = 11;
const GROUP_LIMIT = 0xffff;

export interface RecoveryCodeInputProps {
  readonly label: string;
  /** Eight groups; '' where nothing is typed yet. */
  readonly value: readonly string[];
  readonly onChange: (groups: string[]) => void;
  /** Groups known to be wrong, from 0. */
  readonly wrong?: readonly number[];
  readonly autoFocus?: boolean;
}

export const emptyGroups = (): string[] => Array.from({ length: RECOVERY_GROUPS }, () => '');

/** Groups of a whole code however it was separated; digits of any script become Latin ones. */
export function groupsOf(text: string): string[] {
  const digits = latinDigits(text).replace(/[^0-9]+/g, '');
  return Array.from({ length: RECOVERY_GROUPS }, (_, index) =>
    digits.slice(index * GROUP_DIGITS, (index + 1) * GROUP_DIGITS),
  );
}

/** A whole group that cannot be part of any code. */
export function isMistyped(group: string): boolean {
  const number = Number(group);
  return group.length === GROUP_DIGITS && (number % GROUP_FACTOR !== 0 || number / GROUP_FACTOR > GROUP_LIMIT);
}

export const isComplete = (groups: readonly string[]): boolean =>
  groups.every((group) => group.length === GROUP_DIGITS && !isMistyped(group));

const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

export function RecoveryCodeInput(props: RecoveryCodeInputProps): ReactNode {
  const { label, value, onChange, wrong = [], autoFocus = false } = props;
  const t = useT();
  const format = useFormat();
  const id = useId();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const set = (index: number, text: string): void => {
    const typed = latinDigits(text).replace(/[^0-9]/g, '');
    onChange(value.map((group, at) => (at === index ? typed.slice(0, GROUP_DIGITS) : group)));
    if (typed.length >= GROUP_DIGITS) fields.current[index + 1]?.focus();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const groups = groupsOf(event.clipboardData.getData('text'));
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
