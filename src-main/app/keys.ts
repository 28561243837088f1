// The few keys that belong to the program rather than to the page, by the place of the key on the keyboard, so that Ctrl+L
// locks on an Arabic or Persian layout as well. All other shortcuts are the page's own.

import type { Input } from 'electron';

export type ProgramKey = 'lock' | 'print' | 'quit' | 'close' | 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'full-screen';

const withControl: Readonly<Record<string, ProgramKey>> = {
  KeyL: 'lock',
  KeyP: 'print',
  KeyQ: 'quit',
  KeyW: 'close',
  Equal: 'zoom-in',
  NumpadAdd: 'zoom-in',
  Minus: 'zoom-out',
  NumpadSubtract: 'zoom-out',
  Digit0: 'zoom-reset',
  Numpad0: 'zoom-reset',
};

/** What a key press means to the program, or null. Shift is allowed only where "+" needs it. */
export function programKeyOf(
  input: Pick<Input, 'type' | 'code' | 'control' | 'meta' | 'alt' | 'shift'>,
): ProgramKey | null {
  if (input.type !== 'keyDown' || input.alt) return null;
  if (input.code === 'F11' && !input.control && !input.meta && !input.shift) return 'full-screen';
  if (!input.control && !input.meta) return null;
  const key = withControl[input.code] ?? null;
  return input.shift && key !== 'zoom-in' ? null : key;
}
