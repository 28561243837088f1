// Adding files and saving them elsewhere: the job is followed to its end, and what came of it is said once.

import type { AddedFiles, AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { ok } from '@shared/core/result';
import { useRef, useState } from 'react';
import { appClient, isUnderWay, useEngineCommand, useEngineEvent } from '../../api';
import { failureWords, notify, useT } from '../../ui';
import { useDone } from '../operations';

export type ChosenFile = { readonly token: string; readonly name: string };

/** The latest report of a job started here, while it runs. */
interface Followed {
  readonly running: JobStatus | null;
  follow(id: string): void;
}

function useFollowed(onOver: (job: JobStatus) => void): Followed {
  const own = useRef(new Set<string>());
  const [running, setRunning] = useState<JobStatus | null>(null);
  useEngineEvent('job', (job) => {
    if (!own.current.has(job.id)) return;
    if (isUnderWay(job)) return setRunning(job);
    own.current.delete(job.id);
    setRunning(null);
    return onOver(job);
  });
  return { running, follow: (id) => void own.current.add(id) };
}

export interface Adding {
  readonly running: JobStatus | null;
  add(files: readonly ChosenFile[]): Promise<void>;
  /** By the system's dialog. */
  choose(): Promise<void>;
}

export function useAddFiles(to: AttachmentOwner): Adding {
  const t = useT();
  const done = useDone();
  const command = useEngineCommand('attachments.add');
  const fail = (error: Parameters<typeof failureWords>[1]): void =>
    notify({ message: failureWords(t, error), tone: 'danger' });
  const { running, follow } = useFollowed((job) => {
    if (job.state === 'failed' && job.failure !== null) fail(job.failure);
    if (job.state !== 'done') return;
    const { added, already, refused, operationId } = job.result as AddedFiles;
    if (added.length > 0) done({ ...ok(undefined), operationId }, t('attachments.added', { count: added.length }));
    if (already.length > 0) notify({ message: t('attachments.already', { count: already.length }) });
    for (const { code, details } of refused) fail({ code, details });
  });
  const add = async (files: readonly ChosenFile[]): Promise<void> => {
    if (files.length === 0) return;
    const started = await command.run({ to, files: files.map(({ token, name }) => ({ file: token, name })) });
    if (started.ok) follow(started.value.jobId);
    else fail(started.error);
  };
  const choose = async (): Promise<void> => {
    const chosen = await appClient.chooseFiles({});
    if (chosen.ok) await add(chosen.value.files);
  };
  return { running, add, choose };
}

export interface Saving {
  save(file: { readonly id: string; readonly name: string }): Promise<void>;
}

/** By the system's dialog. */
export function useSaveFile(): Saving {
  const t = useT();
  const command = useEngineCommand('attachments.save');
  const { follow } = useFollowed((job) => {
    if (job.state === 'done') notify({ message: t('attachments.saved'), tone: 'success' });
    else if (job.failure !== null) notify({ message: failureWords(t, job.failure), tone: 'danger' });
  });
  const save: Saving['save'] = async ({ id, name }) => {
    const chosen = await appClient.chooseSaveFile({ name: [...name].slice(0, 200).join('') });
    if (!chosen.ok || chosen.value === null) return;
    const started = await command.run({ id, file: chosen.value.token });
    if (started.ok) follow(started.value.jobId);
    else notify({ message: failureWords(t, started.error), tone: 'danger' });
  };
  return { save };
}
