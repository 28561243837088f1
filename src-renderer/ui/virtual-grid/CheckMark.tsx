// The tick of a selectable row: drawn, not a form control, because the grid itself owns the keyboard.

import type { ReactNode } from 'react';
import style from './VirtualGrid.module.css';

export function CheckMark({
  checked,
  label,
}: {
  readonly checked: boolean | 'mixed';
  readonly label?: string;
}): ReactNode {
  return (
    <svg
      viewBox="0 0 18 18"
      className={style.tick}
      data-checked={checked}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <rect x="1.5" y="1.5" width="15" height="15" rx="3" />
      {checked === true && <path d="m5 9.2 2.8 2.8L13 6.6" />}
      {checked === 'mixed' && <path d="M5 9h8" />}
    </svg>
  );
}
