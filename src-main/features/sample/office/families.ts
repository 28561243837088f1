// The families of the sample office: parents, children with their guardian, the household itself.

import { mobileNumber, typedPhone } from '../contacts';
import { dayNumber } from '../dates';
import { drawResidence } from '../kit';
import { groupDraft } from '../organisation';
import { birthDay, calendarOf, drawTraits, personDraft, type PersonTraits } from '../person';
import { bankOfOrigin } from '../person-names';
import type { Audience } from '../stories/story';
import type { OccasionInput, PartyInput, Script } from '../types';
import type { OfficeBuilder } from './builder';

interface Parents {
  readonly number: number;
  readonly father: PersonTraits;
  readonly mother: PersonTraits;
  /** As typed in the mother's record; her young children's records share it. */
  readonly phone: string;
  readonly youngestBirth: number;
}

const GUARDED_YEARS = 15;
const YEAR = 365;

/** Adds one family of two parents, up to four children and their household. */
export function addFamily(builder: OfficeBuilder, number: number, script: Script): void {
  const parents = drawParents(builder, number, script);
  const fatherKey = addGrownUp(builder, parents, parents.father);
  const motherKey = addGrownUp(builder, parents, parents.mother);
  builder.relate({ fromKey: fatherKey, type: 'spouse', toKey: motherKey });
  const children = addChildren(builder, parents);
  const bank = bankOfOrigin(builder.kit, script, parents.father.origin);
  const name = (script === 'latin' ? bank.family.latin : bank.family.native).at(parents.father.family, 0);
  const household: PartyInput = {
    ...groupDraft(script, name, 'household'),
    occasions: builder.kit.random.chance(0.3) ? [anniversary(builder, parents)] : [],
  };
  const key = builder.add(household, { key: `family-${number}`, script, audiences: ['any'], weight: 0.2 });
  builder.relate({ fromKey: fatherKey, type: 'head', toKey: key });
  for (const member of [motherKey, ...children]) builder.relate({ fromKey: member, type: 'member', toKey: key });
}

function drawParents({ kit, person, today }: OfficeBuilder, number: number, script: Script): Parents {
  const { year } = kit.dates.parts(today, 'gregory');
  const motherYear = kit.random.between(year - 62, year - 26);
  const born = birthDay(kit, motherYear, motherYear);
  const drawn = drawTraits(kit, person, { script, gender: 'male', born: born - kit.random.between(0, 9 * YEAR) });
  const residence = drawResidence(kit, drawn.home);
  const father = { ...drawn, residence };
  const { origin, home } = father;
  const family = script === 'latin' && origin >= 0 ? father.family : undefined;
  const mother = drawTraits(kit, person, { script, gender: 'female', origin, home, residence, family, born });
  const phone = typedPhone(mobileNumber(kit.random, home), script, kit.random);
  return { number, father, mother, phone, youngestBirth: born + 20 * YEAR };
}

function addGrownUp(builder: OfficeBuilder, { number, phone }: Parents, traits: PersonTraits): string {
  const { random } = builder.kit;
  const isMother = traits.gender === 'female';
  const drawn = personDraft(builder.kit, builder.person, traits);
  const insured = random.chance(0.45);
  const draft: PartyInput = {
    ...drawn,
    contactPoints: isMother
      ? [{ kind: 'phone', label: 'mobile', value: phone, preferred: true }, ...mails(drawn)]
      : drawn.contactPoints,
    ...(insured ? insurance(builder, drawn) : {}),
    roles: [
      {
        type: insured ? 'insured' : 'patient',
        stage: random.chance(0.9) ? 'active' : 'at-risk',
        startedOn: since(builder),
      },
    ],
  };
  const audiences: Audience[] = insured ? ['insured', 'patient', 'adult', 'any'] : ['patient', 'adult', 'any'];
  const key = `family-${number}-${isMother ? 'mother' : 'father'}`;
  const part = { key, script: traits.script, audiences, weight: random.chance(0.1) ? 4 : 1 };
  builder.add(draft, part);
  if (insured) builder.relate({ fromKey: 'insurance', type: 'insurer', toKey: key });
  return key;
}

