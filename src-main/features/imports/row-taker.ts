// What happens to one row of any kind, in a trial and in an import alike: decided, and either written or only imagined.

import { ownColumn, ownFamily } from '@shared/features/exports/own-sheet';
import type { existingPolicies } from '@shared/features/imports/imports.contract';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import type { Rejection } from '@shared/features/imports/mapping';
import { err, ok, type Result } from '@shared/core/result';
import { fold } from '@shared/text/fold';
import type { ReadDb } from '../../db';
import type { ErasedCheck, Particulars } from '../erasure';
import { selectUsers } from '../users';
import { mayChange, type StoredPlan } from './job';
import { createPartyReferences } from './party-references';
import type { Rules } from './party-state';
import type { PartyOfRow, PreparedRow } from './prepared-row';
import { createActivityTaker } from './take-activity';
import { createAuthorityTaker } from './take-authority';
import { createConsentTaker } from './take-consent';
import { createPartyTaker, type PartyTaker, type TakenAs } from './take-party';
import type { RecordPlan, RecordTaker } from './take-record';
import { createRelationshipTaker } from './take-relationship';
import type { RowWriter } from './write-row';

/** `name`: what the row is about, for showing it. */
export type TakenRow = Result<TakenAs & { readonly name: string | null }, readonly Rejection[]>;

export interface RowTaker {
  /** Without a writer nothing is written, but rows after this one meet what it would have made. */
  take(row: PreparedRow, writer: RowWriter | null): TakenRow;
}

export interface Taking {
  readonly db: ReadDb;
  readonly country: string;
  /** Whether these are the particulars of somebody who was erased: then they are not brought back by a file. */
  readonly wasErased: ErasedCheck;
}

export function createRowTaker(plan: StoredPlan, taking: Taking): RowTaker {
  const parties = partyTaker(plan, taking);
  const records = recordTaker(plan, taking);
  return {
    take(row, writer) {
      if ('refused' in row) return err(row.refused);
      if ('party' in row && taking.wasErased(particularsOf(row)) !== undefined) return err([{ code: 'erased-person' }]);
      if ('party' in row) return ok({ ...parties.take(row, writer), name: row.party.draft.names[0]?.text ?? null });
      const { record } = row;
      const taken = records.take(record, {
        db: writer?.context.db ?? taking.db,
        writer: writer?.context ?? null,
      });
      const name = record.values['subject'] ?? record.references[0]?.text ?? null;
      return taken.ok ? ok({ ...taken.value, name: name === null ? null : String(name) }) : taken;
    },
  };
}

const particularsOf = ({ party: { draft, points, identifiers } }: PartyOfRow): Particulars => ({
  externalKey: draft.externalKey ?? null,
  names: draft.names.map(({ text }) => text),
  // Whoever was erased before the office sealed numbers is known by the number itself.
  identifiers: draft.identifiers.flatMap(({ scheme, value }, index) => [
    { scheme, normal: identifiers[index] ?? '' },
    { scheme, normal: checkIdentifier(scheme, value).normalised },
  ]),
  points,
});

function partyTaker(plan: StoredPlan, { db }: Taking): PartyTaker {
  const rules = rulesOf(plan, familyOf);
  return createPartyTaker(db, { duplicates: plan.duplicates, rules, mayChange: mayChange(plan) });
}

function recordTaker(plan: StoredPlan, taking: Taking): RecordTaker {
  const record = recordPlan(plan, taking);
  const { into } = plan.mapping;
  if (into === 'relationships') return createRelationshipTaker(record);
  if (into === 'authorities') return createAuthorityTaker(record);
  return into === 'consents' ? createConsentTaker(record, taking.db) : createActivityTaker(record);
}

function recordPlan(plan: StoredPlan, { db, country }: Taking): RecordPlan {
  const users = new Map<string, string>();
  for (const user of db.all(selectUsers({}))) {
    users.set(fold(user.display_name), user.id);
    users.set(fold(user.login), user.id);
  }
  return {
    duplicates: plan.duplicates,
    rules: rulesOf(plan, (target) => target.slice(target.indexOf('.') + 1).replace(/-time$/, '')),
    references: createPartyReferences(db, country),
    userNamed: (name) => users.get(fold(name.replace(/<[^<>]*>\s*$/, ''))) ?? users.get(fold(name)),
  };
}

/** The rule of the first column that has one, else what holds for all. */
function rulesOf({ mapping, existing }: StoredPlan, family: (target: string) => string): Rules {
  const told = new Map<string, (typeof existingPolicies)[number]>();
  for (const { target, rule } of mapping.columns)
    if (target !== null && rule !== undefined && !told.has(family(target))) told.set(family(target), rule);
  return (asked) => told.get(asked) ?? existing;
}

const CONTACT = new Set(['phone', 'fax', 'email', 'url', 'messenger', 'social']);

function familyOf(target: string): string {
  const own = ownColumn(target);
  if (own !== null) return ownFamily(own);
  const [first = ''] = target.split('.');
  return CONTACT.has(first) ? 'contact' : first;
}
