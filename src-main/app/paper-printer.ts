// Documents on paper: a page of ours without any script, laid out where nobody sees it and without a network, becomes a PDF or goes to
// the system's printer. It is laid out twice, because only then is it known how many pages there are for each to say so.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { session, WebContentsView } from 'electron';
import type { ProtocolRequest, ProtocolResponse, Session, WebContents } from 'electron';
import { directionOf } from '@shared/locale/language';
import type { Paper } from '@shared/paper/paper';
import { escaped, paperHtml } from '@shared/paper/paper-html';
import { paperHeaders } from './content-policy';
import { assertHardened, hardenedPreferences } from './hardening';
import { appOrigin, pageFileOf } from './page-files';
import { dated, pagesOf } from './pdf-file';

/** Without `persist:`, and not the windows' own: nothing of a document is kept, and no window sees it. */
const partition = 'diwan-paper';

/** What every PDF of ours is: of the size its page says, with its colours, readable by a screen reader, with an outline. */
export const pdfOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const;

export interface PaperPrinter {
  /** The bytes of the file: the same for the same document, whenever it is made. Throws `PrintingStopped` when it was cancelled. */
  pdf(paper: Paper): Promise<Uint8Array>;
  /** Asks the person for a printer; false when they thought better of it. */
  print(paper: Paper): Promise<boolean>;
  /** Ends what is being laid out, and forgets it. */
  cancelAll(): void;
}

export class PrintingStopped extends Error {}

interface Sheet {
  readonly paper: Paper;
  /** 0 while they are counted. */
  pages: number;
}

/** Prints only when the program is ready. `pageFolder` holds the built pages. */
export function createPaperPrinter(pageFolder: string): PaperPrinter {
  const open = new Map<string, { readonly sheet: Sheet; readonly contents: WebContents }>();
  const made = { count: 0 };
  const withLaidOut = async <T>(paper: Paper, work: (contents: WebContents) => Promise<T>): Promise<T> => {
    serve(session.fromPartition(partition), pageFolder, (name) => open.get(name)?.sheet);
    const view = new WebContentsView({ webPreferences: { ...hardenedPreferences, javascript: false, partition } });
    assertHardened(view);
    const contents = view.webContents;
    made.count += 1;
    const name = String(made.count);
    const sheet: Sheet = { paper, pages: 0 };
    open.set(name, { sheet, contents });
    try {
      await contents.loadURL(addressOf(name));
      sheet.pages = pagesOf(await contents.printToPDF({ ...pdfOptions, generateTaggedPDF: false }));
      await contents.loadURL(addressOf(name));
      return await work(contents);
    } catch (error) {
      if (open.has(name)) throw error;
      throw new PrintingStopped('the document was not printed to its end', { cause: error });
    } finally {
      open.delete(name);
      if (!contents.isDestroyed()) contents.close();
    }
  };
  return {
    pdf: (paper) =>
      withLaidOut(paper, async (contents) => dated(await contents.printToPDF(pdfOptions), paper.issuedAt)),
    print: (paper) =>
      withLaidOut(
        paper,
        (contents) => new Promise((done) => contents.print({ printBackground: true }, (printed) => done(printed))),
      ),
    cancelAll() {
      const stopped = [...open.values()];
      open.clear();
      for (const { contents } of stopped) contents.close();
    },
  };
}

const addressOf = (name: string): string => `${appOrigin}/paper/sheet-${name}`;

function serve(own: Session, folder: string, sheetOf: (name: string) => Sheet | undefined): void {
  if (own.protocol.isProtocolRegistered('app')) return;
  own.protocol.registerBufferProtocol('app', (request, answer) => {
    void answerTo(request, folder, sheetOf).then(answer);
  });
}

async function answerTo(
  { method, url }: ProtocolRequest,
  folder: string,
  sheetOf: (name: string) => Sheet | undefined,
): Promise<ProtocolResponse> {
  const name = /^app:\/\/diwan\/paper\/sheet-(\d+)$/.exec(url)?.[1];
  const sheet = name === undefined ? undefined : sheetOf(name);
  const file = sheet === undefined ? pageFileOf(url, folder) : null;
  if (method !== 'GET' || (sheet === undefined && file === null))
    return { statusCode: 404, headers: paperHeaders, data: Buffer.alloc(0) };
  if (file !== null)
    return { headers: { ...paperHeaders, 'content-type': file.type }, data: await readFile(file.file) };
  const page = await readFile(join(folder, 'paper/paper.html'), 'utf8');
  const headers = { ...paperHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { headers, data: Buffer.from(filled(page, sheet!)) };
}

/** By functions, because a text may hold what `replace` takes for a reference to what it found. */
const filled = (page: string, { paper, pages }: Sheet): string =>
  page
    .replace('__LANGUAGE__', () => paper.language)
    .replace('__DIRECTION__', () => directionOf(paper.language))
    .replace('__TITLE__', () => escaped(`${paper.title} ${paper.number}`))
    .replace('__PAPER__', () => paperHtml(paper, pages));
