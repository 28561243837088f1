// What a party is to the outside: the drafts people type, the record a page shows, the row a list shows.

import { z } from 'zod';
import {
  addressKinds,
  contactPointKinds,
  contactPointLabels,
  genders,
  groupKinds,
  identifierSchemes,
  nameKinds,
  needStatuses,
  needUrgencies,
  occasionKinds,
  partyKinds,
  partyStatuses,
  preferenceKeys,
  roleStages,
  roleTypes,
  valueDrivers,
} from '../../catalogue';
import { Id } from '../../core/ids';
import {
  CalendarName,
  CivilDate,
  CountryCode,
  EnteredDate,
  Instant,
  LanguageCode,
  Line,
  LongText,
  OptionalLine,
} from '../../core/schemas';
import { shownFields } from './cluster';

const period = { fromOn: CivilDate.nullish(), toOn: CivilDate.nullish() };

export const NameDraft = z.strictObject({
  kind: z.enum(nameKinds).default('used'),
  text: Line,
  prefix: OptionalLine,
  given: OptionalLine,
  father: OptionalLine,
  grandfather: OptionalLine,
  family: OptionalLine,
  kunya: OptionalLine,
  nickname: OptionalLine,
  ...period,
});

export const ContactPointDraft = z.strictObject({
  kind: z.enum(contactPointKinds),
  label: z.enum(contactPointLabels).nullish(),
  value: Line,
  preferred: z.boolean().default(false),
  doNotUse: z.boolean().default(false),
  note: OptionalLine,
  ...period,
});

export const AddressDraft = z.strictObject({
  kind: z.enum(addressKinds).default('home'),
  lines: OptionalLine,
  building: OptionalLine,
  district: OptionalLine,
  city: OptionalLine,
  province: OptionalLine,
  postcode: OptionalLine,
  country: CountryCode.nullish(),
  landmark: OptionalLine,
  ...period,
});

export const IdentifierDraft = z.strictObject({
  scheme: z.enum(identifierSchemes),
  value: z.string().trim().min(1).max(100),
  issuer: OptionalLine,
  expiresOn: CivilDate.nullish(),
});

export const OccasionDraft = z.strictObject({
  kind: z.enum(occasionKinds),
  calendar: CalendarName,
  year: z.number().int().min(1).max(9999).nullish(),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
  label: OptionalLine,
  remindDays: z.number().int().min(0).max(365).nullish(),
});

export const PreferenceDraft = z.strictObject({ key: z.enum(preferenceKeys), value: Line });

/** What somebody needs in their own words, and the words by which products are looked for, with commas between them. */
export const NeedDraft = z.strictObject({
  words: Line,
  tags: OptionalLine,
  urgency: z.enum(needUrgencies).default('someday'),
  status: z.enum(needStatuses).default('open'),
  /** How the office knows. */
  evidence: OptionalLine,
  notedOn: CivilDate.nullish(),
});

/** What counts for somebody when they choose; rank 1 counts most. */
export const ValueDriverDraft = z.strictObject({
  driver: z.enum(valueDrivers),
  rank: z.number().int().min(1).max(20),
  words: OptionalLine,
  notedOn: CivilDate.nullish(),
});

export const RoleDraft = z.strictObject({
  type: z.enum(roleTypes),
  ownerId: Id.nullish(),
  deputyId: Id.nullish(),
  stage: z.enum(roleStages).default('active'),
  terms: OptionalLine,
  startedOn: CivilDate.nullish(),
});

const partyFields = {
  language: LanguageCode.nullish(),
  ownerId: Id.nullish(),
  /** The branch, department or team whose party it is. */
  unitId: Id.nullish(),
  gender: z.enum(genders).nullish(),
  birth: EnteredDate.nullish(),
  deathOn: CivilDate.nullish(),
  nationality: OptionalLine,
  legalForm: OptionalLine,
  industry: OptionalLine,
  groupKind: z.enum(groupKinds).nullish(),
  note: LongText.nullish(),
};

