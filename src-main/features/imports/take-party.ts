// One row as a party: stored, left out, or changing one that is there, as it was recognised. In one way for trial and import.

import type { ImportPlan } from '@shared/features/imports/imports.contract';
import type { ReadDb } from '../../db';
import { imaginedParties, partiesOfBase, type ImaginedParties, type KnownParties } from './known-parties';
import { applyChange, changeFor, isEmpty, type PartyChange, type Rules } from './party-state';
import type { PartyOfRow } from './prepared-row';
import type { Recognition } from './recognition';
import { writeChange, writeParty, type RowWriter } from './write-row';

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'duplicates';

/** `owner`: the record to which files of the row belong; null when they are left out with it. In a trial it may be imagined. */
export interface TakenAs {
  readonly outcome: RowOutcome;
  readonly owner: string | null;
}

export interface PartyPlan {
  readonly duplicates: ImportPlan['duplicates'];
  readonly rules: Rules;
  /** Whether some rule lets a row change what is there. */
  readonly mayChange: boolean;
}

export interface PartyTaker {
  /** Without a writer the row is only imagined, so that later rows meet it. */
  take(row: PartyOfRow, writer: RowWriter | null): TakenAs;
}

export function createPartyTaker(db: ReadDb, plan: PartyPlan): PartyTaker {
  const lazily: { imagined: ImaginedParties | null } = { imagined: null };
  const imagined = (): ImaginedParties => (lazily.imagined ??= imaginedParties(partiesOfBase(db), plan.mayChange));
  return {
    take(row, writer) {
      const known = writer === null ? imagined() : partiesOfBase(writer.context.db);
      const decision = decide(known, row, plan);
      if (decision.kind === 'create') {
        if (writer === null) imagined().created(decision.id, row);
        else writeParty(writer, row, decision.id);
      } else if (decision.kind === 'change') {
        if (writer === null) imagine(imagined(), decision);
        else writeChange(writer, decision.id, decision.change);
      }
      const isThere = decision.outcome === 'updated' || decision.outcome === 'unchanged';
      return { outcome: decision.outcome, owner: isThere && plan.rules('photo') === 'skip' ? null : decision.id };
    },
  };
}

type Decision =
  | { readonly kind: 'leave'; readonly outcome: RowOutcome; readonly id: string | null }
  | { readonly kind: 'create'; readonly outcome: RowOutcome; readonly id: string }
  | {
      readonly kind: 'change';
      readonly outcome: RowOutcome;
      readonly id: string;
      readonly change: PartyChange;
    };

function decide(known: KnownParties, row: PartyOfRow, plan: PartyPlan): Decision {
  const { recognition } = row;
  if (recognition.is === 'left-out') return { kind: 'leave', outcome: 'duplicates', id: null };
  if (recognition.is === 'known') return changing(known, row, { ...plan, id: recognition.id, own: recognition.own });
  const waits = plan.duplicates === 'review' && recognition.like.length > 0;
  return { kind: 'create', outcome: waits ? 'duplicates' : 'created', id: recognition.id };
}

/** Whoever was thrown away while the file was read comes back as the row's own. */
function changing(
  known: KnownParties,
  row: PartyOfRow,
  { id, own, mayChange, rules }: PartyPlan & Pick<Extract<Recognition, { is: 'known' }>, 'id' | 'own'>,
): Decision {
  if (!mayChange) return { kind: 'leave', outcome: 'unchanged', id };
  const state = known.state(id);
  if (state === undefined) return { kind: 'create', outcome: 'created', id: own };
  const { externalKey, ...changed } = changeFor(state, row, rules);
  // Our own id is a name that the record has already.
  const change: PartyChange = externalKey === undefined || externalKey === id ? changed : { ...changed, externalKey };
  const outcome = isEmpty(change) ? 'unchanged' : 'updated';
  if (outcome === 'unchanged' && change.externalKey === undefined) return { kind: 'leave', outcome, id };
  return { kind: 'change', outcome, id, change };
}

function imagine(imagined: ImaginedParties, { id, change }: Extract<Decision, { kind: 'change' }>): void {
  const state = imagined.state(id)!;
  applyChange(state, change);
  imagined.changed(id, state);
}
