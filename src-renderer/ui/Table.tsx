// A table of words on a panel: a head, and rows as they are given.

import type { ReactNode } from 'react';
import { classes } from './class-names';
import style from './Table.module.css';

export interface TableProps {
  readonly head: readonly string[];
  /** The rows: `tr` of `td`, or of `th scope="row"`. */
  readonly children: ReactNode;
  readonly label?: string;
  readonly className?: string;
}

export const Table = ({ head, children, label, className }: TableProps): ReactNode => (
  <table className={classes(style.table, className)} aria-label={label}>
    <thead>
      <tr>
        {head.map((words) => (
          <th key={words} scope="col">
            {words}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
