// The work of packages away from the engine's own thread: writing one into a folder, and the drill that loads one and compares.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languages } from '@shared/locale/language';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { ActorRef } from '../../access';
import {
  databaseErrorCode,
  localMigrationCount,
  openDatabase,
  openEmptyBase,
  readConnection,
  type Database,
} from '../../db';
import { fileErrorCode, syncFolder } from '../../files';
import { newAgeKey, sealingFor, unsealingWith } from '../../keys';
import type { TaskThread, ThreadTask } from '../../jobs';
import { eachAttachment } from '../attachments';
import { siteSettings } from '../settings';
import { digestOf } from './digest';
import { breathe, heldStill, type StillThread } from './held-still';
import { selectHead } from './history.sql';
import { checkPackage, type Checked } from './package/check-package';
import { packageTotal, writePackage, type Packing } from './package/write-package';
import { openSealed, sealedPackage } from './package/sealed-package';
import { folderStore, sealedStore, type PackageStore, type PackageTarget } from './package/store';
import type { Asking } from './lists';

const Packer = z.object({
  as: ActorRef,
  language: z.enum(languages),
  version: z.string(),
  at: z.number(),
});
const PackageInput = Packer.extend({
  folder: z.string(),
  lock: z.object({ recipient: z.string(), sealedKey: z.string() }).nullable(),
});
const DrillInput = Packer.extend({
  /** A folder of the drill's own, which it makes and removes. */
  scratch: z.string(),
  /** 48 bytes each, kept nowhere. */
  keys: z.tuple([z.array(z.number()), z.array(z.number())]),
  /** A package that is there already. */
  from: z.string().nullable(),
  /** The key of that package when it is under a passphrase. */
  identity: z.string().nullable(),
});
export type PackageInput = z.infer<typeof PackageInput>;
export type DrillInput = z.infer<typeof DrillInput>;

export interface Packaged {
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
}

export type Receipted = Packaged & { readonly sha256: string };

export const writePackageInThread: ThreadTask<unknown, Receipted> = {
  name: 'exports.package',
  run(thread, given) {
    const input = PackageInput.parse(given);
    return heldStill(thread, input, async (still) => {
      mkdirSync(input.folder, { mode: 0o700 });
      const { folder, lock } = input;
      const store =
        lock === null ? folderStore(folder) : sealedPackage(folder, await sealingFor({ recipients: [lock.recipient] }));
      const packed = await pack(still, await packingFor(still, input, { store, sealedKey: lock?.sealedKey ?? null }));
      if (!packed.ok) return packed;
      for (const folder of ['csv', 'json', 'reader', '']) syncFolder(join(input.folder, folder));
      return ok({ ...packed.value, sha256: await digestOf(input.folder) });
    });
  },
};

export const drillInThread: ThreadTask<unknown, Checked> = {
  name: 'exports.drill',
  run(thread, given) {
    const input = DrillInput.parse(given);
    return heldStill(thread, input, async (still) => {
      rmSync(input.scratch, { recursive: true, force: true });
      mkdirSync(input.scratch, { mode: 0o700 });
      const opened: Database[] = [];
      try {
        return await drill(still, input, opened);
      } finally {
        for (const database of opened) database.close();
        rmSync(input.scratch, { recursive: true, force: true });
      }
    });
  },
};

async function drill(thread: StillThread, input: DrillInput, opened: Database[]): Promise<Result<Checked, Failure>> {
  const [sealKey, emptyKey] = input.keys.map((key) => Uint8Array.from(key)) as [Uint8Array, Uint8Array];
  const store = await storeOf(thread, input, { key: sealKey, opened });
  if (!store.ok) return store;
  const empty = openEmptyBase(join(input.scratch, 'empty.db'), emptyKey);
  if (!empty.ok) return fail(empty.error.code);
  opened.push(empty.value);
  const asking = askingFor(thread, input);
  const total = packageTotal(asking) * 2;
  const steps = checkPackage({ asking, store: store.value, empty: empty.value, emptyDb: readConnection(empty.value) });
  let done = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value === null ? fail('exports.not-a-package') : ok(step.value);
    done += step.value;
    thread.progress({ done: Math.min(done, total), total, note: 'comparing' });
    await breathe();
    if (thread.isCancelled()) return fail('exports.cancelled');
  }
}