const mails = (draft: PartyInput) => (draft.contactPoints ?? []).filter((point) => point.kind === 'email');

/** A policy number and, in the calendar of the family, the day it is to be renewed. */
export function insurance({ kit }: OfficeBuilder, draft: PartyInput): Pick<PartyInput, 'identifiers' | 'occasions'> {
  const policy = `P-${kit.random.between(100_000, 999_999)}`;
  const calendar =
    draft.language === 'fa' ? 'persian' : draft.language === 'ar' && kit.random.chance(0.4) ? 'umalqura' : 'gregory';
  const renewal: OccasionInput = {
    kind: 'renewal',
    calendar,
    month: kit.random.between(1, 12),
    day: kit.random.between(1, 29),
    label: `${renewalWords[draft.language ?? 'en']} ${policy}`,
    remindDays: 30,
  };
  return {
    identifiers: [...(draft.identifiers ?? []), { scheme: 'policy-number', value: policy }],
    occasions: [...(draft.occasions ?? []), renewal],
  };
}

const renewalWords = { ar: 'تجديد الوثيقة', fa: 'تمدید بیمه‌نامه', en: 'Renewal of policy' } as const;
const weddingWords = { arabic: 'ذكرى الزواج', persian: 'سالگرد ازدواج', latin: 'Wedding anniversary' } as const;

function anniversary({ kit }: OfficeBuilder, { mother, youngestBirth }: Parents): OccasionInput {
  const calendar = calendarOf(kit, mother);
  const { year, month, day } = kit.dates.parts(youngestBirth + kit.random.between(0, YEAR), calendar);
  return { kind: 'anniversary', calendar, year, month, day, label: weddingWords[mother.script] };
}

function addChildren(builder: OfficeBuilder, parents: Parents): string[] {
  const { kit, today } = builder;
  const keys: string[] = [];
  let born = parents.youngestBirth;
  for (let child = 1, count = kit.random.between(0, 4); child <= count; child++) {
    born += kit.random.between(YEAR, 4 * YEAR);
    if (born >= today - 30) break;
    keys.push(addChild(builder, parents, { child, born }));
  }
  return keys;
}

function addChild(builder: OfficeBuilder, parents: Parents, { child, born }: { child: number; born: number }): string {
  const { kit, person, today } = builder;
  const { father, number, phone } = parents;
  const { script, origin, home, residence, family } = father;
  const fixed = { script, origin, home, residence, family, father: script === 'latin' ? -1 : father.given, born };
  const young = today - born < GUARDED_YEARS * YEAR;
  const drawn = personDraft(kit, person, drawTraits(kit, person, fixed));
  const draft: PartyInput = {
    ...drawn,
    birth: kit.dates.entered(born, calendarOf(kit, father), kit.random),
    contactPoints: young ? [{ kind: 'phone', label: 'family', value: phone }] : drawn.contactPoints,
    roles: [
      {
        type: 'patient',
        stage: 'active',
        startedOn: kit.dates.on(kit.random.between(Math.max(born, dayNumber(2014, 1, 1)), today)),
      },
    ],
  };
  const motherKey = `family-${number}-mother`;
  const key = `family-${number}-child-${child}`;
  builder.add(draft, {
    key,
    script,
    audiences: young ? ['patient', 'child'] : ['patient', 'adult'],
    weight: 0.6,
    ...(young ? { speakerKey: motherKey } : {}),
  });
  builder.relate({ fromKey: `family-${number}-father`, type: 'parent', toKey: key });
  builder.relate({ fromKey: motherKey, type: 'parent', toKey: key });
  if (young) builder.relate({ fromKey: motherKey, type: 'guardian', toKey: key });
  for (let older = 1; older < child; older++) {
    builder.relate({ fromKey: `family-${number}-child-${older}`, type: 'sibling', toKey: key });
  }
  return key;
}

/** A day in the last ten years. */
export const since = ({ kit, today }: OfficeBuilder): string => kit.dates.on(today - kit.random.between(20, 10 * YEAR));
