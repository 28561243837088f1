// What a form shows while its kept draft is asked for: whatever is typed meanwhile is newer than what was kept, and belongs to this
// form alone, also when the same form has just turned to another record.

export interface DraftState<Value> {
  readonly key: string;
  readonly value: Value;
  /** The kept draft, if any, was read. */
  readonly ready: boolean;
  /** The value came from a draft kept earlier. */
  readonly restored: boolean;
  readonly typed: boolean;
}

export const freshDraft = <Value>(key: string, initial: Value): DraftState<Value> => ({
  key,
  value: initial,
  ready: false,
  restored: false,
  typed: false,
});

/** The state of the form named `key`: what is there of it, or a fresh one. */
export const draftOf = <Value>(state: DraftState<Value>, key: string, initial: Value): DraftState<Value> =>
  state.key === key ? state : freshDraft(key, initial);

export const draftTyped = <Value>(state: DraftState<Value>, value: Value): DraftState<Value> => ({
  ...state,
  value,
  typed: true,
});

export const draftRead = <Value>(
  state: DraftState<Value>,
  kept: Value | undefined,
  initial: Value,
): DraftState<Value> =>
  state.typed
    ? { ...state, ready: true }
    : { ...state, value: kept ?? initial, ready: true, restored: kept !== undefined };
