// After a command: says in one line what was done, with the way back; or what went wrong, in the reader's words.

import type { Failure, Result } from '@shared/core/result';
import { useCallback } from 'react';
import { client, useMay } from '../../api';
import { failureWords, notify, useT } from '../../ui';
import type { Translate } from '../../ui';

export type Done = (result: Result<unknown, Failure>, message: string) => void;

/** The notice offers to undo exactly the operation that was committed, whatever is done beside it; nothing where nothing was changed. */
export function useDone(): Done {
  const t = useT();
  const undoable = useMay()('operations.undo');
  return useCallback(
    (result, message) => {
      if (!result.ok) return notify({ message: failureWords(t, result.error), tone: 'danger' });
      const { operationId: id } = result;
      const back = undoable && id !== undefined ? () => void undo(t, { id }) : undefined;
      return notify({ message, tone: 'success', undo: back, about: id });
    },
    [t, undoable],
  );
}

export interface UndoTarget {
  readonly id?: string;
  readonly groupId?: string;
}

export interface UndoOutcome {
  readonly command: string;
  readonly reversed: number;
  readonly kept: number;
  readonly impossible: number;
}

/** Undoes and says in one line what came of it; the outcome is null when it failed. */
export async function undo(t: Translate, target: UndoTarget): Promise<UndoOutcome | null> {
  const answer = await client.operations.undo(target);
  if (!answer.ok) {
    notify({ message: failureWords(t, answer.error), tone: 'danger' });
    return null;
  }
  notify({ message: outcomeWords(t, answer.value) });
  return answer.value;
}

/** "12 changes taken back; 2 kept because they changed since". */
export function outcomeWords(t: Translate, outcome: UndoOutcome): string {
  const parts = [t('operations.result', { count: outcome.reversed })];
  if (outcome.kept > 0) parts.push(t('operations.keptShort', { count: outcome.kept }));
  if (outcome.impossible > 0) parts.push(t('operations.impossibleShort', { count: outcome.impossible }));
  return parts.join(' · ');
}
