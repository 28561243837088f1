// Bringing data in from files: look, map, try without writing, run with pause and cancel, undo as one.

import { z } from 'zod';
import { duplicateBands } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { languages } from '../../locale/language';
import { CalendarName, Instant, Line } from '../../core/schemas';
import { Reason } from '../duplicates/reasons';
import { IMPORT_FAILURE_CODES } from './import-failures';
import { importEntities } from './mapping/record-targets';

export const importFormats = ['csv', 'xlsx', 'vcard', 'ics', 'json', 'mail', 'dbf', 'chat'] as const;
export const importStates = ['running', 'paused', 'done', 'cancelled', 'failed'] as const;

/** How to read a file; whatever is left out is guessed. */
export const ReadOptions = z.strictObject({
  format: z.enum(importFormats).optional(),
  encoding: z
    .enum([
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1256',
      'windows-1252',
      'iso-8859-6',
      'cp437',
      'cp850',
      'cp720',
      'cp864',
    ])
    .optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(200).optional(),
  headerRow: z.boolean().optional(),
});
export type ReadOptions = z.infer<typeof ReadOptions>;

/** What happens to a field of a record that is in the base already: left alone, filled where it is empty, or taken from the file. */
export const existingPolicies = ['skip', 'fill-blank', 'overwrite'] as const;
/** What happens to a row that seems to be a record of the base without sharing its key. */
export const duplicatePolicies = ['create', 'skip', 'update', 'review'] as const;

/** Target of each column by the keys of the mapping's target list; null leaves the column out. */
export const ColumnMapping = z.strictObject({
  /** What the rows are. */
  into: z.enum(importEntities).default('parties'),
  columns: z
    .array(
      z.strictObject({
        index: z.number().int().min(0),
        target: z.string().max(100).nullable(),
        /** For this field alone; what `existing` says when left out. */
        rule: z.enum(existingPolicies).optional(),
      }),
    )
    .max(1000),
  calendar: CalendarName.default('gregory'),
  kind: z.enum(['person', 'organisation', 'guess']).default('guess'),
  roleType: z.string().max(40).nullish(),
  /** What activities or relationships are when no column says. */
  recordType: z.string().max(40).nullish(),
});
export type ColumnMapping = z.output<typeof ColumnMapping>;

const FileToken = z.string().min(1).max(4096);

export const ImportPlan = z.strictObject({
  file: FileToken,
  read: ReadOptions,
  mapping: ColumnMapping,
  existing: z.enum(existingPolicies).default('fill-blank'),
  duplicates: z.enum(duplicatePolicies).default('review'),
  saveMappingAs: Line.optional(),
});
export type ImportPlan = z.output<typeof ImportPlan>;

export const ImportCounts = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  /** Rows that seem to be records of the base: stored for review, or left out when the policy says so. */
  duplicates: z.number().int().default(0),
  rejected: z.number().int(),
  /** Files inside the rows that were kept with their records, and those that could not be. */
  attachments: z.number().int().default(0),
  attachmentsRejected: z.number().int().default(0),
  /** Rejected rows, and rejected files, by reason code. */
  reasons: z.record(z.string(), z.number().int()),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportStatus = z.object({
  id: Id,
  state: z.enum(importStates),
  into: z.enum(importEntities),
  fileName: z.string(),
  counts: ImportCounts,
  /** Rows in the file when known. */
  total: z.number().int().nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  rejectedFile: z.string().nullable(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  failure: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() }).nullable(),
  undone: z.boolean(),
  /** Whether some row seemed to be somebody who was there. */
  hasAlike: z.boolean(),
});
export type ImportStatus = z.infer<typeof ImportStatus>;

/** Rows of an import into a file that the person chose, in the language given or else the person's own. */
const SavedRows = z.strictObject({ id: Id, file: FileToken, language: z.enum(languages).optional() });

