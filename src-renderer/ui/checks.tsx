// Yes-or-no fields: the tick of a form, the switch of a setting, one of several.

import { Checkbox, Radio, Switch as MantineSwitch } from '@mantine/core';
import type { ReactNode } from 'react';

export interface CheckProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly small?: boolean;
  onChange(checked: boolean): void;
}

export function Checkmark({ label, checked, disabled, small = false, onChange }: CheckProps): ReactNode {
  return (
    <Checkbox
      size={small ? 'xs' : 'sm'}
      label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

export function Switch({ label, checked, disabled, onChange }: Omit<CheckProps, 'small'>): ReactNode {
  return (
    <MantineSwitch
      label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

export interface RadioMarkProps {
  /** The name that the others of the choice share. */
  readonly group: string;
  readonly label: ReactNode;
  readonly labelClass?: string;
  readonly checked: boolean;
  onChoose(): void;
}

export function RadioMark({ group, label, labelClass, checked, onChoose }: RadioMarkProps): ReactNode {
  const classNames = labelClass === undefined ? {} : { label: labelClass };
  return <Radio size="xs" name={group} checked={checked} label={label} classNames={classNames} onChange={onChoose} />;
}
