// Writing an export away from the engine's own thread: one list or everything, as one file, seen with the rights of whoever asked.

import { z } from 'zod';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExportList, ExportOptions, type Exported } from '@shared/features/exports/exports.contract';
import { createOwnChoices } from '@shared/features/exports/own-choices';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { choiceWords, recordEntities } from '@shared/features/imports/mapping';
import { fold } from '@shared/text/fold';
import { ActorRef, type Actor } from '../../access';
import { fileErrorCode } from '../../files';
import type { TaskThread, ThreadTask } from '../../jobs';
import { sealingFor } from '../../keys';
import { siteSettings } from '../settings';
import { userRefs } from '../users';
import { openCsv } from './formats/csv';
import { openCalendar } from './formats/icalendar';
import { openJsonLines } from './formats/jsonl';
import type { Exporting, OpenedExport } from './formats/opened';
import { openCards } from './formats/vcard';
import { openXlsx } from './formats/xlsx';
import { digestOf } from './digest';
import { breathe, heldStill, type StillThread } from './held-still';
import type { Wording } from './projecting';
import { exportTarget, type ExportTarget } from './target';

export const WriteInput = z.object({
  as: ActorRef,
  what: ExportList,
  options: ExportOptions,
  /** Where the file goes until the ledger has the export. */
  path: z.string(),
  /** Several tables go into one archive instead of a folder. */
  archive: z.boolean().default(false),
  /** Whom it is encrypted for; null: open text. */
  sealedFor: z
    .union([z.object({ recipients: z.array(z.string()).readonly() }), z.object({ passphrase: z.string() })])
    .nullable(),
  at: z.number(),
});
export type WriteInput = z.output<typeof WriteInput>;

export type Written = Pick<Exported, 'rows' | 'bytes' | 'shortened' | 'sha256'> & {
  /** Who is in it. */
  readonly parties: readonly string[];
};

const open: Readonly<Record<ExportOptions['format'], (exporting: Exporting) => OpenedExport>> = {
  csv: openCsv,
  xlsx: openXlsx,
  jsonl: openJsonLines,
  vcf: openCards,
  ics: openCalendar,
};

export const writeExportInThread: ThreadTask<unknown, Written> = {
  name: 'exports.write',
  async run(thread, given) {
    const input = WriteInput.parse(given);
    const wording = await loadWording(input.options.language);
    return heldStill(thread, input, (still) => write(still, input, wording));
  },
};

async function write(thread: StillThread, input: WriteInput, wording: Wording): Promise<Result<Written, Failure>> {
  const parties = new Set<string>();
  const seen = (ids: readonly string[]): void => ids.forEach((id) => parties.add(id));
  const { path, sealedFor } = input;
  const target = exportTarget(path, sealedFor === null ? null : await sealingFor(sealedFor));
  const exporting = { ...exportingFor(thread, thread.actor, { ...input, target, wording }), seen };
  const opened = open[input.options.format](exporting);
  const told = { rows: 0 };
  const abandoned = async <T>(outcome: T): Promise<T> => {
    opened.abandon();
    await target.settled();
    return outcome;
  };
  try {
    thread.progress({ done: 0, total: opened.total, note: 'exporting' });
    for (const rows of opened.steps()) {
      told.rows += rows;
      await target.settled();
      await breathe();
      if (thread.isCancelled()) return await abandoned(fail('exports.cancelled'));
      thread.progress({
        done: Math.min(told.rows, opened.total),
        total: opened.total,
        note: 'exporting',
      });
    }
    const { shortened } = opened.end();
    await target.finish();
    const sha256 = await digestOf(path);
    return ok({ rows: told.rows, shortened, bytes: sizeOf(path), sha256, parties: [...parties] });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code !== null) return await abandoned(fail(code));
    await abandoned(null);
    throw error;
  }
}

function sizeOf(path: string): number {
  const { size } = statSync(path);
  if (!statSync(path).isDirectory()) return size;
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

export function exportingFor(
  { db }: Pick<TaskThread, 'db'>,
  actor: Actor,
  {
    what,
    options,
    at,
    archive,
    target,
    wording,
  }: Pick<WriteInput, 'what' | 'options' | 'at' | 'archive'> & {
    readonly target: ExportTarget;
    readonly wording: Wording;
  },
): Exporting {
  const users = userRefs(db);
  return {
    db,
    actor,
    what,
    options,
    at,
    archive,
    target,
    language: options.language,
    timeZone: siteSettings(db).timeZone,
    userName: (id) => users(id)?.name ?? null,
    ...wording,
  };
}

/** The words of the product, loaded when wanted. */
export async function loadWording(language: ExportOptions['language']): Promise<Wording> {
  const { messagesByLanguage } = await import('@shared/locale/messages/index');
  const all = Object.values(messagesByLanguage);
  const words = (id: string): string => messagesByLanguage[language][id] ?? id;
  const read = {
    activities: choiceWords(recordEntities.activities, all),
    relationships: choiceWords(recordEntities.relationships, all),
  };
  return {
    words,
    choices: createOwnChoices(
      all.map((messages) => (id: string) => messages[id] ?? id),
      words,
    ),
    readAs: (into, field, word) => read[into].get(field)?.get(fold(word)),
  };
}
