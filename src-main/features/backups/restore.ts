// Restoring for a window or the command line: whose backup it is, whether it may be put here, and how it goes.

import type { BackupSummary, Salvage } from '@shared/features/backups/backups.contract';
import { backupsContract } from '@shared/features/backups/backups.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { proofOf } from '@shared/features/recovery/proof';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { basename } from 'node:path';
import { declared } from '../../core/declared';
import { bytesOf, type Manifest } from '../../backup';
import { localMigrationCount } from '../../db';
import { wipeUnlocked, type Proof, type Unlocked } from '../../keys';
import type { Inspected, Places } from './places';

type Ops = (typeof backupsContract)['operations'];

export interface Opening {
  readonly folder: string;
  readonly login: string;
  readonly proof: Proof;
}

/** What only the keeper of the base can do. */
export interface Restorer {
  /** The keys of a backup; wrong passphrases are counted and slowed down. */
  unlock(opening: Opening): Promise<Result<Unlocked, Failure>>;
  /** How many people it holds who were erased since. */
  pendingErasures(folder: string, manifest: Manifest, unlocked: Unlocked): number;
  restore(opening: Opening & { readonly asOf?: number | undefined }): Promise<Result<Restored, Failure>>;
  /** What can be read of this engine's damaged base, into a new folder. */
  salvage(opening: Opening): Promise<Result<Salvage, Failure>>;
  cancel(): void;
}

export interface Restored {
  /** Operations taken back to reach the instant asked for. */
  readonly rewound: number;
  /** People who were erased since the backup was made, and so from it. */
  readonly erased: number;
  /** The folder that the base before it is kept in for seven days. */
  readonly keptAs: string | null;
}

interface RestoringDeps {
  readonly restorer: Restorer;
  readonly places: Places;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
}

export function createRestoring({ restorer, places, resolveFile: resolve }: RestoringDeps) {
  const summaryAt = summaries(places);
  const codes = backupsContract.operations;
  return {
    async inspect(_: unknown, { folder }: InputOf<Ops['inspect']>): Promise<Answer<Ops['inspect']>> {
      const found = await summaryAt(resolve(folder));
      return found.ok ? found : declared(codes.inspect.errors, found.error);
    },
    async open(_: unknown, input: InputOf<Ops['open']>): Promise<Answer<Ops['open']>> {
      const folder = resolve(input.folder);
      if (folder === undefined) return fail('backups.folder-missing');
      const found = await places.inspect(folder);
      if (!found.ok) return declared(codes.open.errors, found.error);
      const unlocked = await restorer.unlock(openingOf(input, folder));
      if (!unlocked.ok) return declared(codes.open.errors, unlocked.error);
      try {
        const erasures = restorer.pendingErasures(folder, found.value.manifest, unlocked.value);
        return ok({ ...summaryOf(folder, found.value), erasures });
      } finally {
        wipeUnlocked(unlocked.value);
      }
    },
    async restore(_: unknown, input: InputOf<Ops['restore']>): Promise<Answer<Ops['restore']>> {
      const folder = resolve(input.folder);
      if (folder === undefined) return fail('backups.folder-missing');
      const restored = await restorer.restore({ ...openingOf(input, folder), asOf: input.asOf });
      return restored.ok ? restored : declared(codes.restore.errors, restored.error);
    },
    async salvage(_: unknown, input: InputOf<Ops['salvage']>): Promise<Answer<Ops['salvage']>> {
      const folder = resolve(input.folder);
      if (folder === undefined) return fail('backups.folder-missing');
      const saved = await restorer.salvage(openingOf(input, folder));
      return saved.ok ? saved : declared(codes.salvage.errors, saved.error);
    },
    async cancelRestore(): Promise<Answer<Ops['cancelRestore']>> {
      restorer.cancel();
      return ok({});
    },
  };
}

const openingOf = ({ login, ...given }: InputOf<Ops['open']>, folder: string): Opening => ({
  folder,
  login,
  proof: proofOf(given),
});

const summaries =
  (places: Places) =>
  async (folder: string | undefined): Promise<Result<BackupSummary, Failure>> => {
    if (folder === undefined) return fail('backups.folder-missing');
    const inspected = await places.inspect(folder);
    return inspected.ok ? ok(summaryOf(folder, inspected.value)) : inspected;
  };

const summaryOf = (folder: string, { manifest, logins, cardsNeeded }: Inspected): BackupSummary => ({
  name: basename(folder),
  madeAt: manifest.madeAt,
  appVersion: manifest.appVersion,
  bytes: bytesOf(manifest),
  counts: manifest.counts,
  operations: manifest.audit.operations,
  schema: manifest.schema,
  programSchema: localMigrationCount,
  logins: [...logins],
  cardsNeeded,
  erasures: null,
});
