// Merging and separating as they are asked for: which records are one, whose value is shown, which facts are handed over.

import { z } from 'zod';
import { genders, groupKinds, partyKinds } from '../../catalogue';
import { command, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { IDENTIFIER, opened } from '../../core/reads';
import { CivilDate, EnteredDate, Instant, LanguageCode, OptionalLine } from '../../core/schemas';
import { MaskedText, UserRef } from './party';
import { shownFields, singleFields } from './cluster';

const Choices = z.partialRecord(z.enum(shownFields), Id);

/** Why two records are thought to be one, as whoever found it says it: a code and, where there is one, what it was seen in. */
export const MergeEvidence = z.strictObject({ code: z.string().max(60), text: z.string().max(200).optional() });
export type MergeEvidence = z.infer<typeof MergeEvidence>;

const Records = z.array(Id).min(1).max(50);
const Together = z.strictObject({ intoId: Id, ids: Records });

/** Facts that belong to one record and can be handed to another; of `party` itself one single-valued field. */
export const factEntities = [
  'party',
  'party_name',
  'contact_point',
  'address',
  'identifier',
  'party_role',
  'relationship',
  'occasion',
  'preference',
  'need',
  'value_driver',
  'activity_party',
  'attachment',
  'authority',
  'consent_event',
  'lead',
  'deal',
] as const;
export type FactEntity = (typeof factEntities)[number];

const Card = z.object({ id: Id, kind: z.enum(partyKinds), name: z.string(), createdAt: Instant });

export const ClusterMember = Card.extend({
  isRoot: z.boolean(),
  /** How it came to belong here; null for the record that stands for the others. */
  link: z
    .object({
      id: Id,
      toId: Id,
      at: Instant,
      by: UserRef.nullable(),
      reason: z.string().nullable(),
      evidence: z.array(MergeEvidence),
    })
    .nullable(),
});
export type ClusterMember = z.infer<typeof ClusterMember>;

const single = {
  language: LanguageCode.nullable(),
  owner: UserRef.nullable(),
  gender: z.enum(genders).nullable(),
  birth: EnteredDate.nullable(),
  deathOn: CivilDate.nullable(),
  nationality: z.string().nullable(),
  legalForm: z.string().nullable(),
  industry: z.string().nullable(),
  groupKind: z.enum(groupKinds).nullable(),
  note: z.string().nullable(),
};

/** One side of a merge as its page shows it now, and how much comes along with it. */
export const MergeSide = Card.extend({
  /** Records that are this person already, itself included. */
  records: z.number().int(),
  values: z.object(single),
  counts: z.object({
    names: z.number().int(),
    contactPoints: z.number().int(),
    addresses: z.number().int(),
    identifiers: z.number().int(),
    roles: z.number().int(),
    relationships: z.number().int(),
    occasions: z.number().int(),
    preferences: z.number().int(),
    needs: z.number().int(),
    valueDrivers: z.number().int(),
    attachments: z.number().int(),
    activities: z.object({ value: z.number().int(), capped: z.boolean() }),
  }),
});
export type MergeSide = z.infer<typeof MergeSide>;

export const mergeWarnings = ['identifiers-differ', 'birth-differs', 'gender-differs', 'related'] as const;

export const MergePreview = z.object({
  /** The record that will stand for all comes first. */
  sides: z.array(MergeSide),
  /** Fields in which at least one side has a value: whose they are, and whose the page will show unless told otherwise. */
  fields: z.array(
    z.object({
      field: z.enum(shownFields),
      differs: z.boolean(),
      /** For each side in order, the record its value comes from. */
      sources: z.array(Id),
      shown: Id,
    }),
  ),
  warnings: z.array(
    z.object({
      code: z.enum(mergeWarnings),
      /** Which identity number differs. */
      scheme: z.string().nullable(),
      /** What stands against what, in the order of the sides that have one. */
      values: z.array(MaskedText),
    }),
  ),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** A fact written while the records were one. */
export const FactSince = z.object({
  entity: z.enum(factEntities),
  id: Id,
  partyId: Id,
  at: Instant,
  by: z.string(),
  /** A choice of the catalogue: the kind of a name or activity, the type of a role; of `party` which field it is. */
  kind: z.string().nullable(),
  text: z.string().nullable(),
});
export type FactSince = z.infer<typeof FactSince>;

const mergeErrors = [
  'parties.not-found',
  'parties.in-bin',
  'parties.same-party',
  'parties.kinds-differ',
  'parties.already-merged',
  'parties.cluster-too-large',
] as const;

export const mergingOperations = {
  /** Links records as one party. Nothing is overwritten or moved; `parties.unmerge` or undo takes it back at any time. */
  merge: command({
    permission: 'parties.merge',
    input: Together.extend({
      choices: Choices.default({}),
      reason: OptionalLine,
      evidence: z.array(MergeEvidence).max(20).default([]),
    }),
    output: z.object({ id: Id, linked: z.number().int() }),
    errors: [...mergeErrors, 'parties.choice-unknown'],
  }),
  mergePreview: query({
    permission: 'parties.merge',
    input: Together,
    output: MergePreview,
    reads: (_, { sides, warnings }) =>
      opened(
        sides.map(({ id }) => id),
        warnings.some(({ scheme, values }) => scheme !== null && values.some(({ masked }) => !masked))
          ? [IDENTIFIER]
          : [],
      ),
    errors: [...mergeErrors],
  }),
  /** Which records are this party: since when, by whom, why. */
  cluster: query({
    permission: 'parties.read',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id, members: z.array(ClusterMember) }),
    reads: (_, { id }) => opened([id]),
    emergency: true,
    errors: ['parties.not-found'],
  }),
  /** What a separation would part: the facts written since on either side, which can be handed over. */
  unmergePreview: query({
    permission: 'parties.merge',
    input: z.strictObject({ ids: Records }),
    output: z.object({ leaving: z.array(Card), staying: z.array(Card), since: z.array(FactSince), more: z.boolean() }),
    reads: (_, { since }, { sensitive }) => {
      const shown = sensitive ? since.filter(({ entity, text }) => entity === 'identifier' && text !== null) : [];
      return opened(
        shown.map(({ partyId }) => partyId),
        [IDENTIFIER],
      );
    },
    errors: ['parties.not-found', 'parties.not-merged', 'parties.nothing-stays'],
  }),
  /** Separates some records of a party from the rest. Each fact is with whom it belongs already; `handOver` names those that change sides. */
  unmerge: command({
    permission: 'parties.merge',
    input: z.strictObject({
      ids: Records,
      handOver: z
        .array(z.strictObject({ entity: z.enum(factEntities), id: Id, field: z.enum(singleFields).optional() }))
        .max(500)
        .default([]),
    }),
    output: z.object({ id: Id, restId: Id }),
    errors: [
      'parties.not-found',
      'parties.not-merged',
      'parties.nothing-stays',
      'parties.part-not-found',
      'parties.last-name',
    ],
  }),
};
