// One row as an authority of somebody for somebody, by the rules that hold for one granted by hand. Found again by whom it is between,
// what it rests on and whether it allows or forbids; a withdrawn one is another.

import { rejection } from '@shared/features/imports/mapping/draft';
import type { RecordDraft, RejectionCode } from '@shared/features/imports/mapping';
import type { Matter } from '@shared/features/authority/matters';
import { err, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import {
  insertAuthority,
  newAuthority,
  standingAuthority,
  updateAuthority,
  wrongTerms,
  type AuthorityRow,
} from '../authority';
import { memberIdsOf } from '../clusters';
import { resolve } from './party-references';
import { changedFields, refused, type RecordPlan, type RecordTaker } from './take-record';

type Values = RecordDraft['values'];
type Basis = AuthorityRow['basis'];
type Stance = AuthorityRow['stance'];

interface Between {
  readonly subject: string;
  readonly agent: string;
  readonly basis: Basis;
  readonly stance: Stance;
}

export function createAuthorityTaker(plan: RecordPlan): RecordTaker {
  const imagined = new Map<string, AuthorityRow>();
  return {
    take(draft, { db, writer }) {
      const resolution = resolve(draft.references, plan.references, () => true);
      if (!resolution.ok) return refused(resolution);
      const { parties } = resolution;
      const between = betweenOf(draft.values, parties.get('subject')?.[0] ?? '', parties.get('agent')?.[0] ?? '');
      if (between.subject === between.agent) return err([rejection('same-party')]);
      const key = JSON.stringify(between);
      const before = imagined.get(key) ?? there(db, between);
      const said = saidOf(draft.values);
      const columns = before === undefined ? said : changedFields(before as never, said, plan.rules);
      const row = { ...(before ?? granted(between, said, writer)), ...(columns as Partial<AuthorityRow>) };
      const wrong = problemOf(row);
      if (wrong !== null) return err([rejection(wrong)]);
      if (writer === null) imagined.set(key, row);
      else if (before === undefined) writer.db.run(insertAuthority(row));
      else if (Object.keys(columns).length > 0)
        writer.db.run(updateAuthority(before.id, columns as Partial<AuthorityRow>));
      if (before === undefined) return ok({ outcome: 'created', owner: null });
      return ok({ outcome: Object.keys(columns).length === 0 ? 'unchanged' : 'updated', owner: null });
    },
  };
}

const betweenOf = (values: Values, subject: string, agent: string): Between => ({
  subject,
  agent,
  basis: values['basis'] as Basis,
  stance: (values['stance'] ?? 'allow') as Stance,
});

const there = (db: ReadDb, { subject, agent, ...terms }: Between): AuthorityRow | undefined =>
  standingAuthority(db, { ...terms, subjects: memberIdsOf(db, subject), agents: memberIdsOf(db, agent) });

/** By column, what the row says of one that may be there already. */
function saidOf(values: Values): Record<string, string | number> {
  const names = ['matters', 'may_be_told', 'may_act', 'from_on', 'to_on', 'note'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      if (value === undefined) return [];
      return [[name, name === 'note' ? cleanLine(String(value)) : value] as const];
    }),
  );
}

function granted(
  { subject, agent, basis, stance }: Between,
  said: Readonly<Record<string, string | number>>,
  writer: CommandContext | null,
): AuthorityRow {
  const matters = JSON.parse(String(said['matters'])) as Matter[];
  const terms = { partyId: subject, agentId: agent, basis, stance, matters };
  const by = { at: writer?.at ?? 0, userId: writer?.actor.userId ?? '' };
  return newAuthority(writer?.ids() ?? '', terms, by);
}

function problemOf({ stance, may_be_told, may_act, from_on, to_on }: AuthorityRow): RejectionCode | null {
  const wrong = wrongTerms(stance, { told: may_be_told === 1, act: may_act === 1, from: from_on, to: to_on });
  if (wrong === undefined) return null;
  return wrong === 'authority.nothing-granted' ? 'nothing-granted' : 'dates-reversed';
}
