// Taking data out: any list or everything, in formats other programs read.

import { z } from 'zod';
import { activityKinds, exportedEntities } from '../../catalogue';
import { action, defineContract } from '../../core/contract';
import { Id } from '../../core/ids';
import { CalendarName, Instant, LanguageCode } from '../../core/schemas';
import { PartyFilter, PartySort } from '../parties/party';
import { partyColumns } from '../views/views.contract';

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
  /** Texts longer than a cell of a workbook may be (32,767 characters), cut there. */
  shortened: z.number().int(),
});
export type Exported = z.infer<typeof Exported>;

export const exportsContract = defineContract('exports', {
  /** Writes a file as a job. `to` is a token of the save dialog; on the command line the path. */
  make: action({
    permission: 'exports.run',
    input: z.strictObject({
      what: ExportList,
      options: ExportOptions,
      to: z.string().min(1).max(4096),
      /** The person was asked already and wants what stands there replaced. */
      replace: z.boolean().default(false),
    }),
    output: z.object({ jobId: Id }),
    errors: [
      'exports.forbidden-list',
      'exports.no-such-format',
      'exports.folder-missing',
      'exports.exists',
      'exports.read-only',
      'exports.in-base',
    ],
  }),
});
