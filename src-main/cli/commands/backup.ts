// `backup`, `rehearse` and `restore`: copies of the base made, tried and put back without a window.

import { resolve } from 'node:path';
import type { Rehearsal, Salvage } from '@shared/features/backups/backups.contract';
import { done, failed, misuse, type Command, type CommandInput } from '../command';
import { runAsJob, watchJobs } from '../job';
import { notGiven, readProof } from '../proof';
import { hostFor } from '../session';

interface MadeBackup {
  readonly made: readonly { readonly folder: string; readonly bytes: number; readonly operations: number }[];
}

export const backup: Command = async (input) => {
  const { to } = input.options;
  if (to === undefined) return misuse('cli.option-missing', '--to');
  const lines = ({ made }: MadeBackup): string[] =>
    made.map(({ folder, bytes }) => input.output.t('cli.backup.done', { folder, megabytes: megabytes(bytes) }));
  return runAsJob(input, { operation: 'backups.make', input: { folder: resolve(to) }, lines });
};

export const rehearse: Command = async (input) => {
  const { from } = input.options;
  if (from === undefined) return misuse('cli.option-missing', '--from');
  const { t } = input.output;
  const lines = (found: Rehearsal): string[] => [
    t(found.sound ? 'cli.rehearse.sound' : 'cli.rehearse.not-sound', {
      seconds: found.restoreSeconds,
      compared: found.compared,
    }),
    ...found.findings.map(({ check, detail }) => `  ${check}: ${detail}`),
  ];
  const isGood = ({ sound }: Rehearsal): boolean => sound;
  return runAsJob(input, { operation: 'backups.rehearse', input: { folder: resolve(from) }, lines, isGood });
};

const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000_000));

export const restore: Command = async (input) => {
  const { base, user, from, asOf } = input.options;
  if (from === undefined) return misuse('cli.option-missing', '--from');
  if (base === undefined) return misuse('cli.option-missing', '--base');
  if (user === undefined) return misuse('cli.option-missing', '--user');
  if (Number.isNaN(asOf)) return misuse('cli.time-expected', '--as-of');
  const proof = readProof(input);
  if (!proof.ok) return notGiven(proof.error);
  return restoreInto(input, {
    folder: resolve(from),
    login: user,
    ...proof.value,
    ...(asOf === undefined ? {} : { asOf }),
  });
};

async function restoreInto(input: CommandInput, wish: object): ReturnType<Command> {
  const hosted = hostFor(input, { onJob: watchJobs(input).onJob });
  const stop = (): void => void hosted.engine.call('backups.cancelRestore', {});
  process.once('SIGINT', stop);
  try {
    const restored = await hosted.engine.call('backups.restore', wish);
    if (!restored.ok) return failed(restored.error);
    const { rewound, erased } = restored.value as { rewound: number; erased: number };
    input.output.result({ base: input.options.base, rewound, erased }, [
      input.output.t('cli.restore.done', { base: input.options.base ?? '' }),
      ...(erased === 0 ? [] : [input.output.t('cli.restore.erased', { erased })]),
      ...(rewound === 0 ? [] : [input.output.t('cli.restore.rewound', { rewound })]),
    ]);
    return done;
  } finally {
    process.removeListener('SIGINT', stop);
    await hosted.close();
  }
}

/** `salvage`: what can be read of a damaged base, into a new one beside it. */
export const salvage: Command = async (input) => {
  const { base, user, to } = input.options;
  if (to === undefined) return misuse('cli.option-missing', '--to');
  if (base === undefined) return misuse('cli.option-missing', '--base');
  if (user === undefined) return misuse('cli.option-missing', '--user');
  const proof = readProof(input);
  if (!proof.ok) return notGiven(proof.error);
  const hosted = hostFor(input, { onJob: watchJobs(input).onJob });
  const stop = (): void => void hosted.engine.call('backups.cancelRestore', {});
  process.once('SIGINT', stop);
  try {
    const saved = await hosted.engine.call('backups.salvage', {
      folder: resolve(to),
      login: user,
      ...proof.value,
    });
    if (!saved.ok) return failed(saved.error);
    const { tables } = saved.value as Salvage;
    input.output.result(saved.value, [
      input.output.t('cli.salvage.done', { to, rows: tables.reduce((sum, { read }) => sum + read, 0) }),
      ...tables.filter(({ lost }) => lost !== 0).map(lostLine),
    ]);
    return done;
  } finally {
    process.removeListener('SIGINT', stop);
    await hosted.close();
  }
};

const lostLine = ({ table, read, lost, ranges }: Salvage['tables'][number]): string =>
  `  ${table} ${read} + ${lost ?? '?'} lost: ${ranges.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(' ')}`;
