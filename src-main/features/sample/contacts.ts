// Invented telephone numbers and e-mail addresses, typed the many ways offices type them.
// Recognisably invented: in the four countries the digit after a mobile prefix is always 0 and a land line goes on with 0, 20
// or 30, so a glance tells a sample number; British, French and American numbers are of the ranges their regulators keep for fiction (07700 900…, 06 39 98…, 555 01…). Mail goes to the
// domains RFC 2606 keeps for examples. The program never dials or mails by itself.

import { inArabicDigits, inPersianDigits } from './dates';
import type { SeededRandom } from './random';
import type { Home, Script } from './types';

/** A number without the country's code and trunk 0, in the groups people say it in. */
export interface PhoneNumber {
  readonly code: string;
  readonly prefix: string;
  readonly first: string;
  readonly last: string;
}

interface Plan {
  readonly code: string;
  readonly mobile: readonly string[];
  readonly area: readonly string[];
  /** Fixed digits after the prefix, and how many random ones follow. */
  readonly mobileRest: readonly [string, number];
  readonly areaRest: readonly [string, number];
}

const plans: Readonly<Record<Home, Plan>> = {
  SA: {
    code: '966',
    mobile: ['50', '53', '54', '55', '56', '58', '59'],
    area: ['11', '12', '13'],
    mobileRest: ['0', 6],
    areaRest: ['0', 6],
  },
  AE: {
    code: '971',
    mobile: ['50', '52', '54', '55', '56', '58'],
    area: ['2', '4', '6'],
    mobileRest: ['0', 6],
    areaRest: ['20', 5],
  },
  EG: { code: '20', mobile: ['10', '11', '12', '15'], area: ['2'], mobileRest: ['0', 7], areaRest: ['20', 6] },
  IR: {
    code: '98',
    mobile: ['912', '935', '936', '919', '910', '901', '902', '917', '913', '914', '915', '921'],
    area: ['21', '71', '31', '51', '41'],
    mobileRest: ['0', 6],
    areaRest: ['30', 6],
  },
  GB: { code: '44', mobile: ['7700'], area: ['20'], mobileRest: ['900', 3], areaRest: ['79460', 3] },
  FR: { code: '33', mobile: ['6'], area: ['1'], mobileRest: ['3998', 4], areaRest: ['9900', 4] },
  US: {
    code: '1',
    mobile: ['212', '305', '415', '617'],
    area: ['212', '305'],
    mobileRest: ['55501', 2],
    areaRest: ['55501', 2],
  },
};

export const mobileNumber = (random: SeededRandom, home: Home): PhoneNumber => {
  const { code, mobile, mobileRest } = plans[home];
  return { code, prefix: random.pick(mobile), ...rest(random, mobileRest) };
};

export const officeNumber = (random: SeededRandom, home: Home): PhoneNumber => {
  const { code, area, areaRest } = plans[home];
  return { code, prefix: random.pick(area), ...rest(random, areaRest) };
};

function rest(random: SeededRandom, [fixed, free]: readonly [string, number]): Pick<PhoneNumber, 'first' | 'last'> {
  const all = fixed + String(random.below(10 ** free)).padStart(free, '0');
  return { first: all.slice(0, 3), last: all.slice(3) };
}

/** The number in one of the shapes found in real files, in the digits of the writer's script. */
export function typedPhone(number: PhoneNumber, script: Script, random: SeededRandom): string {
  const abroad = !LOCAL_CODES.has(number.code);
  const text = shaped(number, abroad ? FIRST_LONG_SHAPE + random.below(LONG_SHAPES) : random.below(SHAPES));
  if (script === 'arabic' && random.chance(0.3)) return inArabicDigits(text);
  if (script === 'persian' && random.chance(0.5)) return inPersianDigits(text);
  return text;
}

const SHAPES = 12;
/** Shapes 3–5 carry the country's code; numbers abroad are always kept with it. */
const FIRST_LONG_SHAPE = 3;
const LONG_SHAPES = 3;
const LOCAL_CODES: ReadonlySet<string> = new Set(['966', '971', '20', '98']);

function shaped({ code, prefix, first, last }: PhoneNumber, shape: number): string {
  switch (shape) {
    case 0:
      return `0${prefix}-${first}${last}`;
    case 1:
      return `0${prefix} ${first} ${last}`;
    case 2:
      return `0${prefix}-${first}-${last}`;
    case 3:
      return `+${code}${prefix}${first}${last}`;
    case 4:
      return `+${code} ${prefix} ${first} ${last}`;
    case 5:
      return `00${code}${prefix}${first}${last}`;
    case 6:
      return `(0${prefix}) ${first}-${last}`;
    default:
      return `0${prefix}${first}${last}`;
  }
}

const domains = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example.com',
  'post.example.org',
  'home.example.net',
];

/** `given` and `family` in plain lower-case letters. */
export function personalMail(given: string, family: string, random: SeededRandom): string {
  const domain = random.pick(domains);
  switch (random.below(5)) {
    case 0:
      return `${given}.${family}@${domain}`;
    case 1:
      return `${given[0] ?? 'x'}${family}${random.below(100)}@${domain}`;
    case 2:
      return `${given}${random.between(1950, 2012)}@${domain}`;
    case 3:
      return `${family}.${given}${random.below(1000)}@${domain}`;
    default:
      return `${given}_${family}${random.below(100)}@${domain}`;
  }
}

const desks = ['info', 'office', 'sales', 'contact', 'accounts', 'hr', 'care'];

export const officeMail = (slug: string, random: SeededRandom): string => `${random.pick(desks)}@${slug}.example.com`;
