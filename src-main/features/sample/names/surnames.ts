// The whole tables of family names: the hand-written ones first (commonest), then thousands composed as families compose them.

import { shuffled } from '../random';
import { abuParts, arabicPlaceNisbas, arabicSurnames } from './arabic-surnames';
import { namedList, type Named } from './named';
import { persianRoots, persianSecondWords, persianSuffixes, persianSurnames } from './persian-surnames';

/** The order of the long tail is part of the product's data, not of anybody's seed. */
const TAIL_ORDER = 1405;
const ARABIC_TAIL = 13_000;
const PERSIAN_TAIL = 9_500;
const HALF_SPACE = '\u200c';

/** About 13,400 names. `given` are the male given names that also serve as family names. */
export function arabicSurnameTable(given: readonly Named[]): Named[] {
  const hand = namedList(arabicSurnames);
  const simple = [
    ...given.map(({ native, latin }) => ({ native, latin })),
    ...given.map(({ native, latin }) => ({ native: `آل ${native}`, latin: `Al ${latin}` })),
    ...given.map(({ native, latin }) => ({ native: `بن ${native}`, latin: `Bin ${latin}` })),
    ...namedList(abuParts).map(({ native, latin }) => ({ native: `أبو ${native}`, latin: `Abu ${latin}` })),
  ];
  const tribal = hand.filter(({ native }) => native.startsWith('ال'));
  const double = pairs(tribal, namedList(arabicPlaceNisbas));
  return distinct([
    ...hand,
    ...namedList(arabicPlaceNisbas),
    ...shuffled(simple, TAIL_ORDER),
    ...shuffled(double, TAIL_ORDER),
  ]).slice(0, hand.length + ARABIC_TAIL);
}

/** About 9,900 names. */
export function persianSurnameTable(): Named[] {
  const hand = namedList(persianSurnames);
  const suffixes = namedList(persianSuffixes);
  const joined = namedList(persianRoots).flatMap((root) =>
    suffixes
      .filter((suffix) => suffix.native !== root.native)
      .map((suffix) => ({ native: root.native + HALF_SPACE + suffix.native, latin: root.latin + suffix.latin })),
  );
  const double = pairs(hand, namedList(persianSecondWords));
  return distinct([...hand, ...shuffled(joined, TAIL_ORDER), ...shuffled(double, TAIL_ORDER)]).slice(
    0,
    hand.length + PERSIAN_TAIL,
  );
}

/** Single English names and, after them, married pairs («Parker-Reed»). */
export function doubleBarrelled(names: readonly string[]): string[] {
  const double = names.flatMap((first) =>
    names.filter((second) => second !== first).map((second) => `${first}-${second}`),
  );
  return [...names, ...shuffled(double, TAIL_ORDER)];
}

function pairs(first: readonly Named[], second: readonly Named[]): Named[] {
  return first.flatMap((one) =>
    second
      .filter((other) => other.native !== one.native)
      .map((other) => ({ native: `${one.native} ${other.native}`, latin: `${one.latin} ${other.latin}` })),
  );
}

function distinct(names: readonly Named[]): Named[] {
  return [...new Map(names.map((name) => [name.native, name])).values()];
}
