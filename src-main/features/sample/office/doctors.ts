// The doctors of the sample office: where they work and how stories name them. Dr Haddad is among the hand-made people.

import { mobileNumber, typedPhone } from '../contacts';
import type { Gender, Home, PartyInput, Script } from '../types';
import { languageOf } from '../types';
import type { OfficeBuilder } from './builder';

interface Doctor {
  readonly name: string;
  readonly latin: string;
  readonly gender: Gender;
  readonly clinic: string;
  readonly field: string;
}

const doctors: Readonly<Record<Script, readonly Doctor[]>> = {
  arabic: [
    { name: 'د. سامر العطار', latin: 'Dr Samer Al-Attar', gender: 'male', clinic: 'clinic-a', field: 'الباطنية' },
    { name: 'د. ريم الخياط', latin: 'Dr Reem Al-Khayyat', gender: 'female', clinic: 'clinic-a', field: 'الأطفال' },
    { name: 'د. ماجد الثبيتي', latin: 'Dr Majed Al-Thubaiti', gender: 'male', clinic: 'clinic-b', field: 'العظام' },
    { name: 'د. هبة غنيم', latin: 'Dr Heba Ghoneim', gender: 'female', clinic: 'clinic-b', field: 'الأسنان' },
    { name: 'د. وليد الحموي', latin: 'Dr Waleed Al-Hamawi', gender: 'male', clinic: 'clinic-jeddah', field: 'العيون' },
    {
      name: 'د. نوال البسام',
      latin: 'Dr Nawal Al-Bassam',
      gender: 'female',
      clinic: 'clinic-jeddah',
      field: 'الجلدية',
    },
  ],
  persian: [
    { name: 'دکتر آرش نادری', latin: 'Dr Arash Naderi', gender: 'male', clinic: 'shiraz', field: 'داخلی' },
    { name: 'دکتر سپیده بهرامی', latin: 'Dr Sepideh Bahrami', gender: 'female', clinic: 'shiraz', field: 'کودکان' },
    { name: 'دکتر نگار صدری', latin: 'Dr Negar Sadri', gender: 'female', clinic: 'sepideh', field: 'پوست' },
    { name: 'دکتر کیان توکلی', latin: 'Dr Kian Tavakoli', gender: 'male', clinic: 'sepideh', field: 'ارتوپدی' },
  ],
  latin: [
    { name: 'Dr Helen Ashworth', latin: '', gender: 'female', clinic: 'dubai', field: 'Internal medicine' },
    { name: 'Dr Karthik Menon', latin: '', gender: 'male', clinic: 'dubai', field: 'Paediatrics' },
    { name: 'Dr Rowena Soriano', latin: '', gender: 'female', clinic: 'dubai', field: 'Dentistry' },
  ],
};

const HADDAD = { name: 'د. ليلى حداد', key: 'haddad', clinic: 'clinic-a' };

/** As stories name them. */
export function doctorNames(script: Script): string[] {
  const names = doctors[script].map((doctor) => doctor.name);
  return script === 'arabic' ? [...names, HADDAD.name] : names;
}

export const doctorKey = (script: Script, place: number): string => `doctor-${script}-${place}`;

/** Key of each doctor and of the clinic they see people in, by the names stories use. */
export function doctorsByName(): Map<string, { key: string; clinic: string }> {
  const scripts = ['arabic', 'persian', 'latin'] as const;
  const found = scripts.flatMap((script) =>
    doctors[script].map(({ name, clinic }, place) => ({ name, key: doctorKey(script, place), clinic })),
  );
  return new Map([...found, HADDAD].map(({ name, key, clinic }) => [name, { key, clinic }]));
}

export function addDoctors(builder: OfficeBuilder): void {
  for (const script of ['arabic', 'persian', 'latin'] as const) {
    doctors[script].forEach((doctor, place) => {
      const key = doctorKey(script, place);
      builder.add(draftOf(builder, doctor, script), {
        key,
        script,
        audiences: ['doctor', 'doctor', 'any'],
        weight: 1.5,
      });
      builder.relate({ fromKey: key, type: 'employee', toKey: doctor.clinic, position: doctor.field });
    });
  }
}

function draftOf({ kit, today }: OfficeBuilder, doctor: Doctor, script: Script): PartyInput {
  const home: Home = script === 'arabic' ? 'SA' : script === 'persian' ? 'IR' : 'AE';
  const names: PartyInput['names'] = [{ text: doctor.name }];
  if (doctor.latin !== '') names.push({ kind: 'transliteration', text: doctor.latin });
  const phone = typedPhone(mobileNumber(kit.random, home), script, kit.random);
  return {
    kind: 'person',
    names,
    language: languageOf[script],
    gender: doctor.gender,
    contactPoints: [{ kind: 'phone', label: 'mobile', value: phone, preferred: true }],
    preferences: [{ key: 'form-of-address', value: doctor.name.split(' ').slice(0, 2).join(' ') }],
    roles: [{ type: 'doctor', stage: 'active', startedOn: kit.dates.on(today - kit.random.between(200, 3000)) }],
  };
}
