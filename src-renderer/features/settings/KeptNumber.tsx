// A number of the office's settings.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { NumberInput } from '../../ui';

export interface KeptNumberProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly disabled: boolean;
  onKeep(value: number): void;
}

/** Kept when the field is left, not at every key. */
export function KeptNumber({ value, onKeep, min = 1, ...field }: KeptNumberProps): ReactNode {
  const [typed, setTyped] = useState<number | null>(value);
  return (
    <div onBlur={() => typed !== null && typed !== value && onKeep(typed)}>
      <NumberInput {...field} value={typed} onChange={setTyped} min={min} />
    </div>
  );
}
