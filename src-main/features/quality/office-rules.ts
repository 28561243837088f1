// The rules and wishes in force: those that ship, as the office changed them, and its own.

import type { QualityRule, QualityWish } from '@shared/features/quality/quality.contract';
import { placeOf } from '@shared/features/quality/place';
import { rulePresets, wishPresets } from '@shared/features/quality/presets';
import { Definition, WishDefinition } from '@shared/features/quality/rule';
import type { ReadDb, Tables } from '../../db';
import { userRefs } from '../users';
import * as statements from './quality.sql';

export interface ActiveRule extends QualityRule {
  /** Under which its findings are kept: changes with its definition, so that what an older one found is not shown as its own. */
  readonly judgedBy: string;
}

export interface OfficeRules {
  readonly rules: readonly QualityRule[];
  /** The severest first. */
  readonly active: readonly ActiveRule[];
  /** Marks of those that look at others with the same. */
  readonly shared: readonly string[];
  /** Those that count. */
  readonly wishes: readonly QualityWish[];
  readonly allWishes: readonly QualityWish[];
  /** Changes with any of them. */
  readonly mark: string;
}

export function officeRules(db: ReadDb): OfficeRules {
  const rules = rulesOf(db);
  const allWishes = wishesOf(db);
  const active = rules
    .filter((rule) => rule.active)
    .map((rule) => ({ ...rule, judgedBy: `${rule.id}@${markOf(rule.definition)}` }))
    .toSorted((a, b) => weights[a.severity] - weights[b.severity]);
  const wishes = allWishes.filter(({ weight }) => weight > 0);
  const mark = markOf([
    active.map(({ judgedBy }) => judgedBy).toSorted(),
    wishes.map(({ weight, definition }) => [weight, definition]),
  ]);
  const shared = active
    .filter(({ definition }) => definition.all.some(({ where }) => where.some(({ test }) => test === 'shared')))
    .map(({ judgedBy }) => judgedBy);
  return { rules, active, shared, wishes, allWishes, mark };
}

const weights = { high: 0, medium: 1, low: 2 } as const;

/** Tells one definition from another, no more: two multiplicative hashes of 32 bits. Made at every edit of a record that has findings. */
function markOf(what: unknown): string {
  const text = JSON.stringify(what);
  let [one, two] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x9e3779b1);
    two = Math.imul(two ^ text.charCodeAt(at), 0x5f356495);
    one ^= one >>> 15;
    two ^= two >>> 13;
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}

type RuleRow = Tables['quality_rule'];

function rulesOf(db: ReadDb): QualityRule[] {
  const rows = new Map(db.all(statements.selectRules({})).map((row) => [row.id, row]));
  const users = userRefs(db);
  const shipped = rulePresets.map((preset): QualityRule => {
    const { id, severity, active, definition } = preset;
    const unchanged = { id, preset: true, name: null, severity, owner: null, active, definition } as const;
    const row = rows.get(id);
    const changed = row === undefined ? null : ruleOf(row, true, users);
    return changed ?? { ...unchanged, place: placeOf(definition.all) };
  });
  const own = [...rows.values()].filter(({ id }) => !shipped.some((preset) => preset.id === id));
  return [...shipped, ...own.flatMap((row) => ruleOf(row, false, users) ?? [])];
}

/** null when a program of another age wrote what this one does not read. */
function ruleOf(row: RuleRow, preset: boolean, users: ReturnType<typeof userRefs>): QualityRule | null {
  const definition = Definition.safeParse(JSON.parse(row.definition));
  if (!definition.success) return null;
  return {
    id: row.id,
    preset,
    name: row.name,
    severity: row.severity,
    owner: row.owner_id === null ? null : users(row.owner_id),
    active: row.active === 1,
    definition: definition.data,
    place: placeOf(definition.data.all),
  };
}

function wishesOf(db: ReadDb): QualityWish[] {
  const rows = new Map(db.all(statements.selectWishes({})).map((row) => [row.id, row]));
  const shipped = wishPresets.map(({ id, weight, definition }): QualityWish => {
    const row = rows.get(id);
    const changed = row === undefined ? null : wishOf(row, true);
    return changed ?? { id, preset: true, name: null, weight, definition, place: placeOf([definition.has]) };
  });
  const own = [...rows.values()].filter(({ id }) => !shipped.some((preset) => preset.id === id));
  return [...shipped, ...own.flatMap((row) => wishOf(row, false) ?? [])];
}

function wishOf(row: Tables['quality_wish'], preset: boolean): QualityWish | null {
  const definition = WishDefinition.safeParse(JSON.parse(row.definition));
  if (!definition.success) return null;
  const { id, name, weight } = row;
  return { id, preset, name, weight, definition: definition.data, place: placeOf([definition.data.has]) };
}
