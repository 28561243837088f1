// How a need meets what the office offers: by its words, each folded, with the place in which it was found as the reason.

import { fold } from '../../text/fold';

export const matchPlaces = ['name', 'category', 'description'] as const;
export type MatchPlace = (typeof matchPlaces)[number];

/** Shorter words (a letter, an article) fit everything and so tell nothing. */
const SHORTEST = 3;

/** What is looked for, as it was written, and the folded words of which one must be found. */
export interface Wish {
  readonly label: string;
  readonly words: readonly string[];
}

/** What stands between commas, each whole; without any, all that somebody said, of which every word that is long enough counts. */
export function wishesOf({ words, tags }: { readonly words: string; readonly tags: string | null }): Wish[] {
  const given = (tags ?? '').split(/[,،;؛\n]/).map((tag) => ({ label: tag.trim(), words: [fold(tag)] }));
  const chosen = given.filter((wish) => wish.words[0] !== '');
  if (chosen.length > 0) return chosen;
  const said = fold(words)
    .split(' ')
    .filter((word) => word.length >= SHORTEST);
  return [{ label: words, words: [...new Set(said)] }];
}

/** Texts of one product, folded, with a space at both ends. */
export type MatchTexts = Readonly<Record<MatchPlace, string>>;

export const matchText = (texts: readonly string[]): string => ` ${fold(texts.join(' '))} `;

export interface MatchReason {
  readonly tag: string;
  readonly place: MatchPlace;
}

/** Every word that was found, each with the first place of it; words begin where a word of the text begins. */
export function reasonsOf(tags: readonly string[], texts: MatchTexts): MatchReason[] {
  return tags.flatMap((tag) => {
    const place = matchPlaces.find((one) => texts[one].includes(` ${tag}`) || texts[one].includes(` ال${tag}`));
    return place === undefined ? [] : [{ tag, place }];
  });
}
