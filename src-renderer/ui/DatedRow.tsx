// One line of what happened: in the margin its time, and its day where that differs from the line above.

import type { ReactNode } from 'react';
import style from './DatedRow.module.css';
import { useFormat } from './format';

export interface DatedRowProps {
  /** Milliseconds UTC; undefined while the line is on its way. */
  readonly at: number | undefined;
  /** The time of the line above; undefined for the first. */
  readonly above: number | undefined;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Below the detail. */
  readonly more?: ReactNode;
  /** It was taken back. */
  readonly undone?: boolean;
  /** At the end of the line: marks and what can be done. */
  readonly children?: ReactNode;
}

export function DatedRow({ at, above, title, detail, more, undone = false, children }: DatedRowProps): ReactNode {
  const format = useFormat();
  if (at === undefined) return <div className={style.row} aria-busy="true" />;
  const day = format.instant(at, { time: false });
  const sameDay = above !== undefined && format.instant(above, { time: false }) === day;
  return (
    <article className={style.row} data-undone={undone || undefined}>
      <div className={style.margin}>
        {!sameDay && <span className={style.day}>{day}</span>}
        <bdi>{format.time(at)}</bdi>
      </div>
      <div className={style.what}>
        <span className={style.title}>{title}</span>
        <span className={style.detail}>{detail}</span>
        {more}
      </div>
      <span className={style.marks}>{children}</span>
    </article>
  );
}
