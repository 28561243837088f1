// Everything that can be asked about people, organisations and groups.

import { z } from 'zod';
import { activityKinds, isSensitive, partyKinds, partyStatuses } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { IDENTIFIER, opened } from '../../core/reads';
import { CappedCount, CivilDate, Cursor, Instant, LanguageCode, OptionalLine, PageLimit } from '../../core/schemas';
import { mergingOperations } from './merging';
import { ActivityItem } from '../activities/activity';
import { PartyDraft, PartyFilter, PartyPatch, PartyRecord, PartyRow, PartySort } from './party';

const ListInput = z.strictObject({
  filter: PartyFilter.default({}),
  sort: PartySort.default({ by: 'name', direction: 'ascending' }),
  /** Whose alphabet the names are sorted by. */
  language: LanguageCode.default('ar'),
  after: Cursor.optional(),
  limit: PageLimit,
});

export const HistoryEntry = z.object({
  /** The newest operation, where an entry stands for several of one group. */
  operationId: Id,
  groupId: Id.nullable(),
  at: Instant,
  userId: Id.nullable(),
  userName: z.string(),
  /** Whether it was taken back; an entry of several steps when all of them were. */
  undone: z.boolean(),
  command: z.string(),
  changes: z.array(
    z.object({
      entity: z.string(),
      recordId: z.string(),
      action: z.enum(['insert', 'update', 'delete']),
      fields: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Of class 3, as `entity.field`. */
const sensitiveFields = (changes: HistoryEntry['changes']): string[] => [
  ...new Set(
    changes.flatMap(({ entity, fields }) =>
      fields.filter(({ field }) => isSensitive(entity, field)).map(({ field }) => `${entity}.${field}`),
    ),
  ),
];

export const GraphNode = z.object({
  id: Id,
  kind: z.enum(partyKinds),
  name: z.string(),
  depth: z.number().int(),
  /** Relationships of this party that are not on the map yet. */
  more: z.number().int(),
});
export const GraphEdge = z.object({
  id: Id,
  from: Id,
  to: Id,
  type: z.string(),
  position: z.string().nullable(),
  ended: z.boolean(),
});

export const partiesContract = defineContract('parties', {
  create: command({
    permission: 'parties.write',
    input: PartyDraft.extend({
      /** Why somebody who was erased is written down again; written into the log. Needed of such a person only. */
      returnReason: OptionalLine,
    }),
    output: z.object({ id: Id }),
    errors: ['parties.owner-unknown', 'parties.unit-unknown', 'parties.date-invalid', 'parties.was-erased'],
  }),
  update: command({
    permission: 'parties.write',
    input: PartyPatch,
    output: z.object({ id: Id }),
    errors: [
      'parties.not-found',
      'parties.part-not-found',
      'parties.last-name',
      'parties.owner-unknown',
      'parties.unit-unknown',
      'parties.date-invalid',
    ],
  }),
  get: query({
    permission: 'parties.read',
    input: z.strictObject({ id: Id }),
    output: PartyRecord,
    reads: (_, { id, identifiers }) => opened([id], identifiers.some(({ value }) => !value.masked) ? [IDENTIFIER] : []),
    emergency: true,
    errors: ['parties.not-found'],
  }),
  list: query({
    permission: 'parties.read',
    input: ListInput,
    output: z.object({ rows: z.array(PartyRow), next: Cursor.nullable(), count: CappedCount }),
    errors: ['parties.cursor-invalid', 'parties.field-masked'],
  }),
  /** Where every n-th row of a list starts, so that a scroll bar can jump to any depth by one keyset page. */
  index: query({
    permission: 'parties.read',
    input: ListInput.omit({ after: true, limit: true }),
    output: z.object({ total: z.number().int(), every: z.number().int(), cursors: z.array(Cursor) }),
    errors: ['parties.field-masked'],
    long: true,
  }),
  timeline: query({
    permission: 'activities.read',
    input: z.strictObject({
      partyId: Id,
      kinds: z.array(z.enum(activityKinds)).optional(),
      authorId: Id.optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      text: z.string().trim().min(1).max(200).optional(),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ items: z.array(ActivityItem), next: Cursor.nullable() }),
    reads: ({ partyId }) => opened([partyId]),
    emergency: true,
    errors: ['parties.not-found', 'parties.cursor-invalid'],
  }),
  history: query({
    permission: 'operations.read',
    input: z.strictObject({ partyId: Id, after: Cursor.optional(), limit: PageLimit }),
    output: z.object({ entries: z.array(HistoryEntry), next: Cursor.nullable() }),
    reads: ({ partyId }, { entries }, { sensitive }) =>
      opened([partyId], sensitive ? sensitiveFields(entries.flatMap(({ changes }) => changes)) : []),
    emergency: true,
    errors: ['parties.not-found', 'parties.cursor-invalid'],
  }),
  /** Neighbours by relationship, breadth first, at most 200 nodes; cycle-safe. `asOf` leaves out edges not valid that day. */
  graph: query({
    permission: 'parties.read',
    input: z.strictObject({ id: Id, depth: z.number().int().min(1).max(3).default(1), asOf: CivilDate.optional() }),
    output: z.object({ nodes: z.array(GraphNode), edges: z.array(GraphEdge), truncated: z.boolean() }),
    errors: ['parties.not-found'],
  }),
  /** The same change to many parties as one operation. */
  bulkUpdate: command({
    permission: 'parties.write',
    input: z.strictObject({
      ids: z.array(Id).min(1).max(10_000),
      set: z
        .strictObject({
          ownerId: Id.nullable(),
          unitId: Id.nullable(),
          status: z.enum(partyStatuses),
          language: LanguageCode.nullable(),
        })
        .partial(),
    }),
    output: z.object({ changed: z.number().int() }),
    errors: ['parties.not-found', 'parties.owner-unknown', 'parties.unit-unknown'],
  }),
  /** Moves parties to the recycle bin; undo and `restore` bring them back. */
  remove: command({
    permission: 'parties.delete',
    approval: { rule: 'removal', exactly: ({ ids }) => ({ ids: [...new Set(ids)].toSorted() }) },
    input: z.strictObject({ ids: z.array(Id).min(1).max(10_000) }),
    output: z.object({ removed: z.number().int() }),
    errors: ['parties.not-found'],
  }),
  restore: command({
    permission: 'parties.delete',
    input: z.strictObject({ ids: z.array(Id).min(1).max(10_000) }),
    output: z.object({ restored: z.number().int() }),
    errors: ['parties.not-found'],
  }),
  ...mergingOperations,
});
