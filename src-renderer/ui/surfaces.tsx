// Surfaces and small marks: a panel with a heading, the heading of a page, chips, the mark of a stage, keys of the keyboard.

import type { ReactNode } from 'react';
import { classes } from './class-names';
import style from './surfaces.module.css';
import { useT } from './words';

export const hues = ['lapis', 'teal', 'green', 'olive', 'amber', 'clay', 'rose', 'violet'] as const;
export type Hue = (typeof hues)[number];

export interface PanelProps {
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** The ledger rule at the start edge, in this colour. */
  readonly rule?: Hue;
  /** No inner space, for lists that reach the edges. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly level?: 2 | 3;
}

export function Panel({ title, action, children, rule, flush = false, className, level = 2 }: PanelProps): ReactNode {
  return (
    <section
      className={classes(style.panel, rule !== undefined && style.ruled, className)}
      style={rule === undefined ? undefined : { borderInlineStartColor: `var(--dw-hue-${rule})` }}
      aria-label={title}
    >
      {title !== undefined && (
        <SectionTitle level={level} action={action}>
          {title}
        </SectionTitle>
      )}
      <div className={flush ? undefined : style.body}>{children}</div>
    </section>
  );
}

export interface SectionTitleProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
}

export function SectionTitle({ children, action, level = 2 }: SectionTitleProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={style.sectionTitle}>
      <Heading className={style.sectionWords}>{children}</Heading>
      {action}
    </div>
  );
}

export interface PageTitleProps {
  readonly children: ReactNode;
  /** A quiet line under the title. */
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a page, with its actions at the end of the line. */
export function PageTitle({ children, detail, actions }: PageTitleProps): ReactNode {
  return (
    <header className={style.pageTitle}>
      <div className={style.pageWords}>
        <h1>{children}</h1>
        {detail !== undefined && <p className="dw-muted">{detail}</p>}
      </div>
      {actions !== undefined && <div className={style.actions}>{actions}</div>}
    </header>
  );
}

export interface PageProps {
  readonly children: ReactNode;
  readonly narrow?: boolean;
  /** For tables and columns side by side. */
  readonly wide?: boolean;
  /** For a page of text alone: the keyboard must be able to scroll it. */
  readonly textOnly?: boolean;
}

/** A page that scrolls as a whole, in the middle column. */
export function Page({ children, narrow = false, wide = false, textOnly = false }: PageProps): ReactNode {
  return (
    <div className={style.page} tabIndex={textOnly ? 0 : undefined}>
      <div className={classes(style.column, narrow && style.narrow, wide && style.wide)}>{children}</div>
    </div>
  );
}

/** A page that stays where it is, while a list in it scrolls. */
export const FixedPage = ({ children, wide = false }: Pick<PageProps, 'children' | 'wide'>): ReactNode => (
  <div className={classes(style.fixed, wide && style.wide)}>{children}</div>
);

export interface ChipProps {
  readonly children: ReactNode;
  readonly hue?: Hue;
  readonly icon?: ReactNode;
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

export function Chip({ children, hue, icon, onRemove, removeLabel }: ChipProps): ReactNode {
  const t = useT();
  return (
    <span
      className={style.chip}
      style={hue === undefined ? undefined : { color: `var(--dw-hue-${hue})` }}
      data-hued={hue !== undefined}
    >
      {icon}
      <span className={style.chipWords}>{children}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          className={style.chipRemove}
          onClick={onRemove}
          aria-label={removeLabel ?? t('common.remove')}
        >
          <svg viewBox="0 0 12 12" aria-hidden>
            <path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" />
          </svg>
        </button>
      )}
    </span>
  );
}

const hueOfStage: Readonly<Record<string, Hue>> = {
  starting: 'teal',
  active: 'green',
  'at-risk': 'amber',
  ending: 'clay',
  ended: 'violet',
};

/** The stage of a role: a small diamond in the stage's colour and its word. */
export function StageMark({ stage }: { readonly stage: string }): ReactNode {
  const t = useT();
  return (
    <span className={style.stage}>
      <svg
        viewBox="0 0 10 10"
        className={style.diamond}
        style={{ color: `var(--dw-hue-${hueOfStage[stage] ?? 'lapis'})` }}
        aria-hidden
        data-ended={stage === 'ended'}
      >
        <path d="M5 .8 9.2 5 5 9.2.8 5Z" />
      </svg>
      {t.any(`catalogue.party_role.stage.${stage}`)}
    </span>
  );
}

export const hueOfStageName = (stage: string): Hue => hueOfStage[stage] ?? 'lapis';

const keyWords: Readonly<Record<string, string>> = {
  Slash: '/',
  Enter: '↵',
  Escape: 'Esc',
  Space: '␣',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Delete: 'Del',
  Comma: ',',
  Period: '.',
};

/** `Ctrl+KeyK` → the key caps Ctrl and K. */
export function Kbd({ keys }: { readonly keys: string }): ReactNode {
  const caps = keys.split('+').map((part) => keyWords[part] ?? part.replace(/^(Key|Digit)/, ''));
  return (
    <bdi dir="ltr" className={style.keys}>
      {caps.map((cap) => (
        <kbd key={cap} className={style.key}>
          {cap}
        </kbd>
      ))}
    </bdi>
  );
}
