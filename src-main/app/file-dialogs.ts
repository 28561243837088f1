// The system's own dialogs for choosing a file, a place to save and a folder, in the person's language.

import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import { join } from 'node:path';
import { mostDropped } from '@shared/features/app/app-events';
import { safeName } from './safe-name';
import type { WordId, Words } from './words';

const importable = 'csv tsv txt xlsx xls ods vcf vcard ics ical vcs json jsonl ndjson mbox mbx eml dbf'.split(' ');

export interface FileDialogs {
  /** Each answers the absolute path, or null when the person thought better of it. */
  importFile(): Promise<string | null>;
  /** None when the person thought better of it. */
  files(): Promise<readonly string[]>;
  saveFile(name: string): Promise<string | null>;
  folder(): Promise<string | null>;
  baseFolder(): Promise<string | null>;
}

export function fileDialogs(window: BrowserWindow, words: Words): FileDialogs {
  const first = async (chosen: Promise<Electron.OpenDialogReturnValue>): Promise<string | null> => {
    const { canceled, filePaths } = await chosen;
    return canceled ? null : (filePaths[0] ?? null);
  };
  const documents = app.getPath('documents');
  const chooseFolder = (title: WordId): Promise<string | null> =>
    first(
      dialog.showOpenDialog(window, {
        title: words(title),
        defaultPath: documents,
        properties: ['openDirectory', 'createDirectory'],
      }),
    );
  return {
    importFile: () =>
      first(
        dialog.showOpenDialog(window, {
          title: words('app.choose-import-title'),
          defaultPath: documents,
          properties: ['openFile'],
          filters: [
            { name: words('app.file-kind-import'), extensions: importable },
            { name: words('app.file-kind-all'), extensions: ['*'] },
          ],
        }),
      ),
    files: () => chooseFiles(window, { title: words('app.choose-files-title'), defaultPath: documents }),
    async saveFile(name) {
      const title = words('app.choose-save-title');
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: join(documents, safeName(name)),
      });
      return canceled || filePath === '' ? null : filePath;
    },
    folder: () => chooseFolder('app.choose-any-folder-title'),
    baseFolder: () => chooseFolder('app.choose-folder-title'),
  };
}

async function chooseFiles(
  window: BrowserWindow,
  texts: { title: string; defaultPath: string },
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...texts,
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths.slice(0, mostDropped);
}
