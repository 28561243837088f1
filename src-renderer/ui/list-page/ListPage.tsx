// The frame of a page that is one long list: heading and bar stay, the list scrolls.

import type { ReactNode } from 'react';
import style from './list-page.module.css';

interface PartProps {
  readonly children: ReactNode;
}

export const ListPageFrame = ({ children }: PartProps): ReactNode => <div className={style.page}>{children}</div>;

export interface ListBarProps extends PartProps {
  /** At the far edge: saved views, columns. */
  readonly end?: ReactNode;
}

/** What narrows the list, in one line that wraps. */
export const ListBar = ({ children, end }: ListBarProps): ReactNode => (
  <div className={style.bar}>
    {children}
    {end !== undefined && <span className={style.end}>{end}</span>}
  </div>
);