const many = <T extends z.ZodType>(item: T) => z.array(item).max(100).default([]);

export const PartyDraft = z.strictObject({
  kind: z.enum(partyKinds),
  names: z.array(NameDraft).min(1).max(50),
  contactPoints: many(ContactPointDraft),
  addresses: many(AddressDraft),
  identifiers: many(IdentifierDraft),
  occasions: many(OccasionDraft),
  preferences: many(PreferenceDraft),
  needs: many(NeedDraft),
  valueDrivers: many(ValueDriverDraft),
  roles: many(RoleDraft),
  externalKey: OptionalLine,
  ...partyFields,
});
export type PartyDraft = z.output<typeof PartyDraft>;

/** A new part is a whole draft; of an existing one only what is given changes, so no default may come in. */
function withId<Shape extends z.ZodRawShape>(draft: z.ZodObject<Shape>) {
  const bare = Object.entries(draft.shape).map(([name, field]) => [
    name,
    field instanceof z.ZodDefault ? field.unwrap() : field,
  ]);
  const part = z
    .strictObject(Object.fromEntries(bare) as Shape)
    .partial()
    .extend({ id: Id.optional() });
  return part.superRefine((value, context) => {
    const { id, ...fields } = value as { readonly id?: string };
    const whole = id === undefined ? draft.safeParse(fields) : undefined;
    for (const { path, message } of whole?.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  });
}

const puts = <T extends z.ZodType>(item: T) => z.array(item).max(100).optional();

/** The parts of a party that come in any number; in `put`, an `id` changes that part, none adds a new one. */
export const partyParts = [
  'name',
  'contactPoint',
  'address',
  'identifier',
  'occasion',
  'preference',
  'need',
  'valueDriver',
] as const;

export const PartyPatch = z.strictObject({
  id: Id,
  set: z
    .strictObject({ ...partyFields, status: z.enum(partyStatuses) })
    .partial()
    .optional(),
  put: z
    .strictObject({
      names: puts(withId(NameDraft)),
      contactPoints: puts(withId(ContactPointDraft)),
      addresses: puts(withId(AddressDraft)),
      identifiers: puts(withId(IdentifierDraft)),
      occasions: puts(withId(OccasionDraft)),
      preferences: puts(withId(PreferenceDraft)),
      needs: puts(withId(NeedDraft)),
      valueDrivers: puts(withId(ValueDriverDraft)),
    })
    .optional(),
  remove: z
    .array(z.strictObject({ part: z.enum(partyParts), id: Id }))
    .max(200)
    .optional(),
});
export type PartyPatch = z.output<typeof PartyPatch>;

/** A fact, and the record it was written to: of a merged party it may be any member. */
const fact = { id: Id, partyId: Id };
export const UserRef = z.object({ id: Id, name: z.string() });
export type UserRef = z.infer<typeof UserRef>;

/** A class-3 value the reader may not see whole: only its last four characters come through. */
export const MaskedText = z.object({ text: z.string(), masked: z.boolean() });

export const identifierVerdicts = ['valid', 'invalid', 'unchecked'] as const;

export const StoredRole = z.object({
  ...fact,
  type: z.enum(roleTypes),
  stage: z.enum(roleStages),
  owner: UserRef.nullable(),
  deputy: UserRef.nullable(),
  terms: z.string().nullable(),
  startedOn: CivilDate.nullable(),
  endedOn: CivilDate.nullable(),
  endReason: z.string().nullable(),
  winBackOn: CivilDate.nullable(),
  events: z.array(
    z.object({
      id: Id,
      from: z.enum(roleStages).nullable(),
      to: z.enum(roleStages),
      at: Instant,
      by: UserRef.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export const StoredRelationship = z.object({
  ...fact,
  type: z.string(),
  /** outgoing: this party is the `from` side; incoming: it is the `to` side and the inverse label applies. */
  direction: z.enum(['outgoing', 'incoming']),
  party: z.object({ id: Id, kind: z.enum(partyKinds), name: z.string() }),
  position: z.string().nullable(),
  note: z.string().nullable(),
  fromOn: CivilDate.nullable(),
  toOn: CivilDate.nullable(),
});

export const PartyRecord = z.object({
  id: Id,
  kind: z.enum(partyKinds),
  status: z.enum(partyStatuses),
  displayName: z.string(),
  language: LanguageCode.nullable(),
  owner: UserRef.nullable(),
  unitId: Id.nullable(),
  gender: z.enum(genders).nullable(),
  birth: EnteredDate.nullable(),
  deathOn: CivilDate.nullable(),
  nationality: z.string().nullable(),
  legalForm: z.string().nullable(),
  industry: z.string().nullable(),
  groupKind: z.enum(groupKinds).nullable(),
  note: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: Instant.nullable(),
  lastActivityAt: Instant.nullable(),
  activityCount: z.object({ value: z.number().int(), capped: z.boolean() }),
  names: z.array(NameDraft.extend(fact)),
  contactPoints: z.array(
    ContactPointDraft.extend({
      ...fact,
      normal: z.string(),
      /** Another record of this party marks the same number or address "do not use". */
      restricted: z.boolean(),
    }),
  ),
  addresses: z.array(AddressDraft.extend(fact)),
  identifiers: z.array(
    IdentifierDraft.omit({ value: true }).extend({ ...fact, value: MaskedText, verdict: z.enum(identifierVerdicts) }),
  ),
  occasions: z.array(OccasionDraft.extend(fact)),
  preferences: z.array(PreferenceDraft.extend(fact)),
  needs: z.array(NeedDraft.extend(fact)),
  valueDrivers: z.array(ValueDriverDraft.extend(fact)),
  roles: z.array(StoredRole),
  relationships: z.array(StoredRelationship),
  /** The records that are this party, the one that stands for them first; just one unless records were merged. */
  records: z.array(z.object({ id: Id, name: z.string() })),
  /** What the reader may do with this party, and the fields (`entity.field`) of it that they do not see whole and so cannot change. */
  rights: z.object({
    write: z.boolean(),
    assign: z.boolean(),
    /** Says who may act for them. */
    authorise: z.boolean(),
    masked: z.array(z.string()),
  }),
  /** Of a merged party: the record that each shown single value comes from. */
  sources: z.partialRecord(z.enum(shownFields), Id),
});
export type PartyRecord = z.infer<typeof PartyRecord>;

export const partySorts = ['name', 'created', 'updated', 'last-activity'] as const;

export const PartyFilter = z.strictObject({
  kinds: z.array(z.enum(partyKinds)).max(3).optional(),
  roleType: z.enum(roleTypes).optional(),
  roleStage: z.enum(roleStages).optional(),
  ownerId: Id.optional(),
  /** Lying with this unit or one below it. */
  unitId: Id.optional(),
  /** Owned by somebody who is today of this unit or of one below it. */
  teamId: Id.optional(),
  status: z.enum(partyStatuses).optional(),
  city: z.string().trim().min(1).max(100).optional(),
  language: LanguageCode.optional(),
  /** Words in any spelling, as in search. */
  text: z.string().trim().min(1).max(200).optional(),
  createdFrom: Instant.optional(),
  createdTo: Instant.optional(),
  deleted: z.boolean().optional(),
});
export type PartyFilter = z.output<typeof PartyFilter>;

export const PartySort = z.strictObject({ by: z.enum(partySorts), direction: z.enum(['ascending', 'descending']) });
export type PartySort = z.output<typeof PartySort>;

export const PartyRow = z.object({
  id: Id,
  kind: z.enum(partyKinds),
  displayName: z.string(),
  roles: z.array(z.enum(roleTypes)),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  ownerName: z.string().nullable(),
  status: z.enum(partyStatuses),
  createdAt: Instant,
  updatedAt: Instant,
  lastActivityAt: Instant.nullable(),
});
export type PartyRow = z.infer<typeof PartyRow>;
