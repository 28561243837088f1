// Hours of a day as people type them: "8-13, 16:30-20". Kept when the field is left and they can be read.

import type { Shift } from '@shared/core/office-hours';
import { parseShifts, shiftText } from '@shared/core/shift-text';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { TextField, useFormat, useT } from '../../ui';

export interface ShiftsFieldProps {
  readonly label: string;
  readonly value: readonly Shift[];
  readonly disabled?: boolean;
  onKeep(shifts: Shift[]): void;
}

export function ShiftsField({ label, value, disabled, onKeep }: ShiftsFieldProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : parseShifts(typed);
  const keep = (): void => {
    if (read === null) return;
    onKeep(read);
    setTyped(null);
  };
  return (
    <div onBlur={keep}>
      <TextField
        label={label}
        hint={t('settings.hours-of-day-hint', { example: format.digits('8:00–13:00, 16:30–20:00') })}
        error={typed !== null && read === null ? t('settings.hours-unreadable') : undefined}
        value={typed ?? format.digits(shiftText(value))}
        onChange={setTyped}
        disabled={disabled}
        direction="page"
      />
    </div>
  );
}
