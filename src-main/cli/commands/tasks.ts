// `tasks list|add|done|move|drop|reopen|assign`: what is to be done, and what became of it.

import type { SiteSettings, UserSettings } from '@shared/features/settings/settings.contract';
import type { TaskCard } from '@shared/features/tasks/task';
import { parseDue } from '@shared/locale/parse-due';
import { formatDue } from '@shared/features/tasks/due-words';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import type { HostedEngine } from '../../engine/host';
import { withUnlocked } from '../session';

type Engine = HostedEngine['engine'];

export const tasks: Command = async (input) => {
  const [what, first] = input.positionals;
  if (what === 'list') return listAs(input, 'tasks.list');
  if (first === undefined) return misuse('cli.tasks.what');
  if (what === 'add') return add(input, first);
  const change = changes[what ?? ''];
  return change === undefined ? misuse('cli.tasks.what') : write(input, (engine) => change(input, first, engine));
};

export interface Asked {
  readonly operation: string;
  readonly input: object;
}
type Change = (input: CommandInput, id: string, engine: Engine) => Promise<Asked | CommandResult>;

const changes: Readonly<Record<string, Change>> = {
  done: async ({ options: { words } }, id) => ({ operation: 'tasks.complete', input: { id, note: words ?? null } }),
  drop: async ({ options: { reason } }, id) => ({ operation: 'tasks.drop', input: { id, reason: reason ?? '' } }),
  reopen: async ({ options: { reason } }, id) => ({ operation: 'tasks.reopen', input: { id, reason: reason ?? null } }),
  assign: async ({ options: { to } }, id) => ({ operation: 'tasks.assign', input: { ids: [id], ownerId: to ?? '' } }),
  move: async (input, id, engine) => {
    const due = await dueOf(input, engine);
    if ('kind' in due) return due;
    return { operation: 'tasks.reschedule', input: { id, due: due.due, reason: input.options.reason ?? null } };
  },
};

export const write = (
  input: CommandInput,
  asked: (engine: Engine) => Promise<Asked | CommandResult>,
): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const question = await asked(engine);
    if ('kind' in question) return question;
    const answer = await engine.call(question.operation, question.input);
    if (!answer.ok) return failed(answer.error);
    const { id, next } = answer.value as { id?: string; next?: string | null };
    input.output.result(answer.value, [[id, next].filter((one) => typeof one === 'string').join('\t')]);
    return done;
  });

const add = (input: CommandInput, title: string): Promise<CommandResult> =>
  write(input, async (engine) => {
    const { kind, party, forId, repeat } = input.options;
    const due = await dueOf(input, engine);
    if ('kind' in due) return due;
    const rule = repeat === undefined ? undefined : ruleOf(repeat);
    if (rule === null) return misuse('cli.tasks.repeat', repeat);
    return {
      operation: 'tasks.create',
      input: {
        title,
        due: due.due,
        ...(kind === undefined ? {} : { kind }),
        ...(party === undefined ? {} : { partyId: party }),
        ...(forId === undefined ? {} : { ownerId: forId }),
        ...(rule === undefined ? {} : { repeat: rule }),
      },
    };
  });

export const listAs = (input: CommandInput, operation: string, filter: object = {}): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { party, forId, limit } = input.options;
    const found = await engine.call(operation, {
      filter: {
        ...filter,
        ...(party === undefined ? {} : { partyId: party }),
        ...(forId === undefined ? {} : { ownerId: forId }),
      },
      ...(limit === undefined ? {} : { limit }),
    });
    if (!found.ok) return failed(found.error);
    const settings = await settingsOf(engine);
    const { rows } = found.value as { rows: TaskCard[] };
    const lines = rows.map((row) => taskLine(row, input, settings));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.tasks.none')] : lines);
    return done;
  });

interface Settings {
  readonly site: SiteSettings;
  readonly user: UserSettings;
}

export async function settingsOf(engine: Engine): Promise<Settings> {
  const answer = await engine.call('settings.get', {});
  if (!answer.ok) throw new Error(`settings cannot be read: ${answer.error.code}`);
  return answer.value as Settings;
}

export function taskLine(row: TaskCard, { output: { t }, options }: CommandInput, { site, user }: Settings): string {
  const writing = { ...user, language: options.language, country: site.country, timeZone: site.timeZone };
  const due = row.due === null ? '' : formatDue(row.due, writing);
  const state = row.isOverdue ? t('tasks.overdue') : t(`catalogue.task.state.${row.state}`);
  return [state, due, row.title, row.party?.name ?? '', row.owner?.name ?? '', row.id].join('\t');
}

/** `--due` as it was typed: any of three calendars and languages. */
export async function dueOf(
  { options: { due } }: CommandInput,
  engine: Engine,
): Promise<{ readonly due: object | null } | CommandResult> {
  if (due === undefined) return { due: null };
  const { site, user } = await settingsOf(engine);
  const read = parseDue(due, { ...user, timeZone: site.timeZone, now: Date.now() });
  return read === null ? misuse('cli.tasks.due', due) : { due: read };
}

function ruleOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
