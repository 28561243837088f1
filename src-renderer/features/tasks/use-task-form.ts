// What stands in the form of a task, and saving it: a new one at once, an existing one by what was changed of it.

import type { Failure, Result } from '@shared/core/result';
import type { RepeatRule } from '@shared/features/tasks/repeat';
import type { Task, TaskCard } from '@shared/features/tasks/task';
import type { Civil } from '@shared/locale/civil';
import type { ReadDue } from '@shared/locale/parse-due';
import type { TypedMoment } from '@shared/locale/parse-moment';
import { useState } from 'react';
import { client, useMay, useSession } from '../../api';
import { useDueWriting, useFormat, useLocaleSettings, useNow, useReadDue, useT } from '../../ui';
import { useDone } from '../operations';
import type { PickedParty } from '../search';
import { formOf, ruleOf, type RepeatForm } from './repeat-form';

export interface TaskForm {
  readonly title: string;
  readonly kind: TaskCard['kind'];
  readonly priority: TaskCard['priority'];
  readonly party: PickedParty | null;
  readonly ownerId: string;
  readonly due: TypedMoment;
  readonly repeat: RepeatForm;
  readonly note: string;
}

export interface TaskPreset {
  readonly party?: PickedParty;
  readonly dealId?: string;
  readonly on?: Civil;
  readonly ownerId?: string;
}

export interface TaskFormState {
  readonly form: TaskForm;
  /** The first day that a repetition counts from. */
  readonly from: Civil;
  readonly ready: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly mayAssign: boolean;
  change(part: Partial<TaskForm>): void;
  save(): Promise<void>;
}

export function useTaskForm(task: Task | null, preset: TaskPreset, onClose: () => void): TaskFormState {
  const format = useFormat();
  const may = useMay();
  const now = useNow();
  const { weekStart } = useLocaleSettings();
  const first = useFirst(task, preset);
  const [form, setForm] = useState(first);
  const due = useReadDue(form.due);
  const from = due?.on ?? format.civilOf(now);
  const repeat = ruleOf(form.repeat, task?.repeat?.from ?? from, weekStart);
  const isDue = form.due.text.trim() === '' || due !== null;
  const { save, ...saving } = useSaving(
    { task, first, form, due, repeat: repeat ?? null, dealId: preset.dealId },
    onClose,
  );
  return {
    ...saving,
    form,
    from,
    ready: form.title.trim() !== '' && isDue && repeat !== undefined,
    mayAssign: task === null || may('tasks.assign'),
    change: (part) => setForm({ ...form, ...part }),
    save,
  };
}

interface Saved {
  readonly task: Task | null;
  readonly first: TaskForm;
  readonly form: TaskForm;
  readonly due: ReadDue | null;
  readonly repeat: RepeatRule | null;
  readonly dealId: string | undefined;
}

/** A new one is one step; of an existing one each step that something was changed of. */
function useSaving(saved: Saved, onClose: () => void) {
  const t = useT();
  const done = useDone();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const save = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const title = saved.form.title.trim();
    for (const [index, step] of stepsOf(saved).entries()) {
      const result = await step();
      if (!result.ok) return (setFailure(result.error), setPending(false));
      if (index === 0) done(result, t(saved.task === null ? 'tasks.made' : 'tasks.changed', { title }));
    }
    onClose();
  };
  return { failure, pending, save };
}

type Step = () => Promise<Result<unknown, Failure>>;

function stepsOf({ task, first, form, due, repeat, dealId }: Saved): readonly Step[] {
  const { title, kind, priority, note, party, ownerId } = form;
  const facts = { title, kind, priority, note, partyId: party?.id ?? null };
  if (task === null)
    return [() => client.tasks.create({ ...facts, ownerId, due, repeat, ...(dealId === undefined ? {} : { dealId }) })];
  const { id } = task;
  const isRepeated = JSON.stringify(form.repeat) !== JSON.stringify(first.repeat);
  return [
    () => client.tasks.update({ id, set: { ...facts, ...(isRepeated ? { repeat } : {}) } }),
    ...(form.due.text === first.due.text ? [] : [() => client.tasks.reschedule({ id, due })]),
    ...(ownerId === first.ownerId ? [] : [() => client.tasks.assign({ ids: [id], ownerId })]),
  ];
}

/** What the form begins with. */
function useFirst(task: Task | null, preset: TaskPreset): TaskForm {
  const write = useDueWriting();
  const me = useSession();
  const { calendar } = useLocaleSettings();
  const due = task?.due ?? (preset.on === undefined ? null : { on: preset.on, minutes: null });
  return {
    title: task?.title ?? '',
    kind: task?.kind ?? 'other',
    priority: task?.priority ?? 'normal',
    party: task?.party ?? preset.party ?? null,
    ownerId: task?.owner?.id ?? preset.ownerId ?? me.id,
    due: { text: due === null ? '' : write(due, calendar), calendar: null },
    repeat: formOf(task?.repeat ?? null, calendar),
    note: task?.note ?? '',
  };
}
