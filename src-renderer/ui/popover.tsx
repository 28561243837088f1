// A small panel that a button opens beside itself; the keyboard stays inside until it is closed.

import { FocusTrap, Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { keepsEscape } from './escape';

export interface PopoverProps {
  readonly label: string;
  /** The button; say `aria-haspopup="dialog"` on it. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  readonly className?: string;
  /** Where the page must close it itself; the button then opens it by its own click. */
  readonly opened?: boolean;
  readonly onOpened?: (opened: boolean) => void;
  readonly children: ReactNode;
}

export function Popover(props: PopoverProps): ReactNode {
  const { label, trigger, align = 'start', className, opened, onOpened, children } = props;
  return (
    <MantinePopover
      position={`bottom-${align}`}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      opened={opened}
      onChange={onOpened}
    >
      <MantinePopover.Target>{trigger}</MantinePopover.Target>
      <MantinePopover.Dropdown {...keepsEscape} className={className} aria-label={label}>
        {children}
      </MantinePopover.Dropdown>
    </MantinePopover>
  );
}

/** Where the keyboard begins in a panel whose first control is not the place. */
export const BeginHere = (): ReactNode => <FocusTrap.InitialFocus />;
