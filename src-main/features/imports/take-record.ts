// What takers of activities and relationships have in common: the row's parties found or the row refused, outcomes by one rule.

import { rejection } from '@shared/features/imports/mapping/draft';
import type { ImportPlan } from '@shared/features/imports/imports.contract';
import type { RecordDraft, Rejection } from '@shared/features/imports/mapping';
import { err, type Result } from '@shared/core/result';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import type { PartyReferences, Resolution } from './party-references';
import type { Rules } from './party-state';
import type { TakenAs } from './take-party';

export interface RecordPlan {
  readonly duplicates: ImportPlan['duplicates'];
  /** By field of the entity. */
  readonly rules: Rules;
  readonly references: PartyReferences;
  /** The user a name of the file stands for; undefined when it is nobody's here. */
  readonly userNamed: (name: string) => string | undefined;
}

export type Taken = Result<TakenAs, Rejection[]>;

export interface RecordTaker {
  take(draft: RecordDraft, reading: { db: ReadDb; writer: CommandContext | null }): Taken;
}

export const refused = (resolution: Extract<Resolution, { ok: false }>): Taken =>
  err([rejection(resolution.code, resolution.reference.text, resolution.reference.column)]);

/** The fields that a row changes of a record that is there, each by its rule. */
export function changedFields(
  now: Readonly<Record<string, unknown>>,
  said: Readonly<Record<string, string | number>>,
  rules: Rules,
): Record<string, string | number> {
  const entries = Object.entries(said).filter(([field, value]) => {
    const rule = rules(field);
    if (rule === 'skip') return false;
    const has = now[field] ?? null;
    return rule === 'overwrite' ? has !== value : has === null;
  });
  return Object.fromEntries(entries);
}