interface Aside {
  readonly key: Uint8Array;
  readonly opened: Database[];
}

/** What is compared: a package that is there, or one made for the drill as it would leave: under a key, and opened with it. */
async function storeOf(thread: StillThread, input: DrillInput, aside: Aside): Promise<Result<PackageStore, Failure>> {
  const { from, identity } = input;
  if (from !== null)
    return identity === null ? ok(folderStore(from)) : unsealAside(thread, input, { ...aside, folder: from, identity });
  const folder = join(input.scratch, 'package');
  const key = await newAgeKey();
  mkdirSync(folder, { mode: 0o700 });
  const store = sealedPackage(folder, await sealingFor({ recipients: [key.recipient] }));
  const packed = await pack(thread, await packingFor(thread, input, { store, sealedKey: '' }));
  return packed.ok ? unsealAside(thread, input, { ...aside, folder, identity: key.identity }) : packed;
}

async function unsealAside(
  thread: StillThread,
  { scratch, from }: DrillInput,
  { key, opened, folder, identity }: Aside & { readonly folder: string; readonly identity: string },
): Promise<Result<PackageStore, Failure>> {
  const sealed = openDatabase({ file: join(scratch, 'package.db'), key, mode: 'writer', create: true });
  if (!sealed.ok) return fail(sealed.error.code);
  opened.push(sealed.value);
  const store = sealedStore(sealed.value);
  sealed.value.exec('begin');
  const how = { unseal: await unsealingWith(identity), consumed: from === null };
  for await (const files of openSealed(folder, store, how)) {
    // After each file, so that the log of the store does not grow as large as the package itself.
    sealed.value.exec('commit');
    sealed.value.exec('begin');
    thread.progress({ ...files, note: 'unsealing' });
    if (thread.isCancelled()) return fail('exports.cancelled');
  }
  sealed.value.exec('commit');
  return ok(store);
}

async function pack(thread: TaskThread, packing: Packing): Promise<Result<Packaged, Failure>> {
  try {
    return await packAll(thread, packing);
  } catch (error) {
    const code = fileErrorCode(error) ?? databaseErrorCode(error);
    if (code !== null) return fail(code);
    throw error;
  }
}

async function packAll(thread: TaskThread, packing: Packing): Promise<Result<Packaged, Failure>> {
  const total = packageTotal(packing.asking);
  const steps = writePackage(packing);
  let rows = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      const { files } = step.value;
      await packing.store.settled();
      return ok({ rows, files: files.length + 1, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) });
    }
    rows += step.value;
    thread.progress({ done: Math.min(rows, total), total, note: 'exporting' });
    await packing.store.settled();
    await breathe();
    if (thread.isCancelled()) return fail('exports.cancelled');
  }
}

type Packer = z.infer<typeof Packer>;

const askingFor = ({ db, actor }: StillThread, input: Packer): Asking => ({
  db,
  actor,
  language: input.language,
  at: input.at,
});

interface Destination {
  readonly store: PackageTarget;
  readonly sealedKey: string | null;
}

async function packingFor(thread: StillThread, input: Packer, { store, sealedKey }: Destination): Promise<Packing> {
  const { messagesByLanguage: messages } = await import('@shared/locale/messages/index');
  const { createTranslator } = await import('@shared/locale/translate');
  const [ar, fa, en] = [createTranslator('ar'), createTranslator('fa'), createTranslator('en')];
  const head = thread.db.first(selectHead()) ?? { operation: 0, change: 0 };
  return {
    asking: askingFor(thread, input),
    store,
    sealedKey,
    attachments: () => eachAttachment({ db: thread.db, databaseFile: thread.databaseFile, databaseKey: thread.key }),
    head,
    messages,
    sealed: thread.sealing?.classes.flatMap(({ fields }) => fields) ?? [],
    version: input.version,
    schema: localMigrationCount,
    office: siteSettings(thread.db).officeName,
    madeAt: input.at,
    language: input.language,
    translators: { ar, fa, en },
  };
}
