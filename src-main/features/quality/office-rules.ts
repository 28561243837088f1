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
  return { rules, active, wishes, allWishes, mark };
}

const weights = { high: 0, medium: 1, low: 2 } as const;

/** Tells one definition from another, no more: FNV-1a over 64 bits. */
function markOf(what: unknown): string {
  let mark = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(what)))
    mark = BigInt.asUintN(64, (mark ^ BigInt(byte)) * 0x100000001b3n);
  return mark.toString(36);
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
