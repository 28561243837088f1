// The files inside one row: kept with the record that the row became, or why not. Counted in one way for trial and import.

import type { AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import type { ImportInto } from '@shared/features/imports/mapping/record-targets';
import type { RejectionCode } from '@shared/features/imports/mapping';
import type { Sealed } from '../../blobs';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import type { EnclosedFile } from '../../import';
import { sha256 } from '../../keys';
import type { EnclosedFiles, KeptAs } from '../attachments';

/** `file`: its number in the row. */
export type RefusedFile = { readonly file: number; readonly code: RejectionCode };

export interface FilesTaken {
  readonly added: number;
  readonly refused: readonly RefusedFile[];
}

export interface RowFiles {
  readonly files: readonly EnclosedFile[];
  /** The record the row became; null when its files are left out. */
  readonly owner: string | null;
}

export interface FileTaker {
  /** In a trial; rows after this one meet what it would have kept. */
  imagine(row: RowFiles, db: ReadDb): FilesTaken;
  /** Numbers of the files that `keep` will want the content of. */
  wanted(row: RowFiles, db: ReadDb): readonly number[];
  /** `sealed`: by their numbers, of those that could be taken. */
  keep(row: RowFiles, sealed: ReadonlyMap<number, Sealed>, work: CommandContext): FilesTaken;
}

export const nothingTaken: FilesTaken = { added: 0, refused: [] };

export function createFileTaker(
  into: ImportInto,
  { files: kept, db }: { files: EnclosedFiles; db: ReadDb },
): FileTaker {
  const imagined = new Set<string>();
  const each = eachFile(into, kept.limitBytes(db));
  return {
    wanted(row, reading) {
      const wanted: number[] = [];
      each(row, (file, { owner, index }) => {
        const said = kept.wouldKeep(reading, { owner, ...file });
        if (said === 'added') wanted.push(index);
        return said;
      });
      return wanted;
    },
    imagine: (row, reading) =>
      each(row, (file, { owner }) => {
        const mark = markOf(row.owner ?? '', file);
        const said = imagined.has(mark) ? 'already' : kept.wouldKeep(reading, { owner, ...file });
        if (said === 'added') imagined.add(mark);
        return said;
      }),
    keep: (row, sealed, work) =>
      each(row, (file, { owner, index }) => {
        const content = sealed.get(index);
        if (content !== undefined) return kept.keep(work, { owner, name: file.name, sealed: content });
        const said = kept.wouldKeep(work.db, { owner, ...file });
        return said === 'added' ? 'attachment-damaged' : said;
      }),
  };
}

type Keep = (file: EnclosedFile, of: { owner: AttachmentOwner; index: number }) => KeptAs | RejectionCode;

/** Asks of each file of a row that can be taken; files are of parties and activities only. */
function eachFile(into: ImportInto, limitBytes: number): (row: RowFiles, keep: Keep) => FilesTaken {
  return ({ files, owner }, keep) => {
    if (owner === null || (into !== 'parties' && into !== 'activities')) return nothingTaken;
    const of: AttachmentOwner = into === 'parties' ? { partyId: owner } : { activityId: owner };
    const taken: { added: number; refused: RefusedFile[] } = { added: 0, refused: [] };
    files.forEach((file, index) => {
      const said = problemOf(file, limitBytes) ?? keep(file, { owner: of, index });
      if (said === 'added') taken.added += 1;
      else if (said !== 'already')
        taken.refused.push({ file: index, code: said === 'erased' ? 'attachment-erased' : said });
    });
    return taken;
  };
}

/** Null for a file that can be taken. */
function problemOf({ problem, bytes }: EnclosedFile, limitBytes: number): RejectionCode | null {
  return problem ?? (bytes > limitBytes ? 'attachment-too-large' : null);
}

/** Twelve characters for each file of a mailbox, whatever it is called. */
const markOf = (owner: string, { name, digest }: EnclosedFile): string =>
  sha256(`${owner}\0${digest}\0${name}`).toString('base64').slice(0, 12);
