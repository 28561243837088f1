// Bringing data in from files: look, map, try without writing, run with pause and cancel, undo as one.

import { z } from 'zod';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CalendarName, Instant, Line } from '../../core/schemas';
import { IMPORT_FAILURE_CODES } from './import-failures';

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

/** Target of each column by the keys of the mapping's target list; null leaves the column out. */
export const ColumnMapping = z.strictObject({
  columns: z
    .array(z.strictObject({ index: z.number().int().min(0), target: z.string().max(100).nullable() }))
    .max(1000),
  calendar: CalendarName.default('gregory'),
  kind: z.enum(['person', 'organisation', 'guess']).default('guess'),
  roleType: z.string().max(40).nullish(),
});
export type ColumnMapping = z.output<typeof ColumnMapping>;

/** What happens with a row whose external key is already in the base. */
export const existingPolicies = ['skip', 'fill-blank', 'overwrite'] as const;

const FileToken = z.string().min(1).max(4096);

export const ImportPlan = z.strictObject({
  file: FileToken,
  read: ReadOptions,
  mapping: ColumnMapping,
  existing: z.enum(existingPolicies).default('skip'),
  saveMappingAs: Line.optional(),
});
export type ImportPlan = z.output<typeof ImportPlan>;

export const ImportCounts = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  /** Rejected rows by reason code. */
  reasons: z.record(z.string(), z.number().int()),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportStatus = z.object({
  id: Id,
  state: z.enum(importStates),
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
});
export type ImportStatus = z.infer<typeof ImportStatus>;

export const importsContract = defineContract('imports', {
  inspect: action({
    permission: 'imports.run',
    input: z.strictObject({ file: FileToken, read: ReadOptions.default({}) }),
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
        }),
      ),
    }),
    errors: [...IMPORT_FAILURE_CODES, 'import.cancelled', 'import.busy'],
  }),
  start: action({
    permission: 'imports.run',
    input: ImportPlan,
    output: z.object({ id: Id }),
    errors: [...IMPORT_FAILURE_CODES, 'import.busy'],
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
    input: z.strictObject({ id: Id, file: FileToken }),
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
  forgetMapping: command({
    permission: 'imports.run',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['imports.mapping-not-found'],
  }),
});
