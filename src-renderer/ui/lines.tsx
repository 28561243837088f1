// A list of lines on one card: what it is called, its rows, and what is said when there are none.

import type { ReactNode } from 'react';
import { Switch } from './checks';
import { classes } from './class-names';
import style from './lines.module.css';
import { EmptyState } from './states';
import { SectionTitle } from './surfaces';

export interface LinesProps<Row> {
  readonly rows: readonly Row[];
  /** Draws one row as a `Line` or `SwitchLine`, with its key. */
  readonly children: (row: Row) => ReactNode;
  readonly title?: string;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  /** What is said when there are none; without it nothing is drawn then. */
  readonly empty?: string;
  /** Inside a panel: no edge of its own. */
  readonly bare?: boolean;
}

export function Lines<Row>({ rows, children, title, action, empty, bare = false }: LinesProps<Row>): ReactNode {
  if (rows.length === 0 && empty === undefined) return null;
  const list =
    rows.length === 0 ? (
      <EmptyState small={bare} title={empty ?? ''} />
    ) : (
      <ul className={classes(style.lines, !bare && style.card)}>{rows.map(children)}</ul>
    );
  if (title === undefined) return list;
  return (
    <section className={style.part} aria-label={title}>
      <SectionTitle action={action}>{title}</SectionTitle>
      {list}
    </section>
  );
}

export interface LineProps {
  readonly title: ReactNode;
  /** The quiet line below the title. */
  readonly detail?: ReactNode;
  /** Further below, as it is. */
  readonly more?: ReactNode;
  /** Before the words. */
  readonly lead?: ReactNode;
  /** It does not count any more. */
  readonly off?: boolean;
  /** At the end of the line: marks and what can be done. */
  readonly children?: ReactNode;
}

export function Line({ title, detail, more, lead, off = false, children }: LineProps): ReactNode {
  return (
    <li className={style.line} data-off={off || undefined}>
      {lead}
      <div className={style.words}>
        <span className={style.title}>{title}</span>
        {detail !== undefined && <span className="dw-muted">{detail}</span>}
        {more}
      </div>
      {children}
    </li>
  );
}

export interface SwitchLineProps extends Omit<LineProps, 'title' | 'lead' | 'off'> {
  /** Its name; the switch is called by it. */
  readonly words: string;
  readonly on: boolean;
  readonly pending: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** A rule that is in force or not, turned on and off in its line. */
export function SwitchLine({ words, on, pending, onTurn, ...line }: SwitchLineProps): ReactNode {
  return (
    <Line
      {...line}
      off={!on}
      title={<bdi>{words}</bdi>}
      lead={
        <Switch label={<span className="dw-said">{words}</span>} checked={on} disabled={pending} onChange={onTurn} />
      }
    />
  );
}

/** Words that belong to what stands above them, set off by a rule at their start. */
export const Aside = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <span className={style.aside}>{children}</span>
);
