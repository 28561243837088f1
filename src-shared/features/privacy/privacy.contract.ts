// The privacy desk: what the office processes data for, on what grounds, and in which words people are asked.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { LanguageCode, LongText } from '../../core/schemas';
import { DataCategories, LawfulBasis, Purpose, PurposeId, PurposeNames } from './purpose';

export const privacyContract = defineContract('privacy', {
  purposes: query({
    permission: 'consent.read',
    input: z.strictObject({}),
    output: z.object({ purposes: z.array(Purpose) }),
    errors: [],
  }),
  /** Without an id a new purpose is made, which needs names. An interest of the office needs its weighing against the person's. */
  savePurpose: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      id: PurposeId.optional(),
      names: PurposeNames.nullable(),
      basis: LawfulBasis,
      balancing: LongText.nullable(),
      categories: DataCategories,
      active: z.boolean(),
    }),
    output: z.object({ id: PurposeId }),
    errors: ['privacy.purpose-not-found', 'privacy.names-required', 'privacy.balancing-required'],
  }),
  /** A purpose of the office goes, unless anybody has said anything about it; one that ships is again as it came. */
  removePurpose: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: PurposeId }),
    output: z.object({}),
    errors: ['privacy.purpose-not-found', 'privacy.purpose-used'],
  }),
  /** The next version of what people are shown in a language; those of before stay for what was said to them. */
  addWording: command({
    permission: 'privacy.manage',
    input: z.strictObject({ purposeId: PurposeId, language: LanguageCode, text: LongText.min(1) }),
    output: z.object({ id: Id, version: z.number().int() }),
    errors: ['privacy.purpose-not-found', 'privacy.wording-same'],
  }),
});
