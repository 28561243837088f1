// Taking data out: any list or everything, in formats other programs read.

import { z } from 'zod';
import { activityKinds, entityOf, exportedEntities } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import type { Reading } from '../../core/reads';
import { CalendarName, Instant, LanguageCode, Line } from '../../core/schemas';
import { AuditFilter } from '../access/access.contract';
import { PartyFilter, PartySort } from '../parties/party';
import { Passphrase } from '../recovery/proof';
import { ForecastOf } from '../forecast/forecast.contract';
import { partyColumns } from '../views/views.contract';
import { lockErrors, lockSeen, lockWish, Receipt, Recipient } from './lock';

/** `vcf` is a file of cards, `ics` of appointments and yearly occasions, `jsonl` one JSON value a line. */
export const exportFormats = ['csv', 'xlsx', 'vcf', 'ics', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const cardVersions = ['3.0', '4.0'] as const;

/** The most a selection may name; whoever wants more exports the list. */
export const MOST_SELECTED = 10_000;

export const ActivityExportFilter = z.strictObject({
  partyId: Id.optional(),
  kinds: z.array(z.enum(activityKinds)).max(activityKinds.length).optional(),
  authorId: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  /** Words in any spelling; of one party's activities only, as its timeline finds them. */
  text: z.string().trim().min(1).max(200).optional(),
});
export type ActivityExportFilter = z.output<typeof ActivityExportFilter>;

const entityKeys = exportedEntities.map((entity) => entity.key) as [string, ...string[]];

/** What goes out. Lists are those of the window: the same filter, the same order, the same columns. */
export const ExportList = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('parties'),
    filter: PartyFilter.default({}),
    sort: PartySort.default({ by: 'name', direction: 'ascending' }),
    /** Only these of the list. */
    ids: z.array(Id).min(1).max(MOST_SELECTED).optional(),
    /** As a list shows them; left out, everything known of each party. */
    columns: z.array(z.enum(partyColumns)).min(1).optional(),
  }),
  z.strictObject({ list: z.literal('activities'), filter: ActivityExportFilter.default({}) }),
  z.strictObject({ list: z.literal('relationships') }),
  /** Who did and who read what, as the page of the log shows it. */
  z.strictObject({ list: z.literal('audit'), filter: AuditFilter.default({}) }),
  /** The figures of a fiscal period, as the page of the forecast shows them. */
  z.strictObject({ list: z.literal('forecast'), filter: ForecastOf.default({}) }),
  /** Every row of one entity of the catalogue, as it is kept. */
  z.strictObject({ list: z.literal('entity'), entity: z.enum(entityKeys) }),
  /** Every row of every entity. */
  z.strictObject({ list: z.literal('everything') }),
]);
export type ExportList = z.output<typeof ExportList>;

export const ExportOptions = z.strictObject({
  format: z.enum(exportFormats),
  /** Of headings and choices, and the direction of sheets. */
  language: LanguageCode,
  /** Of days in tables. In another calendar than the Gregorian they are text. */
  calendar: CalendarName.default('gregory'),
  /** Excel takes CSV for UTF-8 only behind a byte order mark. */
  byteOrderMark: z.boolean().default(true),
  cards: z.enum(cardVersions).default('3.0'),
});
export type ExportOptions = z.output<typeof ExportOptions>;

export const Exported = z.object({
  path: z.string(),
  rows: z.number().int(),
  bytes: z.number(),
  /** SHA-256 of what was written (`Receipt`). */
  sha256: z.string(),
  /** Texts longer than a cell of a workbook may be (32,767 characters), cut there. */
  shortened: z.number().int(),
});
export type Exported = z.infer<typeof Exported>;

export const exitFindings = [
  'file-missing',
  'file-changed',
  'row-missing',
  'row-extra',
  'row-differs',
  'row-broken',
  'row-refused',
  'count',
] as const;

/** One thing that is not as it should be; `row` names the record wherever one is meant. */
export const DrillFinding = z.object({
  kind: z.enum(exitFindings),
  table: z.string(),
  row: z.string(),
  detail: z.string(),
});
export type DrillFinding = z.infer<typeof DrillFinding>;

/** What an exit drill found: the certificate. */
export const ExitDrill = z.object({
  id: Id,
  startedAt: Instant,
  finishedAt: Instant,
  sound: z.boolean(),
  /** Of a package that was made before; null when the drill made one of its own. */
  from: z.string().nullable(),
  rows: z.record(z.string(), z.number().int()),
  /** Rows compared field by field, those of the tables and those of the JSON lines counted each. */
  compared: z.number().int(),
  files: z.number().int(),
  bytes: z.number(),
  findings: z.array(DrillFinding),
  /** Findings that are not listed. */
  more: z.number().int(),
});
export type ExitDrill = z.infer<typeof ExitDrill>;

