// A button that opens a short list of things to do: keyboard, focus and mirroring are the library's.

import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { keepsEscape } from './escape';

export interface MenuProps {
  /** The button; it needs a name of its own. */
  readonly trigger: ReactElement;
  /** The edge of the button that the list keeps to. */
  readonly align?: 'start' | 'end';
  readonly className?: string;
  readonly children: ReactNode;
}

export function Menu({ trigger, align = 'end', className, children }: MenuProps): ReactNode {
  return (
    <MantineMenu position={`bottom-${align}`} shadow="md" withinPortal transitionProps={{ duration: 0 }}>
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown {...keepsEscape} className={className}>
        {children}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
  /** Stands at the far edge: a mark, a key. */
  readonly mark?: ReactNode;
  /** What the page shows now. */
  readonly current?: boolean;
}

export function MenuItem({ icon, mark, current = false, onClick, children }: MenuItemProps): ReactNode {
  return (
    <MantineMenu.Item leftSection={icon} rightSection={mark} aria-current={current || undefined} onClick={onClick}>
      {children}
    </MantineMenu.Item>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }): ReactNode {
  return <MantineMenu.Label>{children}</MantineMenu.Label>;
}

export const MenuDivider = (): ReactNode => <MantineMenu.Divider />;
