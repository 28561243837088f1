// Pairs of records with the truth about them: one person written down in two ways, or two people who share a lot.

import { onWrongKeyboard, respell, slip, slipDate, withTitle } from './mistakes';
import { birthDay, createPeople, createRandom, nationalId, phoneOf, type Person, type Random } from './people';
import {
  drawWording,
  nameParts,
  recordOf,
  type Facts,
  type LabelledRecord,
  type Script,
  type Wording,
} from './records';

export interface LabelledPair {
  readonly kind: string;
  readonly isSame: boolean;
  readonly left: LabelledRecord;
  readonly right: LabelledRecord;
}

interface Kit {
  readonly random: Random;
  readonly people: ReturnType<typeof createPeople>;
}

/** `each` pairs of every kind. */
export function labelledPairs(seed: number, each: number): LabelledPair[] {
  const random = createRandom(seed);
  const kit = { random, people: createPeople(random) };
  const made: LabelledPair[] = [];
  for (let round = 0; round < each; round += 1) {
    for (const [kind, make] of Object.entries(same)) made.push({ kind, isSame: true, ...make(kit) });
    for (const [kind, make] of Object.entries(different)) made.push({ kind, isSame: false, ...make(kit) });
  }
  return made;
}

interface Two {
  readonly left: LabelledRecord;
  readonly right: LabelledRecord;
}

/** What both records know; at least one thing beside the name is the same, or nobody could tell. */
function drawFacts(random: Random): [Facts, Facts] {
  for (;;) {
    const one = (): Facts => ({
      phone: random.chance(0.85),
      email: random.chance(0.4),
      birth: random.chance(0.7),
      id: random.chance(0.4),
    });
    const [left, right] = [one(), one()];
    const shared = (['phone', 'email', 'birth', 'id'] as const).some((fact) => left[fact] && right[fact]);
    if (shared) return [left, right];
  }
}

interface Rewriting {
  readonly script?: Script;
  readonly otherScript?: Script;
  first?(wording: Wording): Wording;
  wording?(wording: Wording, person: Person): Wording;
  /** The second record's name from its parts. */
  name?(parts: string[], person: Person): string;
  person?: Partial<Person>;
}

const plain = (parts: string[]): string => parts.join(' ');

/** One person, written down twice; a quarter changed the telephone in between, where something else still tells. */
function twice({ random, people }: Kit, rewriting: Rewriting): Two {
  const person = people.somebody(rewriting.person);
  const script = rewriting.script ?? (random.chance(0.7) ? 'native' : 'latin');
  const drawn = drawWording(random, person, script);
  const wording = rewriting.first?.(drawn) ?? drawn;
  const other = rewriting.wording?.(wording, person) ?? { ...wording, script: rewriting.otherScript ?? script };
  const [facts, otherFacts] = drawFacts(random);
  const left = recordOf(random, person, plain(nameParts(random, person, wording)), facts);
  const parts = nameParts(random, person, other);
  const right = recordOf(random, person, (rewriting.name ?? plain)(parts, person), otherFacts);
  const tellsElse = (['email', 'birth', 'id'] as const).some((fact) => facts[fact] && otherFacts[fact]);
  if (right.phone !== null && tellsElse && random.chance(0.25))
    right.phone = recordOf(random, { ...person, phone: phoneOf(random, person.people) }, '', otherFacts).phone;
  return { left, right };
}

const turned = (random: Random, parts: string[]): string => {
  const [family = '', ...rest] = [parts.at(-1) ?? '', ...parts.slice(0, -1)];
  return random.chance(0.4) ? `${family}, ${rest.join(' ')}` : `${family} ${rest.join(' ')}`;
};

const kunya = (random: Random, { gender, people: from }: Person, parts: string[]): string =>
  /[a-z]/i.test(parts[0]!) || from === 'persian'
    ? plain(parts)
    : `${gender === 'male' ? 'أبو' : 'أم'} ${random.pick(['خالد', 'سعد', 'محمد', 'تركي'])} ${plain(parts)}`;

const sons = (random: Random, parts: string[], person: Person): string => {
  if (parts.length < 3) return plain(parts);
  const word = /[a-z]/i.test(parts[0]!) ? 'bin' : person.gender === 'male' ? 'بن' : 'بنت';
  return [parts[0], random.chance(0.8) ? word : 'ابن', ...parts.slice(1)].join(' ');
};

