// A purpose for which the office processes data, and the wordings by which people are asked about it.

import { z } from 'zod';
import { dataCategories, lawfulBases } from '../../catalogue';
import { Instant, LanguageCode, Line, LongText } from '../../core/schemas';
import { Id } from '../../core/ids';

/** That of a purpose that ships with the product, or a made one. */
export const PurposeId = z.string().min(1).max(60);
export const LawfulBasis = z.enum(lawfulBases);
export type LawfulBasis = z.infer<typeof LawfulBasis>;
export const DataCategories = z.array(z.enum(dataCategories)).max(dataCategories.length);
export const PurposeNames = z.strictObject({ ar: Line, fa: Line, en: Line });

export const Wording = z.object({
  id: Id,
  language: LanguageCode,
  /** 1, 2, 3 … within the purpose and language. */
  version: z.number().int(),
  text: LongText,
  createdAt: Instant,
});
export type Wording = z.infer<typeof Wording>;

export const Purpose = z.object({
  id: PurposeId,
  /** Whether it ships with the product; then it has words of its own while `names` is null. */
  preset: z.boolean(),
  isChanged: z.boolean(),
  names: PurposeNames.nullable(),
  basis: LawfulBasis,
  balancing: z.string().nullable(),
  categories: DataCategories,
  active: z.boolean(),
  /** Newest first, of each language. */
  wordings: z.array(Wording),
});
export type Purpose = z.infer<typeof Purpose>;

/** Bases under which a person may object, so that a refusal counts. */
export const mayObject = (basis: LawfulBasis): boolean =>
  basis === 'consent' || basis === 'legitimate-interest' || basis === 'public-task';
