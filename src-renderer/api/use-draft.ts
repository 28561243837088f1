// Typing that survives a crash and a lock: a form's state is kept in the encrypted base while it is being written.

import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from './client';
import { draftOf, draftRead, draftTyped, freshDraft } from './draft-state';
import { onEngineEvent } from './events';

const SAVE_DELAY_MS = 300;

export interface Draft<Value> {
  readonly value: Value;
  set(next: Value | ((before: Value) => Value)): void;
  /** False until the kept draft, if any, was read: do not let the person type before. */
  readonly ready: boolean;
  /** The value came from a draft kept earlier. */
  readonly restored: boolean;
  /** Forgets the draft, after saving or throwing the form away. */
  clear(): void;
}

/** `key` names the form and the record, for instance 'party-note:<id>'. `Value` must survive JSON. */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const [held, setHeld] = useState(() => freshDraft(key, initial));
  const saver = useSaver(key);
  const first = useRef(initial);
  first.current = initial;
  useEffect(() => {
    const run = { gone: false };
    void client.drafts.get({ key }).then((result) => {
      if (run.gone) return;
      const kept = result.ok ? parsed<Value>(result.value.value) : undefined;
      setHeld((state) => draftRead(draftOf(state, key, first.current), kept, first.current));
    });
    return () => {
      run.gone = true;
    };
  }, [key]);
  const set = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setHeld((state) => {
        const before = draftOf(state, key, first.current);
        const value = typeof next === 'function' ? (next as (before: Value) => Value)(before.value) : next;
        saver.later(JSON.stringify(value));
        return draftTyped(before, value);
      }),
    [saver, key],
  );
  const clear = useCallback(() => {
    saver.forget();
    setHeld({ ...freshDraft(key, first.current), ready: true });
  }, [saver, key]);
  const { value, ready, restored } = draftOf(held, key, initial);
  return { value, set, ready, restored, clear };
}

interface Saver {
  later(text: string): void;
  forget(): void;
}

/** Saves 300 ms after the last key, and at once when the form or the window goes away. */
function useSaver(key: string): Saver {
  const pending = useRef<{ text: string; timer: number } | null>(null);
  const flush = useCallback(() => {
    const waiting = pending.current;
    if (waiting === null) return;
    window.clearTimeout(waiting.timer);
    pending.current = null;
    void client.drafts.save({ key, value: waiting.text });
  }, [key]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    const stop = onEngineEvent('engine', ({ state }) => {
      if (state === 'locking' || state === 'closing') flush();
    });
    return () => {
      stop();
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const saver = useRef<Saver>({ later: () => undefined, forget: () => undefined });
  saver.current.later = (text) => {
    if (pending.current !== null) window.clearTimeout(pending.current.timer);
    pending.current = { text, timer: window.setTimeout(flush, SAVE_DELAY_MS) };
  };
  saver.current.forget = () => {
    if (pending.current !== null) window.clearTimeout(pending.current.timer);
    pending.current = null;
    void client.drafts.clear({ key });
  };
  return saver.current;
}

function parsed<Value>(text: string | null): Value | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch (error) {
    // A draft that cannot be read is worth nothing; the form starts anew.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
