// Gathers what a light is made of for one caller and one subject, and takes away what whoever asks does not see themselves.

import { z } from 'zod';
import type { ClaimedProof, MatterLight } from '@shared/features/authority/authority.contract';
import { judge } from '@shared/features/authority/judge';
import { fieldsOf, matters, type Matter } from '@shared/features/authority/matters';
import type { Mandate, Proof, Situation, Standing } from '@shared/features/authority/situation';
import { normalContactPoint } from '@shared/features/parties/contact-point';
import { seesWhole } from '../../access';
import type { QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { memberIdsOf } from '../clusters';
import { rightsOn } from '../parties';
import { siteSettings, siteToday } from '../settings';
import * as statements from './authority.sql';

/** How long an answer counts, and how long wrong ones are remembered. */
const RIGHT_FOR_MS = 15 * 60_000;
const WRONG_FOR_MS = 60 * 60_000;
export const MOST_WRONG = 3;

/** Roots of two parties that whoever asks sees. */
export interface Two {
  readonly callerId: string;
  readonly subjectId: string;
}

export interface Judged {
  readonly lights: readonly (MatterLight & { readonly fields: string[] })[];
  readonly situation: Situation;
  readonly attemptsLeft: number;
}

export function judged(context: QueryContext, two: Two, proof: z.output<typeof ClaimedProof>): Judged {
  const { db, actor, clock } = context;
  const [subject, caller] = [recordsOf(db, two.subjectId), recordsOf(db, two.callerId)];
  const questions = db.all(statements.selectQuestionIds({ subject }));
  const answered = { subject, caller, user: actor.userId ?? '' };
  const left = attemptsLeft(context, two);
  const right = db.all(statements.selectRight({ ...answered, since: clock.now() - RIGHT_FOR_MS }));
  const { majorityAge, majorityCalendar, ownVoiceAge } = siteSettings(db);
  const told = toldBy(context, two.subjectId);
  const situation: Situation = {
    today: siteToday(db, clock.now()),
    rules: { majorityAge, majorityCalendar, ownVoiceAge },
    isSelf: two.callerId === two.subjectId,
    caller: standingOf(db, two.callerId, caller),
    subject: standingOf(db, two.subjectId, subject),
    mandates: db.all(statements.selectBetween({ subject, caller })).map((row) => mandateOf(row, questions)),
    proof: proofOf(context, caller, proof),
    ownQuestions: questions.filter(({ authority_id }) => authority_id === null).map(({ id }) => id),
    passed: new Set(right.map(({ id }) => id)),
    locked: left === 0,
    reader: {
      hides: new Set(matters.filter((matter) => told.fields(matter).length === 0)),
      cannotChange: told.cannotChange,
    },
  };
  const mayKnowAge = told.fields('personal').includes('party.birth_on');
  const lights = judge(situation).map(({ matter, ...both }) => ({
    matter,
    told: discreet(both.told, mayKnowAge),
    act: discreet(both.act, mayKnowAge),
    fields: both.told.light === 'red' ? [] : [...told.fields(matter)],
  }));
  return { lights, situation, attemptsLeft: left };
}

export function attemptsLeft({ db, actor, clock }: QueryContext, { subjectId, callerId }: Two): number {
  const [subject, caller] = [recordsOf(db, subjectId), recordsOf(db, callerId)];
  const since = clock.now() - WRONG_FOR_MS;
  const wrong = db.first(statements.countWrong({ subject, caller, user: actor.userId ?? '', since }))?.count ?? 0;
  return Math.max(0, MOST_WRONG - wrong);
}

export const recordsOf = (db: ReadDb, id: string): string => JSON.stringify(memberIdsOf(db, id));

/** The day of coming of age tells a birth date to whoever does not see it. */
const discreet = (
  { light, reasons }: MatterLight['told'] | ReturnType<typeof judge>[number]['told'],
  mayKnowAge: boolean,
) => ({
  light,
  reasons: reasons.map(({ on, ...reason }) =>
    on === undefined || (reason.code === 'came-of-age' && !mayKnowAge) ? reason : { ...reason, on },
  ),
});

/** What a subject's reader sees whole of each matter, and of which they may change something. */
function toldBy({ db, actor }: QueryContext, subjectId: string) {
  const rights = rightsOn({ db, actor }, subjectId);
  const hidden = new Set(rights.masked);
  const isSeen = (key: string): boolean =>
    !hidden.has(key) && (!key.startsWith('activity.') || actor.can('activities.read'));
  const byMatter = new Map(matters.map((matter) => [matter, fieldsOf(matter).filter(isSeen)]));
  const mayChange = (matter: Matter): boolean =>
    matter === 'appointments' ? actor.can('activities.write') : rights.write;
  return {
    fields: (matter: Matter): readonly string[] => byMatter.get(matter) ?? [],
    cannotChange: new Set(matters.filter((matter) => !mayChange(matter))),
  };
}

function standingOf(db: ReadDb, rootId: string, records: string): Standing {
  const rows = db.all(statements.selectStandings({ records }));
  return {
    births: [...new Set(rows.flatMap(({ birth_on }) => birth_on ?? []))],
    isDead: rows.some(({ death_on }) => death_on !== null),
    inBin: rows.some(({ id, deleted_at }) => id === rootId && deleted_at !== null),
  };
}

const Matters = z.array(z.enum(matters));
export const mattersOf = (row: statements.AuthorityRow): Matter[] => Matters.parse(JSON.parse(row.matters));

const mandateOf = (
  row: statements.MandateRow,
  questions: readonly { id: string; authority_id: string | null }[],
): Mandate => ({
  id: row.id,
  basis: row.basis,
  stance: row.stance,
  matters: mattersOf(row),
  mayBeTold: row.may_be_told === 1,
  mayAct: row.may_act === 1,
  fromOn: row.from_on,
  toOn: row.to_on,
  withdrawn: row.withdrawn_at !== null,
  disputed: row.disputed_at !== null,
  hasDocument: row.has_document === 1,
  questions: questions.filter(({ authority_id }) => authority_id === row.id).map(({ id }) => id),
});

/** Whoever sees numbers only in part is not told whether one belongs to somebody: they could find it out digit by digit. */
function proofOf({ db, actor }: QueryContext, caller: string, proof: z.output<typeof ClaimedProof>): Proof {
  if (proof.by !== 'number') return proof.by;
  if (!seesWhole(actor, 'contact_point', 'value')) return 'word';
  const { normal } = normalContactPoint('phone', proof.number, siteSettings(db).country);
  const known = db.first(statements.selectNumber({ records: caller, normal }));
  if (known === undefined || known.found === 0) return 'number-not-theirs';
  return known.forbidden === 1 ? 'number-do-not-use' : 'number';
}
