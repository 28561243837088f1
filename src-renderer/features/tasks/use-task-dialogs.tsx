// The dialogs that a list of tasks opens: one task, a new one, and why one is dropped.

import type { TaskCard } from '@shared/features/tasks/task';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { DropDialog } from './DropDialog';
import { TaskDialog } from './TaskDialog';
import { BrokenDialog, RenegotiateDialog } from './WordDialog';
import type { TaskPreset } from './use-task-form';

type Shown =
  | { readonly what: 'task'; readonly id: string }
  | { readonly what: 'new'; readonly preset: TaskPreset }
  | { readonly what: keyof typeof endings; readonly task: TaskCard };

/** What an open task is asked about before it ends or moves. */
const endings = { drop: DropDialog, broken: BrokenDialog, renegotiate: RenegotiateDialog } as const;
export type Ending = keyof typeof endings;

function dialogOf(shown: Shown, close: () => void): ReactNode {
  if (shown.what === 'new') return <TaskDialog preset={shown.preset} onClose={close} />;
  if (shown.what === 'task') return <TaskDialog id={shown.id} onClose={close} />;
  const Ending = endings[shown.what];
  return <Ending task={shown.task} onClose={close} />;
}

export function useTaskDialogs() {
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => setShown(null);
  const dialog = shown === null ? null : dialogOf(shown, close);
  return {
    dialog,
    open: ({ id }: { readonly id: string }) => setShown({ what: 'task', id }),
    create: (preset: TaskPreset = {}) => setShown({ what: 'new', preset }),
    end: (what: Ending, task: TaskCard) => setShown({ what, task }),
  };
}
