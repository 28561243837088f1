// One task: made anew, or changed, with what became of it so far.

import { taskEntity, taskKinds, taskPriorities } from '@shared/catalogue';
import type { Task } from '@shared/features/tasks/task';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import {
  ChoiceSelect,
  Chip,
  Dialog,
  DueInput,
  ErrorState,
  Fields,
  Form,
  FormFoot,
  LoadingState,
  Select,
  TextField,
  useT,
} from '../../ui';
import { useUserOptions } from '../operations';
import { PartyPicker } from '../search';
import { RepeatFields } from './RepeatFields';
import { TaskStory } from './TaskStory';
import { useTaskForm, type TaskFormState, type TaskPreset } from './use-task-form';

export interface TaskDialogProps {
  /** An existing one; a new one when absent. */
  readonly id?: string;
  readonly preset?: TaskPreset;
  onClose(): void;
}

export function TaskDialog({ id, preset = {}, onClose }: TaskDialogProps): ReactNode {
  const t = useT();
  return (
    <Dialog opened onClose={onClose} title={t(id === undefined ? 'tasks.new' : 'tasks.task')} size="large">
      {id === undefined ? (
        <TaskForm task={null} preset={preset} onClose={onClose} />
      ) : (
        <Existing id={id} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Existing({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const task = useEngineQuery('tasks.get', { id });
  if (task.error !== null) return <ErrorState error={task.error} onRetry={task.refresh} />;
  if (task.data === undefined) return <LoadingState lines={6} />;
  return (
    <>
      <TaskForm key={task.data.id} task={task.data} preset={{}} onClose={onClose} />
      <TaskStory task={task.data} />
    </>
  );
}

interface TaskFormProps {
  readonly task: Task | null;
  readonly preset: TaskPreset;
  onClose(): void;
}

function TaskForm({ task, preset, onClose }: TaskFormProps): ReactNode {
  const t = useT();
  const state = useTaskForm(task, preset, onClose);
  const { form, change } = state;
  return (
    <Form onSubmit={state.save}>
      <TextField
        label={t('catalogue.task.title')}
        required
        autoFocus
        value={form.title}
        onChange={(title) => change({ title })}
      />
      <Fields>
        <DueInput
          label={t('tasks.due')}
          value={form.due}
          placeholder={t('tasks.duePlaceholder')}
          onChange={(due) => change({ due })}
        />
        <ChoiceSelect
          entity={taskEntity}
          field="kind"
          only={taskKinds}
          value={form.kind}
          onChange={(kind) => kind !== null && change({ kind })}
        />
        <ChoiceSelect
          entity={taskEntity}
          field="priority"
          only={taskPriorities}
          value={form.priority}
          onChange={(priority) => priority !== null && change({ priority })}
        />
        <Owner state={state} />
      </Fields>
      <About state={state} />
      <RepeatFields form={form.repeat} from={state.from} onChange={(repeat) => change({ repeat })} />
      <TextField label={t('catalogue.task.note')} rows={3} value={form.note} onChange={(note) => change({ note })} />
      <FormFoot ready={state.ready} pending={state.pending} failure={state.failure} onClose={onClose} />
    </Form>
  );
}

function Owner({ state: { form, change, mayAssign } }: { readonly state: TaskFormState }): ReactNode {
  const t = useT();
  const users = useUserOptions();
  return (
    <Select
      label={t('catalogue.task.owner_id')}
      value={form.ownerId}
      options={users}
      disabled={!mayAssign}
      onChange={(ownerId) => ownerId !== null && change({ ownerId })}
    />
  );
}

function About({ state: { form, change } }: { readonly state: TaskFormState }): ReactNode {
  const t = useT();
  const { party } = form;
  if (party === null)
    return <PartyPicker label={t('catalogue.task.party_id')} onPick={(picked) => change({ party: picked })} />;
  return (
    <div>
      <Chip onRemove={() => change({ party: null })} removeLabel={t('search.drop', { name: party.name })}>
        <bdi dir="auto">{party.name}</bdi>
      </Chip>
    </div>
  );
}
