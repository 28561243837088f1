// What one vCard says, whatever its version and whoever wrote it, as the reader hands it to the mapping.

import { z } from 'zod';

const Texts = z.array(z.string());
const Optional = z.string().optional();

/** `types` in lower case (home, work, cell, fax, pref…); `label` is the writer's own word for the entry. */
export const VcardEntry = z.object({ value: z.string(), types: Texts, label: Optional });
export type VcardEntry = z.infer<typeof VcardEntry>;

export const VcardName = z.object({
  family: z.string(),
  given: z.string(),
  additional: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type VcardName = z.infer<typeof VcardName>;

export const VcardAddress = z.object({
  poBox: z.string(),
  extended: z.string(),
  street: z.string(),
  locality: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
  types: Texts,
  label: Optional,
});
export type VcardAddress = z.infer<typeof VcardAddress>;

/** `calendar` is CALSCALE as written, in lower case. */
export const VcardDate = z.object({ text: z.string(), calendar: Optional });
export type VcardDate = z.infer<typeof VcardDate>;

export const VcardRecord = z.object({
  version: z.enum(['2.1', '3.0', '4.0']),
  uid: Optional,
  kind: Optional,
  formattedNames: Texts,
  names: z.array(VcardName),
  nicknames: Texts,
  phonetic: z.object({ given: Optional, additional: Optional, family: Optional }),
  phones: z.array(VcardEntry),
  emails: z.array(VcardEntry),
  urls: z.array(VcardEntry),
  messengers: z.array(VcardEntry),
  addresses: z.array(VcardAddress),
  organisations: z.array(z.object({ name: z.string(), units: Texts })),
  titles: Texts,
  jobRoles: Texts,
  notes: Texts,
  categories: Texts,
  birthday: VcardDate.optional(),
  anniversary: VcardDate.optional(),
  gender: Optional,
  languages: Texts,
  /** Named persons around this one: spouse, child, manager, assistant… */
  related: z.array(VcardEntry),
  hasPhoto: z.boolean(),
  /** Lines that are no property; kept as a note, for nothing is dropped in silence. */
  unread: Texts,
});
export type VcardRecord = z.infer<typeof VcardRecord>;
