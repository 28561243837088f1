// The sample office: an invented clinic-and-insurance company with 2,000 parties, 20,000 activities, 180 deals and 40 leads, the same for the same
// seed and day. Hand-made people first, then families, companies and single people, then five years of history.

import { sampleAuthorities } from './office/authorities';
import { createBuilder, type OfficeBuilder } from './office/builder';
import { addCompany } from './office/company';
import { sampleDeals } from './office/deals';
import { sampleLeads } from './office/leads';
import { addDoctors } from './office/doctors';
import { addFamily } from './office/families';
import { addArabicPeople } from './office/hand-made-arabic';
import { handMadeHistory } from './office/hand-made-history';
import { addOtherHandMade } from './office/hand-made-others';
import { addBranches, addCompanies, addCompanyGroups } from './office/organisations';
import { addSingle, addSpeaker, employ } from './office/people';
import { samplePrivacy } from './office/privacy';
import { addStaff, sampleUsers } from './office/staff';
import { sampleTasks } from './office/tasks';
import { tellStories } from './office/threads';
import type { SampleOffice, SampleOfficeOptions } from './office/types';
import { weightedDraw } from './random';

export const SAMPLE_PARTIES = 2000;
export const SAMPLE_ACTIVITIES = 20_000;

const FAMILIES = 210;
const COMPANIES = 240;
const BRANCHES = 24;
const COMPANY_GROUPS = 12;
const ENDED_ROLES = 30;

export function sampleOffice(options: SampleOfficeOptions): SampleOffice {
  const builder = createBuilder(options);
  builder.kit.random.start(options.seed, 0);
  addCompany(builder);
  addStaff(builder);
  addDoctors(builder);
  addArabicPeople(builder);
  addOtherHandMade(builder);
  addCrowd(builder);
  endRoles(builder);
  const written = handMadeHistory(builder);
  const told = tellStories(builder, SAMPLE_ACTIVITIES - written.length);
  return {
    users: sampleUsers(),
    parties: builder.parties,
    relationships: builder.relationships,
    roleEnds: builder.roleEnds,
    authorities: sampleAuthorities(builder),
    deals: sampleDeals(builder),
    privacy: samplePrivacy(builder),
    leads: sampleLeads(builder),
    tasks: sampleTasks(builder),
    activities: [...written, ...told].sort((one, other) => one.draft.at - other.draft.at),
  };
}

const scripts = ['arabic', 'persian', 'latin'] as const;

function addCrowd(builder: OfficeBuilder): void {
  const { random } = builder.kit;
  const companies = addCompanies(builder, COMPANIES);
  addBranches(builder, companies, BRANCHES);
  addCompanyGroups(builder, companies, COMPANY_GROUPS);
  for (const company of companies)
    if (company.trade !== 'competitor' && random.chance(0.7)) addSpeaker(builder, company);
  const drawScript = weightedDraw([52, 33, 15]);
  for (let number = 0; number < FAMILIES; number++) addFamily(builder, number, scripts[drawScript(random)]!);
  const taken = builder.parties.length;
  for (let number = 0; number < SAMPLE_PARTIES - taken; number++) addSingle(builder, number);
  employ(builder, companies);
}

const reasons = {
  ar: ['الانتقال إلى مدينة أخرى', 'عرض أقل سعرا لدى منافس', 'انتهاء عقد العمل', 'عدم الرضا عن مواعيد الانتظار'],
  fa: ['جابه‌جایی به شهر دیگر', 'پیشنهاد ارزان‌تر رقیب', 'پایان قرارداد کار', 'نارضایتی از زمان انتظار'],
  en: ['Moved to another city', 'Cheaper offer elsewhere', 'Employment ended', 'Unhappy with waiting times'],
} as const;

/** Some single people have left, with the reason noted and perhaps a day to try to win them back. */
function endRoles({ kit, today, parties, roleEnds }: OfficeBuilder): void {
  const { random, dates } = kit;
  const leavers = parties.filter(
    ({ key, draft }) => key.startsWith('person-') && draft.roles?.[0]?.type !== 'prospect',
  );
  for (let number = 0; number < ENDED_ROLES; number++) {
    const { key, draft } = leavers[number * Math.floor(leavers.length / ENDED_ROLES)]!;
    const role = draft.roles![0]!;
    const language = draft.language ?? 'en';
    roleEnds.push({
      partyKey: key,
      roleType: role.type,
      endedOn: dates.on(today - random.between(0, 15)),
      reason: random.pick(reasons[language]),
      winBackOn: random.chance(0.4) ? dates.on(today + random.between(30, 200)) : null,
    });
  }
}
