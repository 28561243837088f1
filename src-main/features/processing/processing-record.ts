// What the office processes, read off what the program goes by: catalogue, purposes, roles, retention rules. Nobody writes it by hand.

import { catalogue, categoryOf, dataCategories, isLocal, shownFieldsOf, type KeptTime } from '@shared/catalogue';
import { holds, scopeOf, type RolePolicy } from '@shared/features/policy/policy';
import type { ProcessingRecord } from '@shared/features/processing/processing.contract';
import type { ReadDb } from '../../db';
import { rolesOf } from '../policy';
import { purposesOf } from '../privacy';
import { retentionRules } from '../retention';
import { siteSettings } from '../settings';

export function processingRecord(db: ReadDb, at: number): ProcessingRecord {
  const { officeName, country } = siteSettings(db);
  return {
    office: officeName,
    country,
    at,
    purposes: purposesOf(db)
      .filter(({ active }) => active)
      .map(({ id, names, preset, basis, balancing, categories }) => ({
        id,
        names,
        preset,
        basis,
        balancing,
        categories,
      })),
    data: dataCategories.map(dataOf),
    recipients: rolesOf(db)
      .filter(({ policy, holders }) => holders > 0 && holds(policy, 'parties.read'))
      .map(({ id, name, holders, policy }) => ({ id, name, holders, ...seeing(policy) })),
    retention: retentionRules(db)
      .filter(({ active }) => active)
      .map(({ id, name, source }) => ({ id, name, source })),
  };
}

function seeing(policy: RolePolicy): { scope: string; sensitive: string } {
  const scope = scopeOf(policy, 'parties.read');
  const sensitive = scopeOf(policy, 'parties.read-sensitive') === 'all' ? 'show' : policy.sensitive;
  return { scope: typeof scope === 'string' ? scope : 'rule', sensitive };
}

function dataOf(category: ProcessingRecord['data'][number]['category']): ProcessingRecord['data'][number] {
  const own = catalogue.flatMap((entity) =>
    shownFieldsOf(entity)
      .filter(([name]) => categoryOf(entity, name) === category)
      .map(([name, { privacy }]) => ({
        field: isLocal(entity) ? entity.key : `${entity.key}.${name}`,
        privacy,
        kept: entity.kept,
      })),
  );
  return {
    category,
    privacy: Math.max(0, ...own.map(({ privacy }) => privacy)),
    kept: [...new Set<KeptTime>(own.map(({ kept }) => kept))],
    fields: [...new Set(own.map(({ field }) => field))],
  };
}
