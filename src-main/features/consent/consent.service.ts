// Consent: writing down what people say, and telling what holds of it.

import type { consentContract, ConsentEntry, ConsentOfPurpose } from '@shared/features/consent/consent.contract';
import { holdingSaying, type Saying } from '@shared/features/consent/consent';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fold } from '@shared/text/fold';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { purposeOf, purposesOf, suppressedPointsOf } from '../privacy';
import { siteToday } from '../settings';
import { userRefs } from '../users';
import * as statements from './consent.sql';
import type { HistoryRow } from './consent.sql';
import { mayContact } from './may-contact';
import { personOf, sayingsOf, type Person } from './person';
import { writeSaying } from './write-saying';

type Ops = (typeof consentContract)['operations'];

export function createConsentService(): Handlers<typeof consentContract> {
  return {
    record,
    withdraw,
    list,
    may({ db, clock }, { partyId, purposeId, channel, brand }) {
      const person = personOf(db, partyId);
      if (person === undefined) return fail('consent.party-not-found', { id: partyId });
      const purpose = purposeOf(db, purposeId);
      if (purpose === undefined) return fail('privacy.purpose-not-found', { id: purposeId });
      const today = siteToday(db, clock.now());
      const { saying, points, ...verdict } = mayContact(db, person, { purpose, channel, brand: brand ?? null, today });
      return ok({ ...verdict, points: [...points], basis: purpose.basis, since: saying?.at ?? null });
    },
  };
}

/** Sayings of the clock's own tomorrow are slips; a minute is the difference of two clocks. */
const CLOCK_SLACK_MS = 60_000;

function record(context: CommandContext, input: InputOf<Ops['record']>): Answer<Ops['record']> {
  const { db } = context;
  const { purposeId, wordingId } = input;
  const known = checked(context, input);
  if (!known.ok) return known;
  if (purposeOf(db, purposeId) === undefined) return fail('privacy.purpose-not-found', { id: purposeId });
  if (wordingId && db.first(statements.selectWordingOf({ id: wordingId, purpose: purposeId })) === undefined)
    return fail('consent.wording-unknown', { id: wordingId });
  return ok({ ids: writeSaying(context, known.value, input) });
}

function withdraw(context: CommandContext, input: InputOf<Ops['withdraw']>): Answer<Ops['withdraw']> {
  const known = checked(context, input);
  if (!known.ok) return known;
  if (purposeOf(context.db, input.purposeId) === undefined)
    return fail('privacy.purpose-not-found', { id: input.purposeId });
  return ok({ ids: writeSaying(context, known.value, { ...input, action: 'withdrawn' }) });
}

function checked(
  { db, at: now }: CommandContext,
  { partyId, attachmentId, at }: { partyId: string; attachmentId?: string | null | undefined; at?: number | undefined },
): Result<Person, Failure<'consent.party-not-found' | 'consent.in-future' | 'consent.file-unknown'>> {
  const person = personOf(db, partyId);
  if (person === undefined) return fail('consent.party-not-found', { id: partyId });
  if (at !== undefined && at > now + CLOCK_SLACK_MS) return fail('consent.in-future');
  if (attachmentId && db.first(statements.selectFileOf(attachmentId, person.records)) === undefined)
    return fail('consent.file-unknown', { id: attachmentId });
  return ok(person);
}

function list({ db }: QueryContext, { partyId }: InputOf<Ops['list']>): Answer<Ops['list']> {
  const person = personOf(db, partyId);
  if (person === undefined) return fail('consent.party-not-found', { id: partyId });
  const sayings = sayingsOf(db, person);
  const purposes = purposesOf(db)
    .map(({ id, names, basis, active }): ConsentOfPurpose => {
      const about = sayings.filter(({ purposeId }) => purposeId === id);
      return { id, names, basis, active, holding: holdingOf(about, person) };
    })
    .filter(({ active, holding }) => active || holding.length > 0);
  const users = userRefs(db);
  const history = withoutRepeats(db.all(statements.selectHistory(person.records))).map((row) => entryOf(row, users));
  return ok({ purposes, history, suppressedPointIds: [...suppressedPointsOf(db, person.records)] });
}

function holdingOf(sayings: readonly Saying[], { joinedAt }: Person): ConsentOfPurpose['holding'] {
  const asked = new Map(sayings.map((saying) => [`${saying.channel} ${fold(saying.brand ?? '')}`, saying]));
  return [...asked.values()].flatMap(({ purposeId, channel, brand }) => {
    const holding = holdingSaying(sayings, { purposeId, channel, brand }, joinedAt);
    return holding === null ? [] : [{ channel, brand, action: holding.action, at: holding.at }];
  });
}

/** One word of a person, written to each record that is them, is told once. */
function withoutRepeats(rows: readonly HistoryRow[]): HistoryRow[] {
  const keyOf = (row: HistoryRow): string =>
    JSON.stringify([row.at, row.purpose_id, row.channel, row.brand, row.action, row.by_id, row.evidence]);
  return [...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values()].toReversed();
}

const entryOf = (row: HistoryRow, users: ReturnType<typeof userRefs>): ConsentEntry => ({
  id: row.id,
  partyId: row.party_id,
  purposeId: row.purpose_id,
  channel: row.channel,
  brand: row.brand,
  action: row.action,
  at: row.at,
  by: users(row.by_id),
  source: row.source,
  givenBy: row.given_by,
  wording:
    row.wording_id === null || row.wording_language === null
      ? null
      : {
          id: row.wording_id,
          language: row.wording_language,
          version: row.wording_version ?? 0,
          text: row.wording_text ?? '',
        },
  evidence: row.evidence,
  attachmentId: row.attachment_id,
});
