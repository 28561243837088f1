// Everything the generators draw from, made once per run: chance, names, places, dates and the odds of each choice.

import { createDateBook, type DateBook } from './dates';
import { createNameBanks, type NameBanks } from './names/banks';
import { organisationWords, type OrganisationWords } from './names/organisation-words';
import { createPlaces, type City, type Places } from './places';
import { createRandom, weightedDraw, zipfDraw, type Draw, type SeededRandom } from './random';
import { sampleCountries, type Home, type SampleCountry, type Script } from './types';
import type { Named } from './names/named';

export interface Kit {
  readonly random: SeededRandom;
  readonly names: NameBanks;
  readonly words: Readonly<Record<Script, OrganisationWords>>;
  readonly places: Places;
  readonly dates: DateBook;
  readonly drawCity: Readonly<Record<SampleCountry, Draw>>;
  readonly drawHome: Readonly<Record<Script, (random: SeededRandom) => Home>>;
}

/** Where somebody lives or an office stands. */
export interface Residence {
  readonly city: City;
  readonly district: Named;
  readonly street: Named;
  readonly building: number;
}

const homes = {
  arabic: { where: ['SA', 'AE', 'EG'], weights: [50, 15, 35] },
  persian: { where: ['IR'], weights: [1] },
  latin: { where: ['AE', 'SA', 'EG', 'GB', 'FR', 'US'], weights: [46, 30, 8, 8, 5, 3] },
} as const;

export function createKit(seed: number): Kit {
  const places = createPlaces();
  const homeDraw = (script: Script) => {
    const { where, weights } = homes[script];
    const draw = weightedDraw(weights);
    return (random: SeededRandom): Home => where[draw(random)]!;
  };
  const cityDraws = sampleCountries.map((country) => [country, zipfDraw(places.cities[country].length, 1, 1)] as const);
  return {
    random: createRandom(seed),
    names: createNameBanks(),
    words: organisationWords(),
    places,
    dates: createDateBook(),
    drawCity: Object.fromEntries(cityDraws) as Record<SampleCountry, Draw>,
    drawHome: { arabic: homeDraw('arabic'), persian: homeDraw('persian'), latin: homeDraw('latin') },
  };
}

export const isSampleCountry = (home: Home): home is SampleCountry =>
  home.length === 2 && home !== 'GB' && home !== 'FR' && home !== 'US';

/** An address in the country; null for homes abroad, of which the office keeps no address. */
export function drawResidence(kit: Kit, home: Home): Residence | null {
  if (!isSampleCountry(home)) return null;
  const { random, places } = kit;
  const city = places.cities[home][kit.drawCity[home](random)]!;
  return {
    city,
    district: random.pick(city.districts),
    street: random.pick(home === 'IR' ? places.persianStreets : places.arabicStreets),
    building: random.between(1, 9899),
  };
}
