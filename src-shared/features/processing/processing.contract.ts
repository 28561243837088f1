// The record of processing (GDPR article 30, PDPL): made of the catalogue, the purposes, the roles and the retention rules as they are.

import { z } from 'zod';
import { dataCategories, keptTimes } from '../../catalogue';
import { action, defineContract, query } from '../../core/contract';
import { Instant, LanguageCode } from '../../core/schemas';
import { RoleId } from '../policy/role-id';
import { LawfulBasis, PurposeId, PurposeNames } from '../privacy/purpose';

const Category = z.enum(dataCategories);

export const ProcessingRecord = z.object({
  office: z.string(),
  country: z.string(),
  at: Instant,
  purposes: z.array(
    z.object({
      id: PurposeId,
      names: PurposeNames.nullable(),
      preset: z.boolean(),
      basis: LawfulBasis,
      balancing: z.string().nullable(),
      categories: z.array(Category),
    }),
  ),
  data: z.array(
    z.object({
      category: Category,
      /** 0 public, 1 internal, 2 personal, 3 sensitive: the highest of its fields. */
      privacy: z.number().int(),
      kept: z.array(z.enum(keptTimes)),
      /** `entity.field` of the catalogue; of what a device keeps for itself the entity alone. */
      fields: z.array(z.string()),
    }),
  ),
  /** Roles that somebody holds and that see people. */
  recipients: z.array(
    z.object({
      id: RoleId,
      name: z.string().nullable(),
      holders: z.number().int(),
      /** The name of a scope; `rule` for one of the office's own. */
      scope: z.string(),
      /** How they see sensitive values of whom they may not see whole. */
      sensitive: z.string(),
    }),
  ),
  /** Rules in force. */
  retention: z.array(z.object({ id: z.string(), name: z.string().nullable(), source: z.string().nullable() })),
});
export type ProcessingRecord = z.infer<typeof ProcessingRecord>;

export const processingContract = defineContract('processing', {
  record: query({
    permission: 'privacy.manage',
    input: z.strictObject({}),
    output: ProcessingRecord,
    errors: [],
  }),
  /** Writes it as a page to read or a table. `to` is a token of the save dialog; on the command line the path. */
  export: action({
    permission: 'privacy.manage',
    input: z.strictObject({
      to: z.string().min(1).max(4096),
      format: z.enum(['html', 'csv']),
      language: LanguageCode,
      replace: z.boolean().default(false),
    }),
    output: z.object({ path: z.string() }),
    errors: [
      'exports.folder-missing',
      'exports.exists',
      'exports.read-only',
      'exports.in-base',
      'files.disk-full',
      'files.read-only',
      'files.not-found',
      'files.io',
    ],
  }),
});
