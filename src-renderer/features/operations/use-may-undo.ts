// Which steps offer a way back: not those already taken back, nor those that only a hand can change back, nor somebody else's
// without the right to it.

import { useMay, useSession } from '../../api';
import { undoneByHand } from './change-words';

export interface DoneStep {
  readonly userId: string | null;
  readonly command: string;
  readonly undone: boolean;
}

export function useMayUndo(): (step: DoneStep) => boolean {
  const may = useMay();
  const me = useSession();
  return ({ userId, command, undone }) =>
    !undone && !undoneByHand(command) && may(userId === me.id ? 'operations.undo' : 'operations.undo-any');
}
