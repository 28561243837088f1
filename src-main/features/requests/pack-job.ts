// Everything the office holds about somebody, for them: a page in their language, the same as data, and their files. A job, because files
// may be large.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { languages } from '@shared/locale/language';
import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { CONTENT, IDENTIFIER } from '@shared/core/reads';
import { blobPath } from '../../blobs';
import type { ActionContext } from '../../core/context';
import { fileErrorCode, syncFolder } from '../../files';
import type { JobKind, JobRun } from '../../jobs';
import { fileKeyOf, unsealInThread, type AttachmentDeps } from '../attachments';
import { memberIdsOf } from '../clusters';
import { selectParty } from '../parties';
import { factsOf, type Facts } from './facts';
import { selectAttachmentRow } from './facts.sql';
import { packPage } from './pack-page';

type Pack = (typeof privacyContract)['operations']['accessPack'];
export const packJob = 'privacy.accessPack';

const Input = z.strictObject({
  partyId: z.string(),
  folder: z.string(),
  language: z.enum(languages).optional(),
  others: z.boolean(),
});
type Input = z.output<typeof Input>;

export interface Packed {
  readonly path: string;
  readonly records: number;
  readonly files: number;
  /** Files that cannot be read. */
  readonly missing: number;
}

/** `resolveFile`: the path behind a token that the person's dialog gave. */
export function startPack(
  context: ActionContext,
  { folder, ...input }: InputOf<Pack>,
  resolveFile: (token: string) => string | undefined,
): Answer<Pack> {
  if (context.db.first(selectParty({ id: input.partyId })) === undefined)
    return fail('privacy.party-not-found', { id: input.partyId });
  const path = resolveFile(folder);
  if (path === undefined) return fail('privacy.folder-missing');
  if (existsSync(path)) return fail('exports.exists', { path });
  return ok({ jobId: context.startJob(packJob, { ...input, folder: path }).id });
}

export const makePack = (deps: AttachmentDeps): JobKind<Input, Packed> => ({
  name: packJob,
  permission: 'privacy.manage',
  input: Input,
  errors: [
    'privacy.party-not-found',
    'exports.exists',
    'files.disk-full',
    'files.read-only',
    'files.not-found',
    'files.io',
    'jobs.cancelled',
  ],
  interrupted: 'fail',
  async run(run, input) {
    const aside = `${input.folder}.partial`;
    try {
      rmSync(aside, { recursive: true, force: true });
      return await pack(run, input, { deps, aside });
    } catch (error) {
      const code = fileErrorCode(error);
      if (code === null) throw error;
      return fail(code);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  },
});

async function pack(
  run: JobRun,
  { partyId, folder, language, others }: Input,
  { deps, aside }: { readonly deps: AttachmentDeps; readonly aside: string },
): Promise<Result<Packed, Failure>> {
  const { db, noteReading } = run.context;
  const facts = factsOf(db, partyId, { others, language });
  if (facts === undefined) return fail('privacy.party-not-found', { id: partyId });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(join(aside, 'data.json'), `${JSON.stringify(facts, null, 1)}\n`);
  writeFileSync(join(aside, 'index.html'), packPage(facts));
  const taken = await takeFiles(run, facts, { deps, aside });
  noteReading(
    { way: 'export', fields: ['party', IDENTIFIER, CONTENT], of: { entity: 'party', ids: memberIdsOf(db, partyId) } },
    run.id,
  );
  if (run.signal.aborted) return fail('jobs.cancelled');
  if (existsSync(folder)) return fail('exports.exists', { path: folder });
  renameSync(aside, folder);
  syncFolder(dirname(folder));
  return ok({ path: folder, records: facts.records, ...taken });
}

async function takeFiles(
  run: JobRun,
  { files }: Facts,
  { deps, aside }: { readonly deps: AttachmentDeps; readonly aside: string },
): Promise<{ files: number; missing: number }> {
  const { folder, subjectKeys } = deps.base();
  const taken = { files: 0, missing: 0 };
  if (files.length > 0) mkdirSync(join(aside, 'files'), { mode: 0o700 });
  for (const { id, path } of files) {
    const row = run.context.db.first(selectAttachmentRow({ id }));
    const key = row === undefined ? undefined : fileKeyOf(subjectKeys, row);
    const saved =
      row === undefined || key?.ok !== true
        ? undefined
        : await run.inThread(unsealInThread.name, {
            blob: blobPath(folder, row.blob),
            fileKey: key.value,
            target: join(aside, path),
            total: row.bytes,
          });
    taken[saved?.ok === true ? 'files' : 'missing'] += 1;
    run.progress({ done: taken.files + taken.missing, total: files.length, note: 'unsealing' });
    await run.breathe();
  }
  return taken;
}
