// Where an export is written: one file, or several in a folder; as open text, or sealed while it is written, so that no open text
// touches the disk.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openFileAside, startSealing, syncFolder, type BytesThrough, type ByteSink, type Sealing } from '../../files';

export interface ExportTarget {
  /** The file itself or, by its name, one in a folder. */
  create(name?: string): ByteSink;
  /** What was written is where it belongs; to be awaited between steps. Throws what went wrong meanwhile. */
  settled(): Promise<void>;
  /** Everything is on the disk. */
  finish(): Promise<void>;
}

export function exportTarget(path: string, seal: BytesThrough | null): ExportTarget {
  const running = new Set<Sealing>();
  const state = { isFolder: false };
  const openIn = (name: string): ByteSink => {
    if (!state.isFolder) {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path, { mode: 0o700 });
      state.isFolder = true;
    }
    return openFileAside(join(path, name));
  };
  const settled = async (): Promise<void> => {
    for (const sealing of running) await sealing.settled();
  };
  return {
    create(name) {
      const file = name === undefined ? openFileAside(path) : openIn(name);
      if (seal === null) return file;
      const sealing = startSealing(file, seal, () => running.delete(sealing));
      running.add(sealing);
      return {
        write: (bytes) => sealing.put(bytes),
        end: () => sealing.close(),
        abandon: () => sealing.remove(),
      };
    },
    settled,
    async finish() {
      await settled();
      if (state.isFolder) syncFolder(path);
    },
  };
}
