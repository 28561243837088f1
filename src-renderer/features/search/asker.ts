// Asks one question at a time: the first at once, and after each answer only the newest of those that came meanwhile.
// Typing is never waited for, and an answer to an older question is never shown.

export interface Asker<Question> {
  ask(question: Question): void;
  /** Nobody waits any more: what is on its way is dropped. */
  drop(): void;
}

export function createAsker<Question, Answer>(
  find: (question: Question) => Promise<Answer>,
  show: (question: Question, answer: Answer) => void,
): Asker<Question> {
  const state: { wanted: Question | null; busy: boolean; turn: number } = { wanted: null, busy: false, turn: 0 };
  const pump = async (): Promise<void> => {
    state.busy = true;
    while (state.wanted !== null) {
      const question = state.wanted;
      const { turn } = state;
      state.wanted = null;
      const answer = await find(question);
      if (turn === state.turn) show(question, answer);
    }
    state.busy = false;
  };
  return {
    ask: (question) => {
      state.turn += 1;
      state.wanted = question;
      if (!state.busy) void pump();
    },
    drop: () => {
      state.turn += 1;
      state.wanted = null;
    },
  };
}
