// Files that come inside others, as a mail's attachments in a mailbox: sealed as they are read, kept with the records that an import
// makes of their rows, in the same commit.

import type { AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import { cleanFileName } from '@shared/features/attachments/file-name';
import { contentMark, sealStream, type Sealed } from '../../blobs';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { siteSettings } from '../settings';
import { ownerOf, type AttachmentDeps } from './attachment-base';
import { selectSameContent } from './attachments.sql';
import { keepFile, liveOwner, removeUnknown, twinOf } from './keep-file';

export interface FileOfRow {
  readonly owner: AttachmentOwner;
  /** As its source calls it. */
  readonly name: string;
}

/** erased: nothing can be kept for this owner any more. */
export type KeptAs = 'added' | 'already' | 'erased';

export interface EnclosedFiles {
  /** What the office allows, bytes. */
  limitBytes(db: ReadDb): number;
  /** While it runs, no sealed file counts as nobody's. */
  whileSealing<T>(work: () => Promise<T>): Promise<T>;
  /** One at a time for each tag. */
  seal(content: AsyncIterable<Uint8Array>, tag: string): Promise<Sealed>;
  /** Within one commit: new keys of subjects are made durable together, before it. */
  atOnce<T>(work: () => T): T;
  keep(work: CommandContext, file: FileOfRow & { readonly sealed: Sealed }): KeptAs;
  /** What `keep` would say; `digest`: SHA-256 in hex. An owner who is not there yet has nothing. */
  wouldKeep(db: ReadDb, file: FileOfRow & { readonly digest: string }): KeptAs;
  /** What came to nothing leaves no sealed file. */
  discard(db: ReadDb, sealed: Iterable<Sealed>): void;
}

export const createEnclosedFiles = (deps: AttachmentDeps): EnclosedFiles => ({
  limitBytes: (db) => siteSettings(db).attachmentMegabytes * 1_000_000,
  async whileSealing(work) {
    deps.sealing.count += 1;
    try {
      return await work();
    } finally {
      deps.sealing.count -= 1;
    }
  },
  seal: (content, tag) => sealStream(content, { baseFolder: deps.base().folder, tag, random: deps.random }),
  atOnce: (work) => deps.base().subjectKeys.atOnce(work),
  keep(work, { owner: to, name, sealed }) {
    const owner = liveOwner(work.db, to);
    if (owner === null) return 'erased';
    const subjectKey = deps.base().subjectKeys.keyFor(ownerOf(owner), deps.random);
    if (!subjectKey.ok) return 'erased';
    const file = { id: work.ids(), name: cleanFileName(name), kind: null, label: null, sealed, owner };
    return keepFile(work, { ...file, subjectKey: subjectKey.value }, deps) === null ? 'added' : 'already';
  },
  wouldKeep(db, { owner: to, name, digest }) {
    const owner = liveOwner(db, to);
    const subject = ownerOf(owner ?? { party_id: null, activity_id: null });
    const subjectKey = owner === null ? null : deps.base().subjectKeys.keyOf(subject);
    if (owner === null || subjectKey === null) return 'added';
    if (!subjectKey.ok) return subjectKey.error.code === 'attachments.erased' ? 'erased' : 'added';
    const same = db.all(selectSameContent({ subject, content: contentMark(subjectKey.value, digest) }));
    return twinOf(same, { name: cleanFileName(name), owner }) === undefined ? 'added' : 'already';
  },
  discard(db, sealed) {
    for (const { blob } of sealed) removeUnknown(db, blob, deps);
  },
});
