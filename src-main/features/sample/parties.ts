// Any number of invented parties, each made from the seed and its own index alone: the first 10,000 of a million are the
// same as a base of 10,000. Neighbours by fives may be a family with one name and one home (see block-plan.ts).

import { BLOCK, planParty, scriptOfBlock, type PartyPlan } from './block-plan';
import { createKit, drawResidence, type Kit } from './kit';
import {
  groupDraft,
  organisationDraft,
  organisationOdds,
  organisationTitle,
  type OrganisationOdds,
} from './organisation';
import { birthDay, drawTraits, personDraft, personOdds, type PersonOdds, type PersonTraits } from './person';
import { bankOfOrigin } from './person-names';
import type { PartyInput, SampleCountry } from './types';

export interface GeneratedParty {
  /** Unique within the run; the index is its number: `party-0`, `party-1`, … */
  readonly key: string;
  readonly draft: PartyInput;
}

export interface PartyOptions {
  readonly count: number;
  readonly seed: number;
  /** Everybody lives there, and the scripts are mixed as that country's offices have them. */
  readonly country?: SampleCountry | undefined;
}

/** What the members of one family share. */
interface Family extends Pick<PersonTraits, 'script' | 'origin' | 'home' | 'family' | 'residence'> {
  readonly fatherGiven: number;
  readonly motherBirthYear: number;
}

interface Maker {
  readonly kit: Kit;
  readonly options: PartyOptions;
  readonly person: PersonOdds;
  readonly organisation: OrganisationOdds;
  family: Family | null;
  familyBlock: number;
}

/** Streams of chance above every index, for what a whole family shares. */
const FAMILY_STREAM = 0x8000_0000;

export function* generateParties(options: PartyOptions): Generator<GeneratedParty, void, undefined> {
  const maker: Maker = {
    kit: createKit(options.seed),
    options,
    person: personOdds(),
    organisation: organisationOdds(),
    family: null,
    familyBlock: -1,
  };
  for (let index = 0; index < options.count; index++) {
    yield { key: partyKey(index), draft: draftAt(maker, index) };
  }
}

export const partyKey = (index: number): string => `party-${index}`;

function draftAt(maker: Maker, index: number): PartyInput {
  const { kit, options } = maker;
  const plan = planParty(options, index);
  if (plan.member === null) {
    kit.random.start(options.seed, index);
    return lonely(maker, plan);
  }
  const block = Math.floor(index / BLOCK);
  if (maker.family === null || maker.familyBlock !== block) {
    maker.family = drawFamily(maker, block);
    maker.familyBlock = block;
  }
  kit.random.start(options.seed, index);
  return relative(maker, maker.family, plan);
}

function lonely({ kit, options, person, organisation }: Maker, plan: PartyPlan): PartyInput {
  const { script } = plan;
  if (plan.kind === 'organisation') return organisationDraft(kit, organisation, { script, home: options.country });
  if (plan.kind === 'group') return groupDraft(script, organisationTitle(kit, script).native, 'company-group');
  return personDraft(kit, person, drawTraits(kit, person, { script, home: options.country }));
}

function drawFamily({ kit, options, person }: Maker, block: number): Family {
  kit.random.start(options.seed, FAMILY_STREAM + block);
  const traits = drawTraits(kit, person, {
    script: scriptOfBlock(options, block),
    home: options.country,
    gender: 'male',
  });
  return {
    script: traits.script,
    origin: traits.origin,
    home: traits.home,
    family: traits.family,
    residence: drawResidence(kit, traits.home),
    fatherGiven: traits.given,
    motherBirthYear: kit.random.between(1952, 1992),
  };
}

function relative({ kit, person }: Maker, family: Family, plan: PartyPlan): PartyInput {
  const { fatherGiven, motherBirthYear, family: surname, ...shared } = family;
  if (plan.member === 'household') return groupDraft(family.script, householdName(kit, family), 'household');
  if (plan.member === 'mother') {
    // Arab and Persian women keep their fathers' names.
    const own = shared.script === 'latin' && shared.origin >= 0 ? surname : undefined;
    const born = birthDay(kit, motherBirthYear, motherBirthYear);
    return personDraft(kit, person, drawTraits(kit, person, { ...shared, gender: 'female', family: own, born }));
  }
  const fixed =
    plan.member === 'father'
      ? { gender: 'male' as const, given: fatherGiven, born: birthDay(kit, motherBirthYear - 9, motherBirthYear) }
      : { father: fatherGiven, born: birthDay(kit, motherBirthYear + 20, motherBirthYear + 33) };
  return personDraft(kit, person, drawTraits(kit, person, { ...shared, ...fixed, family: surname }));
}

function householdName(kit: Kit, family: Family): string {
  const bank = bankOfOrigin(kit, family.script, family.origin);
  return family.script === 'latin' ? bank.family.latin.at(family.family, 0) : bank.family.native.at(family.family, 0);
}
