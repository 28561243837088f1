// Files of a person's own disk, and adding them as a window does.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AddedFiles, AttachmentItem, AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import { ended, value, type TestEngine } from '../../../support/open-engine';
import { newFolder } from '../../backups/support/place';

/** A new file outside the base. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

type More = { readonly kind?: AttachmentItem['kind']; readonly label?: string };

/** The job that adds files, over. */
export async function adding(test: TestEngine, to: AttachmentOwner, paths: readonly string[], more: More = {}) {
  const files = paths.map((file) => ({ file, name: basename(file) }));
  const { jobId } = value(await test.client.attachments.add({ to, files, ...more }));
  return ended(test, jobId);
}

export async function add(test: TestEngine, to: AttachmentOwner, paths: readonly string[], more: More = {}) {
  const job = await adding(test, to, paths, more);
  if (job.state !== 'done')
    throw new Error(`nothing was added: ${JSON.stringify(job.failure)} ${String(test.reported)}`);
  return job.result as AddedFiles;
}

/** One file added to a party, its id. */
export async function addOne(test: TestEngine, partyId: string, path: string): Promise<string> {
  const { added } = await add(test, { partyId }, [path]);
  return added[0]!.id;
}

/** The whole content, read part by part. */
export async function contentOf(test: TestEngine, id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let part = 0, count = 1; part < count; part += 1) {
    const read = value(await test.client.attachments.read({ id, part }));
    parts.push(Buffer.from(read.bytes, 'base64'));
    count = read.parts;
  }
  return Buffer.concat(parts);
}

export const filesOf = async (test: TestEngine, partyId: string): Promise<AttachmentItem[]> =>
  value(await test.client.attachments.list({ of: { partyId } })).items;
