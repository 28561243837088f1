// Esc closes the innermost thing that is open: what lies over a form or a dialog keeps the key from what lies under it.

import type { FocusEvent, KeyboardEvent } from 'react';

/** For the panel of a menu or popover. A dialog hears keys before React does, and asks the element in focus for this mark. */
export const keepsEscape = {
  onFocusCapture: (event: FocusEvent<HTMLElement>): void =>
    event.target.setAttribute('data-mantine-stop-propagation', 'true'),
  onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') event.stopPropagation();
  },
};
