// A yes-or-no field of a form.

import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';

export interface CheckmarkProps {
  readonly label: string;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

export function Checkmark({ label, checked, onChange }: CheckmarkProps): ReactNode {
  return (
    <Checkbox size="sm" label={label} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
  );
}
