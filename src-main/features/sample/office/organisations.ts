// The companies the sample office deals with: insured employers, suppliers, partners, their branches and groups.

import { weightedDraw } from '../random';
import { groupDraft, organisationDraft } from '../organisation';
import type { Audience } from '../stories/story';
import type { PartyInput, RoleInput, Script } from '../types';
import type { OfficeBuilder } from './builder';
import { since } from './families';

interface Trade {
  readonly name: 'corporate' | 'supplier' | 'partner' | 'prospect' | 'competitor';
  readonly roles: readonly RoleInput['type'][];
  readonly audiences: readonly Audience[];
  readonly weight: number;
}

const trades: readonly Trade[] = [
  { name: 'corporate', roles: ['customer', 'employer'], audiences: ['corporate', 'corporate', 'any'], weight: 2.5 },
  { name: 'supplier', roles: ['supplier'], audiences: ['supplier', 'supplier', 'any'], weight: 2 },
  { name: 'partner', roles: ['partner', 'referrer'], audiences: ['partner', 'any'], weight: 1 },
  { name: 'prospect', roles: ['prospect'], audiences: ['partner', 'any'], weight: 0.6 },
  { name: 'competitor', roles: ['competitor'], audiences: [], weight: 0 },
];

const scripts = ['arabic', 'persian', 'latin'] as const;

export interface Company {
  readonly key: string;
  readonly script: Script;
  readonly trade: Trade['name'];
  readonly title: string;
}

/** Adds so many companies with names that do not repeat. */
export function addCompanies(builder: OfficeBuilder, count: number): Company[] {
  const { random } = builder.kit;
  const drawTrade = weightedDraw([44, 28, 14, 10, 4]);
  const drawScript = weightedDraw([55, 30, 15]);
  const titles = new Set<string>();
  const companies: Company[] = [];
  while (companies.length < count) {
    const script = scripts[drawScript(random)]!;
    const drawn = organisationDraft(builder.kit, builder.organisation, { script });
    const title = drawn.names[0]!.text;
    if (titles.has(title)) continue;
    titles.add(title);
    companies.push(
      addCompanyOf(builder, { draft: drawn, trade: trades[drawTrade(random)]!, script }, companies.length),
    );
  }
  return companies;
}

function addCompanyOf(
  builder: OfficeBuilder,
  found: { draft: PartyInput; trade: Trade; script: Script },
  number: number,
): Company {
  const { draft, trade, script } = found;
  const { random } = builder.kit;
  const key = `company-${number}`;
  const roles: RoleInput[] = trade.roles.map((type) => ({ type, stage: 'active', startedOn: since(builder) }));
  // Now and then a supplier is insured here too, as Al Nour is.
  if (trade.name === 'supplier' && random.chance(0.08))
    roles.push({ type: 'customer', stage: 'active', startedOn: since(builder) });
  const busy = random.chance(0.08) ? 4 : 1;
  builder.add({ ...draft, roles }, { key, script, audiences: trade.audiences, weight: trade.weight * busy });
  if (trade.name === 'corporate') builder.relate({ fromKey: 'insurance', type: 'insurer', toKey: key });
  if (trade.name === 'supplier') builder.relate({ fromKey: key, type: 'supplier', toKey: 'office' });
  if (trade.name === 'partner') builder.relate({ fromKey: key, type: 'partner', toKey: 'office' });
  return { key, script, trade: trade.name, title: draft.names[0]!.text };
}

/** A second place of a company, named as the bank's branch is («بانک سپهر – شعبه ونک»). */
export function addBranches(builder: OfficeBuilder, companies: readonly Company[], count: number): void {
  const { kit } = builder;
  const parents = companies.filter((company) => company.trade === 'corporate');
  for (let number = 0; number < count; number++) {
    const company = parents[(number * 3) % parents.length]!;
    const { script } = company;
    const home = kit.drawHome[script](kit.random);
    const drawn = organisationDraft(kit, builder.organisation, { script, home });
    const city = drawn.addresses?.[0]?.district ?? branchWords[script].fallback;
    const draft: PartyInput = {
      ...drawn,
      names: [{ text: `${company.title} – ${branchWords[script].word} ${city}` }],
      roles: [{ type: 'customer', stage: 'active', startedOn: since(builder) }],
    };
    const key = builder.add(draft, { key: `branch-${number}`, script, audiences: ['corporate'], weight: 1.2 });
    builder.relate({ fromKey: key, type: 'branch', toKey: company.key });
  }
}

const branchWords: Readonly<Record<Script, { word: string; fallback: string }>> = {
  arabic: { word: 'فرع', fallback: 'الشمال' },
  persian: { word: 'شعبه', fallback: 'مرکزی' },
  latin: { word: 'branch', fallback: 'North' },
};

/** Groups of two or three companies with one head. */
export function addCompanyGroups(builder: OfficeBuilder, companies: readonly Company[], count: number): void {
  const { kit } = builder;
  for (let number = 0; number < count; number++) {
    const head = companies[number * 5]!;
    const name = kit.random.pick(kit.words[head.script].names).native;
    const key = `company-group-${number}`;
    builder.add(groupDraft(head.script, name, 'company-group'), {
      key,
      script: head.script,
      audiences: ['any'],
      weight: 0.2,
    });
    builder.relate({ fromKey: head.key, type: 'head', toKey: key });
    for (const member of companies.slice(number * 5 + 1, number * 5 + kit.random.between(2, 3) + 1)) {
      builder.relate({ fromKey: member.key, type: 'member', toKey: key });
      builder.relate({ fromKey: head.key, type: 'parent-company', toKey: member.key });
    }
  }
}
