// Waiting for an import: rows read on stderr, and how it ended.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { CommandInput } from './command';

export interface ImportWatch {
  readonly onImport: (status: ImportStatus) => void;
  /** Resolves when the import runs no more. */
  wait(id: string): Promise<ImportStatus>;
}

export function watchImports({ output }: CommandInput): ImportWatch {
  const over = new Map<string, ImportStatus>();
  const waiting = new Map<string, (status: ImportStatus) => void>();
  return {
    onImport(status) {
      if (status.state === 'running') return output.note(output.t('cli.import.progress', { rows: status.counts.read }));
      over.set(status.id, status);
      waiting.get(status.id)?.(status);
    },
    wait: async (id) => over.get(id) ?? (await new Promise<ImportStatus>((resolve) => waiting.set(id, resolve))),
  };
}