export const ExitPackage = z.object({
  path: z.string(),
  rows: z.number().int(),
  files: z.number().int(),
  bytes: z.number(),
  sha256: z.string(),
});
export type ExitPackage = z.infer<typeof ExitPackage>;

/** What is the office's own is about nobody. */
export const isAboutPeople = (what: ExportList): boolean =>
  what.list !== 'forecast' &&
  (what.list !== 'entity' || what.entity === 'activity' || entityOf(what.entity).subject !== null);

const givenOut = (what: ExportList): Reading['of'] =>
  what.list === 'parties' && what.ids !== undefined ? { entity: 'party', ids: what.ids } : 'everyone';

export const exportsContract = defineContract('exports', {
  /**
   * Writes a file as a job. `to` is a token of the save dialog; on the command line the path. Encrypted, its name ends in `.age` and
   * everything as CSV is one archive; as open text it needs `exports.plain`.
   */
  make: action({
    permission: 'exports.run',
    takesOut: ({ what }) => (isAboutPeople(what) ? givenOut(what) : null),
    approval: {
      rule: 'export',
      exactly: ({ what, options, ...lock }) => ({ what, format: options.format, ...lockSeen(lock) }),
    },
    input: z.strictObject({
      what: ExportList,
      options: ExportOptions,
      to: z.string().min(1).max(4096),
      /** The person was asked already and wants what stands there replaced. */
      replace: z.boolean().default(false),
      ...lockWish,
    }),
    output: z.object({ jobId: Id }),
    errors: [
      ...lockErrors,
      'exports.forbidden-list',
      'exports.no-such-format',
      'exports.folder-missing',
      'exports.exists',
      'exports.read-only',
      'exports.in-base',
    ],
  }),
  /**
   * A folder with everything: tables, JSON lines, dictionary, reader, manifest. `to` must not exist yet. For recipients or under a
   * passphrase all but its page and its README is encrypted; without either it is open text.
   */
  makeExit: action({
    permission: 'exports.run',
    takesOut: () => 'everyone',
    approval: {
      rule: 'export',
      exactly: (lock) => ({ what: { list: 'everything' }, format: 'exit', ...lockSeen(lock) }),
    },
    input: z.strictObject({
      to: z.string().min(1).max(4096),
      language: LanguageCode,
      ...lockWish,
    }),
    output: z.object({ jobId: Id }),
    errors: [
      ...lockErrors,
      'exports.forbidden-list',
      'exports.folder-missing',
      'exports.exists',
      'exports.read-only',
      'exports.in-base',
    ],
  }),
  /** Makes a package aside under a key nobody keeps, or takes one that is there, loads it into an empty base and compares. */
  drill: action({
    permission: 'base.manage',
    input: z.strictObject({ from: z.string().min(1).max(4096).optional(), passphrase: Passphrase.optional() }),
    output: z.object({ jobId: Id }),
    errors: ['exports.folder-missing', 'exports.password-needed', 'exports.password-wrong'],
  }),
  drills: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ drills: z.array(ExitDrill) }),
    errors: [],
  }),
  /** Whom files can be encrypted for: the register of the office, then its escrow keys. */
  recipients: query({
    permission: 'exports.run',
    input: z.strictObject({}),
    output: z.object({ recipients: z.array(Recipient) }),
    errors: [],
  }),
  addRecipient: action({
    permission: 'settings.manage',
    input: z.strictObject({ name: Line, key: z.string().trim().min(1).max(5000) }),
    output: z.object({ id: Id }),
    errors: ['exports.recipient-invalid', 'exports.recipient-known'],
  }),
  removeRecipient: command({
    permission: 'settings.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['exports.recipient-unknown'],
  }),
  /** Of files that left the base: the caller's own and, for whoever reads the log, everybody's; the newest first. */
  receipts: query({
    permission: 'session.use',
    input: z.strictObject({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({ receipts: z.array(Receipt) }),
    errors: [],
  }),
  /** Was this file (or folder) written here, and is it as it was? Whoever holds it is told by whom and for whom. */
  verify: action({
    permission: 'session.use',
    input: z.strictObject({ file: z.string().min(1).max(4096) }),
    output: z.object({ sha256: z.string(), receipt: Receipt.nullable() }),
    errors: ['files.not-found', 'files.io'],
  }),
});
