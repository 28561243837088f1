// Numbers read out in English with what is counted.

import { groupsOfThree, type EnglishNoun } from './noun';

const units = [
  '', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];

/** one hundred and twenty-five Kuwaiti dinars. */
export function englishCount(value: bigint, noun: EnglishNoun): string {
  if (value === 0n) return `zero ${noun.other}`;
  const groups = groupsOfThree(value);
  const parts = groups.flatMap((group, index) =>
    group === 0 ? [] : [`${belowThousand(group)} ${scales[index]!}`.trim()],
  );
  // "one thousand and five": what is below a hundred is joined on.
  const joined = groups.length > 1 && groups[0]! > 0 && groups[0]! < 100;
  const [last, ...higher] = parts;
  const words = joined ? `${higher.toReversed().join(' ')} and ${last!}` : parts.toReversed().join(' ');
  return `${words} ${value === 1n ? noun.one : noun.other}`;
}

function belowThousand(value: number): string {
  const above = Math.floor(value / 100);
  const rest = value % 100;
  const hundred = above === 0 ? [] : [`${units[above]!} hundred`];
  return [...hundred, ...(rest === 0 ? [] : [belowHundred(rest)])].join(' and ');
}

function belowHundred(value: number): string {
  if (value < 20) return units[value]!;
  const unit = value % 10;
  return unit === 0 ? tens[Math.floor(value / 10)]! : `${tens[Math.floor(value / 10)]!}-${units[unit]!}`;
}
