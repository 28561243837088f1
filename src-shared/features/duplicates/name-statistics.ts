// How common a name is: agreeing on a rare family name tells far more than agreeing on Mohammed.

import { z } from 'zod';
import type { NameWord } from '../../text/name-words';

export interface NameStatistics {
  /** Parties of the base. */
  readonly parties: number;
  /** The share of people who bear the name in any spelling, 0 to 1. */
  share(word: NameWord): number;
  /** Whether the word, spelled just so, is borne by several people. */
  isEstablished(word: NameWord): boolean;
}

/** What a search counted and a base keeps: only words worth keeping, the rest is rare. */
export const CountedNames = z.object({
  parties: z.number().int(),
  /** By code, whatever the spelling. */
  codes: z.record(z.string(), z.number()),
  /** By text: words that occur often enough to be names of their own. */
  texts: z.array(z.string()),
});
export type CountedNames = z.infer<typeof CountedNames>;

/** A word borne by so many people is no slip of the hand. */
export const ESTABLISHED = 5;

/** A base below this size says little about how common a name is. */
const LEAST_PARTIES = 2_000;

export function countedStatistics(counted: CountedNames): NameStatistics {
  if (counted.parties < LEAST_PARTIES) return builtInStatistics(counted.parties);
  const texts = new Set(counted.texts);
  const codes = new Map(Object.entries(counted.codes));
  return {
    parties: counted.parties,
    share: (word) => ((codes.get(word.code) ?? 1) + 1) / counted.parties,
    isEstablished: (word) => texts.has(word.text),
  };
}

/** The same where others were counted beside: whoever is common among either is common. */
export function withCounted(statistics: NameStatistics, { parties, codes, texts }: CountedNames): NameStatistics {
  const shares = new Map(Object.entries(codes).map(([code, count]) => [code, count / Math.max(parties, 1)]));
  const established = new Set(texts);
  return {
    parties: statistics.parties,
    share: (word) => Math.max(statistics.share(word), shares.get(word.code) ?? 0),
    isEstablished: (word) => established.has(word.text) || statistics.isEstablished(word),
  };
}

/** For a base that has not been counted yet: by the rank of a common given name, and as rare for any other word. */
export const builtInStatistics = (parties: number): NameStatistics => ({
  parties,
  share: ({ given: [rank] }) => (rank === undefined ? OTHER_SHARE : FIRST_SHARE / (1 + rank / 4)),
  isEstablished: ({ given }) => given.length > 0,
});

/** About one man in twenty of these countries is called Mohammed; a family name is shared by one in a thousand. */
const FIRST_SHARE = 0.05;
const OTHER_SHARE = 0.001;
