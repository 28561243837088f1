// Buttons with only an icon, which must have a name: it is read out and shown as a tooltip.

import { ActionIcon, Tooltip } from '@mantine/core';
import type { MouseEvent, ReactNode, Ref } from 'react';
import { buttonLooks } from './Button';
import style from './Button.module.css';
import { classes } from './class-names';

export interface IconButtonProps {
  /** What the button does; shown as a tooltip and read out. */
  readonly label: string;
  readonly children: ReactNode;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly kind?: 'plain' | 'quiet' | 'danger';
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly pressed?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  readonly 'aria-keyshortcuts'?: string;
  readonly tabIndex?: number;
}

export function IconButton({ label, kind = 'quiet', small, pressed, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip label={label} openDelay={500} withArrow={false}>
      <ActionIcon
        {...rest}
        {...buttonLooks[kind]}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(style.icon, style[`icon-${kind}`], className)}
        size={small === true ? '1.75rem' : 'var(--dw-field)'}
      />
    </Tooltip>
  );
}
