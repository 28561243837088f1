// People who may be entered twice: warned of while typing, queued for review, called different by a person. Nothing is ever merged here.

import { z } from 'zod';
import type { duplicatesContract } from '@shared/features/duplicates/duplicates.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import { siteCountry } from '../settings';
import { createBaseJudge, type BaseJudge } from './base-judge';
import * as statements from './duplicates.sql';
import { findMatches, matchOf, probeIdentity } from './find-matches';
import { knownParties } from './identity-facts';
import { pairsOf, type ListedPair } from './listed-pairs';
import { MOST_ONE_BY_ONE, scanForDuplicates } from './scan-job';
import { selectChangedParties, selectLastScan } from './scan.sql';

type Ops = (typeof duplicatesContract)['operations'];

export function createDuplicatesService(): Handlers<typeof duplicatesContract> {
  const judgeOf = createBaseJudge();
  return {
    check(context, { probe, limit }) {
      const { db } = context;
      const identity = probeIdentity(context, probe, siteCountry(db));
      const matches = findMatches({ db, base: judgeOf(db) }, identity, null);
      return ok({ matches: matches.slice(0, limit).map(matchOf) });
    },
    ofParty({ db }, { id, limit }) {
      const [party] = knownParties(db, [id]).values();
      if (party === undefined) return fail('duplicates.party-not-found', { id });
      const own = party.row.id;
      const different = new Set(db.all(statements.selectDifferentFrom({ party: own })).map((row) => row.id));
      const matches = findMatches({ db, base: judgeOf(db) }, party.identity, own);
      const open = matches.filter((match) => !different.has(match.party.row.id));
      return ok({ matches: open.slice(0, limit).map(matchOf) });
    },
    list: (context, query) =>
      query.state === 'open'
        ? listOpen(context, query, judgeOf(context.db))
        : listDismissed(context, query, judgeOf(context.db)),
    lastScan({ db }) {
      const last = db.first(selectLastScan({}));
      if (last === undefined) return ok({ last: null });
      const changed = db.all(selectChangedParties({ after: last.through_change, limit: MOST_ONE_BY_ONE + 1 })).length;
      const count = { value: Math.min(changed, MOST_ONE_BY_ONE), capped: changed > MOST_ONE_BY_ONE };
      return ok({ last: { finishedAt: last.finished_at, parties: last.parties, changed: count } });
    },
    scan: async (context, input) => ok({ jobId: context.startJob(scanForDuplicates.name, input).id }),
    dismiss,
    reopen({ db }, pair) {
      const verdict = db.first(statements.selectVerdict(ordered(pair)));
      if (verdict === undefined) return fail('duplicates.not-dismissed');
      db.run(statements.deleteVerdict(verdict.id));
      return ok({});
    },
  };
}

interface TwoIds {
  readonly partyId: string;
  readonly otherId: string;
}

const ordered = ({ partyId, otherId }: TwoIds): { party: string; other: string } =>
  partyId < otherId ? { party: partyId, other: otherId } : { party: otherId, other: partyId };

function dismiss({ db, actor, ids, at }: CommandContext, pair: TwoIds): Answer<Ops['dismiss']> {
  const { party, other } = ordered(pair);
  const known = [...knownParties(db, [party, other]).keys()];
  if (party === other) return fail('duplicates.same-party');
  // What was merged or thrown away meanwhile is no party of its own any more.
  const missing = [party, other].find((id) => !known.includes(id));
  if (missing !== undefined) return fail('duplicates.party-not-found', { id: missing });
  if (db.first(statements.selectVerdict({ party, other })) !== undefined) return ok({});
  db.run(
    statements.insertVerdict({
      id: ids(),
      party_id: party,
      other_party_id: other,
      verdict: 'different',
      at,
      by_id: actor.userId ?? '',
    }),
  );
  return ok({});
}

type ListInput = InputOf<Ops['list']>;

function listOpen(context: QueryContext, { band, after, limit }: ListInput, base: BaseJudge): Answer<Ops['list']> {
  const place = after === undefined ? undefined : readCursor(z.tuple([z.number(), z.string()]), after);
  if (after !== undefined && place === undefined) return fail('duplicates.cursor-invalid');
  const rows = context.db.all(statements.selectOpen({ band, after: place, limit: limit + 1 }));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const listed = shown.map((row): ListedPair => ({ party: row.party_id, other: row.other_party_id, verdict: null }));
  return ok({
    // What changed since it was found and no longer looks alike waits for the next search to go.
    pairs: pairsOf(context, base, listed).filter((pair) => pair.band !== null),
    next: rows.length > limit && last !== undefined ? writeCursor([last.weight, last.id]) : null,
    count: capped(context.db.first(statements.countOpen(band))?.value ?? 0),
  });
}

/** Later than any decision. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

function listDismissed(context: QueryContext, { after, limit }: ListInput, base: BaseJudge): Answer<Ops['list']> {
  const place =
    after === undefined ? ([END_OF_TIME, ''] as const) : readCursor(z.tuple([z.number(), z.string()]), after);
  if (place === undefined) return fail('duplicates.cursor-invalid');
  const rows = context.db.all(statements.selectDismissed({ at: place[0], id: place[1], limit: limit + 1 }));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const listed = shown.map((row): ListedPair => ({ party: row.party_id, other: row.other_party_id, verdict: row }));
  return ok({
    pairs: pairsOf(context, base, listed),
    next: rows.length > limit && last !== undefined ? writeCursor([last.at, last.id]) : null,
    count: capped(context.db.first(statements.countDismissed({}))?.value ?? 0),
  });
}

const capped = (found: number): { value: number; capped: boolean } => ({
  value: Math.min(found, statements.COUNT_CAP),
  capped: found > statements.COUNT_CAP,
});
