// Buttons with words, and icons that point with the direction of writing.

import { Button as MantineButton } from '@mantine/core';
import type { ComponentType, MouseEvent, ReactNode, Ref } from 'react';
import style from './Button.module.css';
import { classes } from './class-names';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  /** primary: the one thing to do here. plain: another. quiet: a lesser one. danger: it takes something away. */
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly trailing?: ReactNode;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly pending?: boolean;
  readonly small?: boolean;
  readonly fullWidth?: boolean;
  readonly autoFocus?: boolean;
  readonly form?: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-label'?: string;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  readonly 'aria-keyshortcuts'?: string;
}

export const buttonLooks = {
  primary: { variant: 'filled', color: 'lapis' },
  plain: { variant: 'default', color: undefined },
  quiet: { variant: 'subtle', color: 'lapis' },
  danger: { variant: 'light', color: 'danger' },
} as const;

export function Button({
  kind = 'plain',
  icon,
  trailing,
  pending,
  small,
  autoFocus,
  className,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <MantineButton
      {...rest}
      {...buttonLooks[kind]}
      className={classes(style.button, style[kind], className)}
      classNames={{ label: style.label }}
      leftSection={icon}
      rightSection={trailing}
      loading={pending}
      data-autofocus={autoFocus === true ? true : undefined}
      autoFocus={autoFocus}
      size={small === true ? 'xs' : 'sm'}
    />
  );
}

export interface DirIconProps {
  /** An icon that points forward in left-to-right writing: arrows, chevrons, reply, undo, list, log out. */
  readonly icon: ComponentType<{
    size?: number | string;
    stroke?: number | string;
    className?: string;
    'aria-hidden'?: boolean;
  }>;
  readonly size?: number;
}

/** Mirrors an icon that points along the line of writing. Never for clocks, checks, search, phones. */
export function DirIcon({ icon: Icon, size = 18 }: DirIconProps): ReactNode {
  return <Icon size={`${size / 16}rem`} stroke={1.6} className={style.directional} aria-hidden />;
}
