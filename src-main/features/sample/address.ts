// Writes a residence as an office would: in the country's script or in Latin letters, more or less complete.

import { inArabicDigits, inPersianDigits } from './dates';
import type { Kit, Residence } from './kit';
import type { AddressInput, Script } from './types';

const POSTCODE_LENGTH = { SA: 5, AE: 0, EG: 5, IR: 10 } as const;

export function addressOf(kit: Kit, residence: Residence, script: Script): AddressInput {
  const { random } = kit;
  const { city, district, street, building } = residence;
  const latin = script === 'latin';
  const write = (name: { native: string; latin: string }): string => (latin ? name.latin : name.native);
  const digits = POSTCODE_LENGTH[city.country];
  return {
    kind: 'home',
    lines: random.chance(0.75) ? streetLine(write(street), city.country, latin) : null,
    building: random.chance(0.6) ? buildingText(building, script) : null,
    district: write(district),
    city: write(city.name),
    province: random.chance(0.5) ? write(city.province) : null,
    postcode: digits > 0 && random.chance(0.4) ? postcode(random.word(), digits) : null,
    country: city.country,
    landmark: random.chance(0.08) ? landmark(random.below(3), script) : null,
  };
}

function streetLine(street: string, country: string, latin: boolean): string {
  if (latin) return `${street} Street`;
  return country === 'IR' ? `خیابان ${street}` : `شارع ${street}`;
}

function buildingText(building: number, script: Script): string {
  if (script === 'arabic') return inArabicDigits(String(building));
  return script === 'persian' ? `پلاک ${inPersianDigits(String(building % 300))}` : String(building);
}

const postcode = (word: number, digits: number): string =>
  `1${String(word).padStart(9, '0')}`.slice(0, digits).padEnd(digits, '1');

const landmarks: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['خلف المسجد', 'أمام المدرسة الابتدائية', 'بجوار الصيدلية'],
  persian: ['روبه‌روی پارک', 'جنب داروخانه', 'نبش کوچه دوم'],
  latin: ['behind the mosque', 'opposite the primary school', 'next to the pharmacy'],
};

const landmark = (place: number, script: Script): string => landmarks[script][place]!;
