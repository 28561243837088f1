// What the desktop program does for its pages: app.contract.ts, operation by operation.

import { app } from 'electron';
import type { HandlersOf } from '@shared/core/contract';
import type { appContract } from '@shared/features/app/app.contract';
import type { Language } from '@shared/locale/language';
import { fail, ok } from '@shared/core/result';
import { fileErrorCode, writeFileAtomic } from '../files';
import type { FileDialogs } from './file-dialogs';
import type { FileTokens } from './file-tokens';
import type { OwnClipboard } from './own-clipboard';
import { pdfOptions, PrintingStopped, type PaperPrinter } from './paper-printer';
import type { DiwanWindow } from './window';

/** The version of Electron the program is made for; another one is a stand-in for development and tests. */
const SHIPPED_ELECTRON_MAJOR = '45';

export type AppHandlers = HandlersOf<typeof appContract, never, never, DiwanWindow>;

export interface AppHandlerParts {
  readonly scriptsFolder: string;
  readonly baseFolder: () => string;
  readonly language: () => Language;
  readonly sample: boolean;
  readonly tokens: FileTokens;
  readonly clipboard: OwnClipboard;
  readonly printer: PaperPrinter;
  readonly dialogs: (window: DiwanWindow) => FileDialogs;
  readonly setLanguage: (language: Language) => void;
  readonly moveToBase: (folder: string) => void;
  readonly lock: () => void;
}

export function appHandlers(parts: AppHandlerParts): AppHandlers {
  const token = async (path: string | null) => ok(path === null ? null : await parts.tokens.give(path));
  return {
    about: () => about(parts),
    chooseImportFile: async (window) => token(await parts.dialogs(window).importFile()),
    chooseFiles: async (window) =>
      ok({ files: await Promise.all((await parts.dialogs(window).files()).map(parts.tokens.give)) }),
    chooseSaveFile: async (window, { name }) => token(await parts.dialogs(window).saveFile(name)),
    chooseFolder: async (window) => token(await parts.dialogs(window).folder()),
    async chooseBaseFolder(window) {
      const folder = await parts.dialogs(window).baseFolder();
      if (folder !== null) parts.moveToBase(folder);
      return ok(folder === null ? null : { folder });
    },
    async setLanguage(_window, { language }) {
      parts.setLanguage(language);
      return ok({});
    },
    async copyText(_window, { text, briefly }) {
      await parts.clipboard.copy(text, { briefly });
      return ok({});
    },
    async lock() {
      parts.lock();
      return ok({});
    },
    printWindow: (window) => printPage(window),
    saveSheet: async (window, { name }) =>
      saveAt(await parts.dialogs(window).saveFile(name), () =>
        window.native.webContents.printToPDF({ ...pdfOptions, preferCSSPageSize: false, pageSize: 'A4' }),
      ),
    savePaper: async (window, { paper, name }) =>
      unlessStopped(async () => saveAt(await parts.dialogs(window).saveFile(name), () => parts.printer.pdf(paper))),
    printPaper: (_window, { paper }) => unlessStopped(async () => ok({ printed: await parts.printer.print(paper) })),
  };
}

async function about(parts: AppHandlerParts): ReturnType<AppHandlers['about']> {
  const { readLicences } = await import('./licences');
  const { electron, chrome, node } = process.versions;
  return ok({
    version: app.getVersion(),
    electron,
    chrome,
    node,
    officialRuntime: electron.split('.')[0] === SHIPPED_ELECTRON_MAJOR,
    baseFolder: parts.baseFolder(),
    systemLanguage: parts.language(),
    sample: parts.sample,
    licences: await readLicences(parts.scriptsFolder),
  });
}

/** Nowhere when the person thought better of it. */
async function saveAt(path: string | null, pdf: () => Promise<Uint8Array>): ReturnType<AppHandlers['saveSheet']> {
  if (path === null) return ok({ saved: false });
  try {
    writeFileAtomic(path, await pdf());
    return ok({ saved: true });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}

async function unlessStopped<T>(print: () => Promise<T>): Promise<T | ReturnType<typeof stopped>> {
  try {
    return await print();
  } catch (error) {
    if (error instanceof PrintingStopped) return stopped();
    throw error;
  }
}

const stopped = () => fail('app.printing-stopped');

function printPage({ native }: DiwanWindow): ReturnType<AppHandlers['printWindow']> {
  return new Promise((done) => {
    native.webContents.print({}, (printed) => done(ok({ printed })));
  });
}