export const importsContract = defineContract('imports', {
  inspect: action({
    permission: 'imports.run',
    input: z.strictObject({
      file: FileToken,
      read: ReadOptions.default({}),
      into: z.enum(importEntities).optional(),
    }),
    output: z.object({
      name: z.string(),
      format: z.enum(importFormats),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      sheets: z.array(z.string()),
      headers: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      rowCount: z.number().int().nullable(),
      mapping: ColumnMapping,
      /** Name of the known header set or of the remembered mapping that fitted. */
      mappedBy: z.string().nullable(),
      /** For the first date column: how samples read in each calendar. */
      dateSamples: z.array(
        z.object({
          text: z.string(),
          gregory: z.string().nullable(),
          umalqura: z.string().nullable(),
          persian: z.string().nullable(),
        }),
      ),
    }),
    errors: IMPORT_FAILURE_CODES,
  }),
  /** Reads the whole file and counts every outcome without writing anything. */
  dryRun: action({
    permission: 'imports.run',
    input: ImportPlan,
    output: z.object({
      counts: ImportCounts,
      samples: z.array(
        z.object({
          row: z.number().int(),
          outcome: z.string(),
          name: z.string().nullable(),
          reasons: z.array(z.string()),
          /** Whom the row may be: how sure, and why. */
          like: z
            .object({
              band: z.enum(duplicateBands),
              percent: z.number().int(),
              reasons: z.array(Reason),
            })
            .nullable(),
        }),
      ),
    }),
    errors: [...IMPORT_FAILURE_CODES, 'import.cancelled', 'import.busy'],
  }),
  start: action({
    permission: 'imports.run',
    input: ImportPlan,
    output: z.object({ id: Id }),
    errors: [...IMPORT_FAILURE_CODES, 'import.busy', 'imports.unfinished'],
  }),
  pause: action({
    permission: 'imports.run',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['imports.not-found', 'imports.not-running'],
  }),
  resume: action({
    permission: 'imports.run',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['imports.not-found', 'imports.not-paused', 'import.busy', 'import.file-changed', ...IMPORT_FAILURE_CODES],
  }),
  cancel: action({
    permission: 'imports.run',
    input: z.strictObject({ id: Id.optional() }),
    output: z.object({}),
    errors: ['imports.not-found'],
  }),
  list: query({
    permission: 'imports.run',
    input: z.strictObject({}),
    output: z.object({ imports: z.array(ImportStatus) }),
    errors: [],
  }),
  get: query({
    permission: 'imports.run',
    input: z.strictObject({ id: Id }),
    output: ImportStatus,
    errors: ['imports.not-found'],
  }),
  /** Writes the rejected rows with their reasons to a file the person chose. */
  saveRejected: action({
    permission: 'imports.run',
    input: SavedRows,
    output: z.object({ rows: z.number().int() }),
    errors: [
      'imports.not-found',
      'imports.nothing-rejected',
      'import.file-changed',
      'files.disk-full',
      'files.io',
      'files.read-only',
      'files.not-found',
      ...IMPORT_FAILURE_CODES,
    ],
  }),
  /** Writes the rows that seemed to be somebody who was there, with whom, how sure and why, to a file the person chose. */
  saveAlike: action({
    permission: 'imports.run',
    input: SavedRows,
    output: z.object({ rows: z.number().int() }),
    reads: ({ id }) => ({ way: 'export', fields: ['party'], of: { entity: 'import_job', ids: [id] } }),
    takesOut: ({ id }) => ({ entity: 'import_job', ids: [id] }),
    errors: [
      'imports.not-found',
      'imports.nothing-alike',
      'import.file-changed',
      'files.disk-full',
      'files.io',
      'files.read-only',
      'files.not-found',
      ...IMPORT_FAILURE_CODES,
    ],
  }),
  /** The mappings that were kept under a name, newest first. */
  mappings: query({
    permission: 'imports.run',
    input: z.strictObject({}),
    output: z.object({
      mappings: z.array(z.object({ id: Id, name: z.string(), mapping: ColumnMapping, savedAt: Instant })),
    }),
    errors: [],
  }),
  forgetMapping: command({
    permission: 'imports.run',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['imports.mapping-not-found'],
  }),
});