const joinCompound = (text: string): string =>
  text
    .replace(/عبد /, 'عبد')
    .replace(/Abdul |Abdel /, 'Abdul')
    .replace('\u200c', '')
    .replace(/ (?=زاده|پور|نژاد|نیا)/, '');

const same: Readonly<Record<string, (kit: Kit) => Two>> = {
  typo: (kit) => twice(kit, { name: (parts) => slip(kit.random, plain(parts)) }),
  'other letters': (kit) => twice(kit, { name: (parts) => respell(kit.random, respell(kit.random, plain(parts))) }),
  'other script': (kit) => twice(kit, { script: 'native', otherScript: 'latin' }),
  'other transliteration': (kit) => twice(kit, { script: 'latin', otherScript: 'latin' }),
  'turned parts': (kit) => twice(kit, { name: (parts) => turned(kit.random, parts) }),
  'missing part': (kit) =>
    twice(kit, {
      wording: (wording) => ({ ...wording, father: !wording.father, grandfather: false }),
      person: { people: 'arabic' },
    }),
  'no family name': (kit) =>
    twice(kit, {
      first: (wording) => ({ ...wording, father: true }),
      wording: (wording) => ({ ...wording, father: true, family: false }),
      person: { people: 'arabic' },
    }),
  title: (kit) => twice(kit, { name: (parts, person) => withTitle(kit.random, plain(parts), person) }),
  'kunya or ibn': (kit) =>
    twice(kit, {
      name: (parts, person) =>
        kit.random.chance(0.5) ? kunya(kit.random, person, parts) : sons(kit.random, parts, person),
      person: { people: 'arabic' },
    }),
  'joined halves': (kit) => twice(kit, { name: (parts) => joinCompound(plain(parts)) }),
  digits: (kit) => twice(kit, {}),
  'calendar slip': (kit) => withDateSlip(kit),
  'wrong keyboard': (kit) => twice(kit, { name: (parts) => onWrongKeyboard(plain(parts)) }),
  initial: (kit) =>
    twice(kit, {
      script: 'latin',
      otherScript: 'latin',
      name: ([first = '', ...rest]) => `${first[0]}. ${rest.join(' ')}`,
    }),
  'number slip': (kit) => withNumberSlip(kit),
  'several at once': (kit) =>
    twice(kit, {
      script: 'native',
      otherScript: kit.random.chance(0.5) ? 'latin' : 'native',
      name: (parts, person) => withTitle(kit.random, respell(kit.random, slip(kit.random, plain(parts))), person),
    }),
};

function withDateSlip(kit: Kit): Two {
  const person = kit.people.somebody();
  const wording = drawWording(kit.random, person, 'native');
  const facts = {
    phone: kit.random.chance(0.8),
    email: kit.random.chance(0.4),
    birth: true,
    id: kit.random.chance(0.3),
  };
  const name = (): string => respell(kit.random, plain(nameParts(kit.random, person, wording)));
  const left = recordOf(kit.random, person, name(), facts);
  const right = recordOf(kit.random, person, name(), facts);
  right.birthOn = slipDate(kit.random, person.born, person.people);
  return { left, right };
}

