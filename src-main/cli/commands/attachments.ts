// `attach` and `attachments list|save`: files of parties and activities, put into the base and taken out of it.

import { resolve } from 'node:path';
import type { AddedFiles, AttachmentItem, AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import type { Engine } from '../../engine/engine';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { throughJob, watchJobs } from '../job';
import { withUnlocked } from '../session';

export const attach: Command = async (input) => {
  const { positionals, options } = input;
  if (positionals.length === 0) return misuse('cli.attach.file-missing');
  const { to, kind, label } = options;
  if (to === undefined) return misuse('cli.option-missing', '--to');
  const { t } = input.output;
  const lines = ({ added, already, refused }: AddedFiles): string[] => [
    ...added.map(({ id, name }) => t('cli.attach.added', { id, name })),
    ...already.map(({ id, name }) => t('cli.attach.already', { id, name })),
    ...refused.map(({ code, details }) => t(`errors.${code}`, details as Record<string, string>)),
  ];
  const isGood = ({ refused }: AddedFiles): boolean => refused.length === 0;
  return withJob(input, async (engine) => ({
    operation: 'attachments.add',
    input: { to: await ownerOf(engine, to), files: positionals.map((file) => ({ file: resolve(file) })), kind, label },
    lines,
    isGood,
  }));
};

export const attachments: Command = async (input) => {
  const [what, id] = input.positionals;
  if (what === 'list') return list(input);
  if (what !== 'save') return misuse('cli.attachments.what');
  const { out } = input.options;
  if (id === undefined) return misuse('cli.attachments.id-missing');
  if (out === undefined) return misuse('cli.option-missing', '--out');
  const lines = (): string[] => [input.output.t('cli.attachments.saved', { file: out })];
  return withJob(input, async () => ({ operation: 'attachments.save', input: { id, file: resolve(out) }, lines }));
};

type Job = Parameters<typeof throughJob>[1];

function withJob(input: CommandInput, jobOf: (engine: Engine) => Promise<Job>): Promise<CommandResult> {
  const watch = watchJobs(input);
  const work = async (hosted: Parameters<typeof throughJob>[2]['hosted']): Promise<CommandResult> =>
    throughJob(input, await jobOf(hosted.engine), { hosted, watch });
  return withUnlocked(input, work, { onJob: watch.onJob });
}

/** An id says nothing about what it is of. */
async function ownerOf(engine: Engine, id: string): Promise<AttachmentOwner> {
  const activity = await engine.call('activities.get', { id });
  return activity.ok ? { activityId: id } : { partyId: id };
}

function list(input: CommandInput): Promise<CommandResult> {
  const { forId, text, limit } = input.options;
  if (forId === undefined) return Promise.resolve(misuse('cli.option-missing', '--for'));
  return withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('attachments.list', {
      of: await ownerOf(engine, forId),
      ...(text === undefined ? {} : { text }),
      ...(limit === undefined ? {} : { limit }),
    });
    if (!found.ok) return failed(found.error);
    const { items } = found.value as { items: AttachmentItem[] };
    input.output.result(
      found.value,
      items.length === 0 ? [input.output.t('cli.attachments.none')] : items.map(lineOf(input)),
    );
    return done;
  });
}

const lineOf =
  ({ output: { t } }: CommandInput) =>
  ({ id, name, kind, bytes, label, state, addedAt }: AttachmentItem): string =>
    [
      id,
      name,
      t(`catalogue.attachment.kind.${kind}`),
      bytes,
      new Date(addedAt).toISOString(),
      ...(label === null ? [] : [label]),
      ...(state === 'present' ? [] : [t(`attachments.state.${state}`)]),
    ].join('\t');
