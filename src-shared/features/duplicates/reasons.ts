// Why two parties are thought to be one, or two: codes whose words are the messages `duplicates.reason.<code>`.

import { z } from 'zod';

export const reasonCodes = [
  'identifier-same',
  'identifier-near',
  'identifier-differs',
  'email-same',
  'phone-same',
  'phone-differs',
  'birth-same',
  'birth-slip-day-month',
  'birth-slip-calendar',
  'birth-near',
  'birth-differs',
  'gender-differs',
  'name-same',
  'given-same',
  'given-spelled',
  'given-near',
  'given-initial',
  'given-differs',
  'family-same',
  'family-spelled',
  'family-near',
  'family-differs',
  'middle-same',
  'middle-spelled',
  'middle-near',
  'middle-differs',
  'name-swapped',
  'name-shorter',
  'name-keyboard',
  'kunya-same',
  'title-same',
  'title-near',
  'title-differs',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const Reason = z.object({
  code: z.enum(reasonCodes),
  /** Whether it speaks for one person, or for two. */
  speaks: z.enum(['for', 'against']),
  /** For identifiers: which kind of number, never the number. */
  scheme: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

/** One piece of evidence. */
export interface Evidence {
  readonly code: ReasonCode;
  /** log2 of how much likelier the observation is for one person than for two; negative speaks against. */
  readonly bits: number;
  /** Holds the pair apart whatever else agrees, unless an identity number of one person only is the same. */
  readonly isConflict?: boolean;
  readonly scheme?: string;
}

export const reasonOf = ({ code, bits, scheme }: Evidence): Reason => ({
  code,
  speaks: bits >= 0 ? 'for' : 'against',
  ...(scheme === undefined ? {} : { scheme }),
});
