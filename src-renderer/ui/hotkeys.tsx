// Keyboard shortcuts by physical key, so that Ctrl+K works on an Arabic or Persian keyboard as well.

import type { ReactNode } from 'react';
import { createContext, useContext, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { MessageId } from './message-ids';

export interface Hotkey {
  /** `Ctrl+KeyK`, `F1`, `Shift+Slash`: modifiers in the order Ctrl, Alt, Shift, then KeyboardEvent.code. */
  readonly keys: string;
  /** Words for the sheet of shortcuts; without them the shortcut is not listed. */
  readonly label?: MessageId;
  /** Also while the person types in a text field. Keys without Ctrl or Alt never do, except function keys. */
  readonly inFields?: boolean;
}

interface Registered {
  readonly hotkey: Hotkey;
  /** False: not handled after all, let the next one and the browser have it. */
  readonly handle: () => void | false;
}

export interface HotkeyRegistry {
  add(entry: Registered): () => void;
  list(): readonly Hotkey[];
  press(event: KeyboardEvent): void;
}

const modifiers = (event: KeyboardEvent): string =>
  `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}`;

export const keysOf = (event: KeyboardEvent): string => modifiers(event) + event.code;

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement)
    return !(target as HTMLTextAreaElement).readOnly;
  return (
    target instanceof HTMLInputElement &&
    !/^(checkbox|radio|button|submit|range)$/.test(target.type) &&
    !target.readOnly
  );
}

export function createHotkeyRegistry(): HotkeyRegistry {
  const entries: Registered[] = [];
  return {
    add(entry) {
      entries.push(entry);
      return () => void entries.splice(entries.indexOf(entry), 1);
    },
    list: () => entries.map((entry) => entry.hotkey),
    press(event) {
      if (event.defaultPrevented || event.isComposing) return;
      const keys = keysOf(event);
      const typing = isTextField(event.target);
      // The newest first: a dialog's shortcut wins over the page's.
      for (const { hotkey, handle } of entries.toReversed()) {
        if (hotkey.keys !== keys || (typing && hotkey.inFields !== true)) continue;
        if (handle() === false) continue;
        event.preventDefault();
        return;
      }
    },
  };
}

const HotkeyContext = createContext<HotkeyRegistry | null>(null);

export function HotkeyProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState(createHotkeyRegistry);
  // Whoever sees a page may press its keys.
  useLayoutEffect(() => {
    window.addEventListener('keydown', registry.press);
    return () => window.removeEventListener('keydown', registry.press);
  }, [registry]);
  return <HotkeyContext value={registry}>{children}</HotkeyContext>;
}

export function useHotkeyRegistry(): HotkeyRegistry {
  const registry = useContext(HotkeyContext);
  if (registry === null) throw new Error('HotkeyProvider is missing');
  return registry;
}

/** `useHotkey({ keys: 'Ctrl+KeyK', label: 'common.search', inFields: true }, open)` for as long as the component is there. */
export function useHotkey(hotkey: Hotkey, handler: () => void | false, enabled = true): void {
  const registry = useHotkeyRegistry();
  const newest = useEffectEvent(handler);
  const { keys, label, inFields } = hotkey;
  useLayoutEffect(
    () => (enabled ? registry.add({ hotkey: { keys, label, inFields }, handle: () => newest() }) : undefined),
    [registry, keys, label, inFields, enabled],
  );
}
