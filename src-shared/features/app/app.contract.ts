// What a window may ask of the desktop program itself (files chosen by the person, language of menus, versions).
// Answered by the main process, validated there in the same way as the engine's door.

import { z } from 'zod';
import { action, defineContract } from '../../core/contract';
import { LanguageCode } from '../../core/schemas';
import { Paper } from '../../paper/paper';

export const appContract = defineContract('app', {
  about: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      officialRuntime: z.boolean(),
      baseFolder: z.string(),
      /** Before anybody has signed in: as given at start, else as chosen last time, else the system's. */
      systemLanguage: LanguageCode,
      /** The program was started to show the sample office. */
      sample: z.boolean(),
      licences: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() })),
    }),
    errors: [],
  }),
  /** Asks the person for a file; the window gets a token, never a path it could make up itself. */
  chooseImportFile: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({ token: z.string(), name: z.string() }).nullable(),
    errors: [],
  }),
  /** Asks the person for files to attach; at most a hundred of them. */
  chooseFiles: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({ files: z.array(z.object({ token: z.string(), name: z.string() })) }),
    errors: [],
  }),
  /** Asks the person where to save; the engine writes to the token's path. */
  chooseSaveFile: action({
    permission: 'public',
    input: z.strictObject({ name: z.string().max(200) }),
    output: z.object({ token: z.string(), name: z.string() }).nullable(),
    errors: [],
  }),
  /** Asks the person for a folder to put something into or to take it from. */
  chooseFolder: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({ token: z.string(), name: z.string() }).nullable(),
    errors: [],
  }),
  /** Asks the person for another folder to keep or find a base in, and starts again there. */
  chooseBaseFolder: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({ folder: z.string() }).nullable(),
    errors: [],
  }),
  /** The language for menus and the title bar. */
  setLanguage: action({
    permission: 'public',
    input: z.strictObject({ language: LanguageCode }),
    output: z.object({}),
    errors: [],
  }),
  copyText: action({
    permission: 'public',
    /** `briefly`: a sensitive value, which the clipboard holds for a minute only. */
    input: z.strictObject({ text: z.string().max(10_000), briefly: z.boolean().default(false) }),
    output: z.object({}),
    errors: [],
  }),
  lock: action({ permission: 'public', input: z.strictObject({}), output: z.object({}), errors: [] }),
  printWindow: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({ printed: z.boolean() }),
    errors: [],
  }),
  /** Asks the person where, and saves there what printing would put on paper, as a PDF for its owner only. */
  saveSheet: action({
    permission: 'public',
    input: z.strictObject({ name: z.string().max(200) }),
    output: z.object({ saved: z.boolean() }),
    errors: ['files.disk-full', 'files.read-only', 'files.not-found', 'files.io'],
  }),
  /** Asks the person where, and saves the document there as a PDF. Locking the base or quitting ends it. */
  savePaper: action({
    permission: 'public',
    input: z.strictObject({ paper: Paper, name: z.string().max(200) }),
    output: z.object({ saved: z.boolean() }),
    errors: ['files.disk-full', 'files.read-only', 'files.not-found', 'files.io', 'app.printing-stopped'],
  }),
  /** Asks the person for a printer, and prints the document. */
  printPaper: action({
    permission: 'public',
    input: z.strictObject({ paper: Paper }),
    output: z.object({ printed: z.boolean() }),
    errors: ['app.printing-stopped'],
  }),
});