function withNumberSlip(kit: Kit): Two {
  const person = kit.people.somebody();
  const wording = drawWording(kit.random, person, 'native');
  const facts = { phone: kit.random.chance(0.7), email: false, birth: true, id: true };
  const name = (): string => plain(nameParts(kit.random, person, wording));
  const left = recordOf(kit.random, person, name(), facts);
  const right = recordOf(kit.random, person, name(), facts);
  const at = 2 + kit.random.below(6);
  const digits = [...right.nationalId!];
  [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
  if (digits.join('') === right.nationalId) digits[at] = String((Number(digits[at]) + 1) % 10);
  right.nationalId = digits.join('');
  return { left, right };
}

/** Two people; both records hold enough to tell them apart, and each is spelled by a clerk of its own. */
function two(
  { random }: Kit,
  one: Person,
  other: Person,
  facts: [Facts, Facts] = [allFacts(random), allFacts(random)],
): Two {
  const script = random.chance(0.75) ? 'native' : 'latin';
  const write = (person: Person, known: Facts): LabelledRecord => {
    const wording = drawWording(
      random,
      person,
      random.chance(0.85) ? script : script === 'native' ? 'latin' : 'native',
    );
    return recordOf(random, person, respell(random, plain(nameParts(random, person, wording))), known);
  };
  return { left: write(one, facts[0]), right: write(other, facts[1]) };
}

const allFacts = (random: Random): Facts => ({
  phone: random.chance(0.95),
  email: random.chance(0.3),
  birth: true,
  id: random.chance(0.4),
});

/** A relative: same people, family, telephone; a number and a birthday of their own. */
const relative = ({ random }: Kit, person: Person, differs: Partial<Person>): Person => ({
  ...person,
  born: birthDay(random, Math.max(1940, person.born[0] - 12), Math.min(2015, person.born[0] + 12)),
  nationalId: nationalId(random, person.people),
  email: `${random.below(1_000_000)}@example.net`,
  ...differs,
});

const different: Readonly<Record<string, (kit: Kit) => Two>> = {
  'brothers and sisters': (kit) => {
    const one = kit.people.somebody();
    return two(kit, one, relative(kit, one, { given: kit.people.otherGiven(one) }));
  },
  twins: (kit) => {
    const gender = kit.random.chance(0.5) ? 'male' : 'female';
    const [given, other] = kit.people.alike(gender);
    const one = kit.people.somebody({ gender, given });
    return two(kit, one, relative(kit, one, { given: other, born: one.born }));
  },
  'names alike': (kit) => {
    const gender = kit.random.chance(0.5) ? 'male' : 'female';
    const [given, other] = kit.people.alike(gender);
    const one = kit.people.somebody({ gender, given });
    return two(kit, one, relative(kit, one, { given: other, phone: phoneOf(kit.random, one.people) }));
  },
  'father and son of one name': (kit) => {
    const one = kit.people.somebody({ gender: 'male', born: birthDay(kit.random, 1940, 1980) });
    return two(
      kit,
      one,
      relative(kit, one, {
        father: one.given,
        grandfather: one.father,
        born: birthDay(kit.random, one.born[0] + 19, one.born[0] + 35),
      }),
    );
  },
  'father and son': (kit) => {
    const one = kit.people.somebody({ gender: 'male', born: birthDay(kit.random, 1940, 1980) });
    const given = kit.people.otherGiven(one);
    return two(
      kit,
      one,
      relative(kit, one, {
        given,
        father: one.given,
        grandfather: one.father,
        born: birthDay(kit.random, one.born[0] + 19, one.born[0] + 35),
      }),
      [unsure(kit.random), unsure(kit.random)],
    );
  },
  'husband and wife': (kit) => {
    const one = kit.people.somebody({ gender: 'male' });
    const wife = kit.people.somebody({
      gender: 'female',
      people: one.people,
      family: one.family,
      phone: one.phone,
      email: one.email,
    });
    return two(kit, one, wife, [unsure(kit.random), unsure(kit.random)]);
  },
  namesakes: (kit) => {
    const one = kit.people.somebody();
    return two(
      kit,
      one,
      relative(kit, one, { born: birthDay(kit.random, 1940, 2015), phone: phoneOf(kit.random, one.people) }),
    );
  },
  switchboard: (kit) => {
    const one = kit.people.somebody();
    return two(
      kit,
      one,
      kit.people.somebody({
        people: one.people,
        phone: one.phone,
        email: kit.random.chance(0.5) ? one.email : '77@example.net',
      }),
      [unsure(kit.random), unsure(kit.random)],
    );
  },
  'one birthday': (kit) => {
    const one = kit.people.somebody();
    const other = kit.people.somebody({
      people: one.people === 'arabic' ? 'persian' : 'arabic',
      gender: one.gender,
      given: one.given,
      born: one.born,
    });
    return two(kit, one, other);
  },
  cousins: (kit) => {
    const one = kit.people.somebody();
    return two(
      kit,
      one,
      relative(kit, one, {
        given: kit.people.otherGiven(one),
        father: kit.people.somebody().father,
        born: one.born,
        phone: phoneOf(kit.random, one.people),
      }),
    );
  },
};

/** Less is known; given names tell these apart. */
const unsure = (random: Random): Facts => ({
  phone: true,
  email: random.chance(0.4),
  birth: random.chance(0.5),
  id: random.chance(0.3),
});
