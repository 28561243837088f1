// What is counted when an amount is read out: a currency or its smaller part, with the forms that a number asks of it.

export interface ArabicNoun {
  readonly gender: 'masculine' | 'feminine';
  /** One of them, with what is said of it: دينار كويتي. Also what stands after hundreds, thousands and nought. */
  readonly one: string;
  /** ديناران كويتيان */
  readonly two: string;
  /** After 3 to 10: دنانير كويتية */
  readonly few: string;
  /** After 11 to 99: ديناراً كويتياً */
  readonly many: string;
}

/** After any number Persian says one and the same word. */
export type PersianNoun = string;

export interface EnglishNoun {
  readonly one: string;
  readonly other: string;
}

export interface Nouns<Noun> {
  readonly whole: Noun;
  /** Null where amounts have no smaller part. */
  readonly part: Noun | null;
}

/** Three digits at a time, the lowest first: 1_002_003 → [3, 2, 1]. */
export function groupsOfThree(value: bigint): number[] {
  const groups: number[] = [];
  for (let rest = value; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  return groups;
}
