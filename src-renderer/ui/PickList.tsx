// A list beside what it chooses from: one is open, its words and what is said at their end.

import type { ReactNode } from 'react';
import style from './PickList.module.css';

export interface PickListProps {
  /** What is chosen; read out. */
  readonly label: string;
  readonly children: ReactNode;
}

export const PickList = ({ label, children }: PickListProps): ReactNode => (
  <nav className={style.list} aria-label={label}>
    {children}
  </nav>
);

export interface PickLineProps {
  readonly open: boolean;
  readonly words: ReactNode;
  /** Below the words, quieter. */
  readonly detail?: ReactNode;
  /** Before the words. */
  readonly lead?: ReactNode;
  /** Nothing waits there. */
  readonly quiet?: boolean;
  /** At the end of the line. */
  readonly children?: ReactNode;
  readonly onOpen: () => void;
}

export const PickLine = ({ open, words, detail, lead, quiet = false, children, onOpen }: PickLineProps): ReactNode => (
  <button type="button" className={style.line} data-quiet={quiet || undefined} aria-pressed={open} onClick={onOpen}>
    {lead}
    <span className={style.words}>
      {words}
      {detail !== undefined && <span className={style.detail}>{detail}</span>}
    </span>
    {children}
  </button>
);
