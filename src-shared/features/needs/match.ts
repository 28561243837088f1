// How a need meets what the office offers: by its words, each folded, with the place in which it was found as the reason.

import { fold } from '../../text/fold';

export const matchPlaces = ['name', 'category', 'description'] as const;
export type MatchPlace = (typeof matchPlaces)[number];

/** Shorter words (a letter, an article) fit everything and so tell nothing. */
const SHORTEST = 3;

/** The words to look for: those between commas; without any, every word that somebody used, if it is long enough. */
export function wordsOfNeed({ words, tags }: { readonly words: string; readonly tags: string | null }): string[] {
  const given = (tags ?? '').split(/[,،;؛\n]/).map(fold);
  const chosen = given.some((tag) => tag !== '')
    ? given
    : fold(words)
        .split(' ')
        .filter((word) => word.length >= SHORTEST);
  return [...new Set(chosen.filter((word) => word !== ''))];
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
