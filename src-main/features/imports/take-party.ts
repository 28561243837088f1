// One row as a party: found by its key, taken for somebody who is there, or new. Decided in one way for trial and import.

import type { ImportPlan } from '@shared/features/imports/imports.contract';
import type { ReadDb } from '../../db';
import {
  findDuplicate,
  imaginedParties,
  partiesOfBase,
  type ImaginedParties,
  type KnownParties,
} from './known-parties';
import { applyChange, changeFor, isEmpty, type PartyChange, type Rules } from './party-state';
import type { PartyToStore } from './prepared-row';
import { writeChange, writeParty, type RowWriter } from './write-row';

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'duplicates';

export interface PartyPlan {
  readonly duplicates: ImportPlan['duplicates'];
  readonly rules: Rules;
  /** Whether some rule lets a row change what is there. */
  readonly mayChange: boolean;
}

export interface PartyTaker {
  /** Without a writer the row is only imagined, so that later rows meet it. */
  take(row: PartyToStore, writer: RowWriter | null): RowOutcome;
}

export function createPartyTaker(db: ReadDb, plan: PartyPlan): PartyTaker {
  const base = partiesOfBase(db);
  const lazily: { imagined: ImaginedParties | null } = { imagined: null };
  const imagined = (): ImaginedParties => (lazily.imagined ??= imaginedParties(base, plan.mayChange));
  return {
    take(row, writer) {
      const known = writer === null ? imagined() : partiesOfBase(writer.context.db);
      const decision = decide(known, row, plan);
      if (decision.kind === 'create') {
        if (writer === null) imagined().created(row);
        else writeParty(writer, row);
      } else if (decision.kind === 'change') {
        if (writer === null) imagine(imagined(), decision);
        else writeChange(writer, decision.id, decision.change);
      }
      return decision.outcome;
    },
  };
}

type Decision =
  | { readonly kind: 'create' | 'leave'; readonly outcome: RowOutcome }
  | { readonly kind: 'change'; readonly outcome: RowOutcome; readonly id: string; readonly change: PartyChange };

function decide(known: KnownParties, row: PartyToStore, plan: PartyPlan): Decision {
  const { draft } = row.party;
  const byKey = draft.externalKey ? known.byKey(draft.externalKey) : undefined;
  if (byKey !== undefined) return changing(known, { id: byKey, row }, plan);
  if (plan.duplicates === 'create') return { kind: 'create', outcome: 'created' };
  const duplicate = findDuplicate(known, row);
  if (duplicate === undefined) return { kind: 'create', outcome: 'created' };
  if (plan.duplicates === 'update') return changing(known, { id: duplicate, row }, plan);
  return { kind: plan.duplicates === 'skip' ? 'leave' : 'create', outcome: 'duplicates' };
}

function changing(known: KnownParties, found: { id: string; row: PartyToStore }, plan: PartyPlan): Decision {
  if (!plan.mayChange) return { kind: 'leave', outcome: 'unchanged' };
  const change = changeFor(known.state(found.id), found.row, plan.rules);
  const outcome = isEmpty(change) ? 'unchanged' : 'updated';
  if (outcome === 'unchanged' && change.externalKey === undefined) return { kind: 'leave', outcome };
  return { kind: 'change', outcome, id: found.id, change };
}

function imagine(imagined: ImaginedParties, decision: Extract<Decision, { kind: 'change' }>): void {
  const state = imagined.state(decision.id);
  applyChange(state, decision.change);
  imagined.changed(decision.id, state);
}
