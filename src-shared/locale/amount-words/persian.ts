// Numbers read out in Persian with what is counted, which never changes its form.

import { groupsOfThree, type PersianNoun } from './noun';

const units = [
  '', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده', 'یازده', 'دوازده', 'سیزده', 'چهارده', 'پانزده', 'شانزده',
  'هفده', 'هجده', 'نوزده',
]; // prettier-ignore
const tens = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'];
const hundreds = ['', 'صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد'];
const scales = ['', 'هزار', 'میلیون', 'میلیارد', 'تریلیون', 'کوادریلیون'];

/** صد و بیست و پنج ریال. */
export function persianCount(value: bigint, noun: PersianNoun): string {
  if (value === 0n) return `صفر ${noun}`;
  const parts = groupsOfThree(value).flatMap((group, index) => (group === 0 ? [] : [scaled(group, index)]));
  return `${parts.toReversed().join(' و ')} ${noun}`;
}

/** A thousand is not said to be one. */
function scaled(group: number, index: number): string {
  if (index === 1 && group === 1) return scales[1]!;
  return index === 0 ? belowThousand(group) : `${belowThousand(group)} ${scales[index]!}`;
}

function belowThousand(value: number): string {
  const rest = value % 100;
  const words = [hundreds[Math.floor(value / 100)]!, rest < 20 ? units[rest]! : tens[Math.floor(rest / 10)]!];
  if (rest >= 20) words.push(units[rest % 10]!);
  return words.filter((word) => word !== '').join(' و ');
}
