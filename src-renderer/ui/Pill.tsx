// A small switch among others, pressed or not: kinds, scopes, "only mine".

import type { ReactNode } from 'react';
import style from './Pill.module.css';

export interface PillProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** Shown on pointing, where the words may be left out for want of room. */
  readonly title?: string;
}

export function Pill({ pressed, onClick, children, icon, title }: PillProps): ReactNode {
  return (
    <button type="button" className={style.pill} aria-pressed={pressed} title={title} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
