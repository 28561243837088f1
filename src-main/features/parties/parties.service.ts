// The rules of people, organisations and groups.

import type { partiesContract } from '@shared/features/parties/parties.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { isCivilDate } from '@shared/locale/civil';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { compiled, tables, type ReadDb, type Tables } from '../../db';
import { timelineOf } from '../activities';
import { siteCountry, siteToday } from '../settings';
import { selectUserExists } from '../users';
import { partyGraph } from './party-graph';
import { partyHistory } from './party-history';
import { insertPartyDraft } from './party-insert';
import { indexParties, listParties } from './party-list';
import type { PartyProjectionState } from './party-projection';
import { partyRecord } from './party-record';
import { updateParty } from './party-update';
import * as statements from './parties.sql';

export function createPartiesService(state: PartyProjectionState): Handlers<typeof partiesContract> {
  return {
    create(context, draft) {
      if (draft.birth !== undefined && draft.birth !== null && !isCivilDate(draft.birth.on)) {
        return fail('parties.date-invalid', { on: draft.birth.on });
      }
      if (draft.ownerId !== undefined && draft.ownerId !== null && unknownUser(context.db, draft.ownerId)) {
        return fail('parties.owner-unknown', { ownerId: draft.ownerId });
      }
      const { db, ids, at, actor } = context;
      return ok({
        id: insertPartyDraft({ db, ids, at, userId: actor.userId ?? '', country: siteCountry(db), state }, draft),
      });
    },
    update(context, patch) {
      const on = patch.set?.birth?.on;
      if (on !== undefined && !isCivilDate(on)) return fail('parties.date-invalid', { on });
      return updateParty(context, patch);
    },
    get: (context, { id }) => withParty(context, id, (party) => ok(partyRecord(context.db, context.actor, party))),
    list: ({ db }, query) => listParties(db, query),
    index: ({ db }, query) => ok(indexParties(db, query)),
    timeline: (context, query) => withParty(context, query.partyId, () => timelineOf(context.db, query)),
    history: (context, query) =>
      withParty(context, query.partyId, () => partyHistory(context.db, context.actor, query)),
    graph: (context, { id, depth, asOf }) =>
      withParty(context, id, (party) =>
        ok(partyGraph(context.db, { party, depth, asOf, today: siteToday(context.db, context.clock.now()) })),
      ),
    bulkUpdate: (context, input) => bulkUpdate(context, input),
    remove(context, { ids }) {
      const removed = setOnAll(context, ids, { columns: { deleted_at: context.at }, inBin: false });
      return removed.ok ? ok({ removed: removed.value }) : removed;
    },
    restore(context, { ids }) {
      const restored = setOnAll(context, ids, { columns: { deleted_at: null }, inBin: true });
      return restored.ok ? ok({ restored: restored.value }) : restored;
    },
  };
}

function withParty<T, E>(
  { db }: QueryContext,
  id: string,
  use: (party: Tables['party']) => Result<T, E>,
): Result<T, E | Failure<'parties.not-found'>> {
  const party = db.first(statements.selectParty({ id }));
  return party === undefined ? fail('parties.not-found', { id }) : use(party);
}

const unknownUser = (db: ReadDb, id: string): boolean => db.first(selectUserExists({ id })) === undefined;

type Ops = (typeof partiesContract)['operations'];

function bulkUpdate(context: CommandContext, { ids, set }: InputOf<Ops['bulkUpdate']>): Answer<Ops['bulkUpdate']> {
  if (set.ownerId !== undefined && set.ownerId !== null && unknownUser(context.db, set.ownerId)) {
    return fail('parties.owner-unknown', { ownerId: set.ownerId });
  }
  const columns: Partial<Tables['party']> = {};
  if (set.ownerId !== undefined) columns.owner_id = set.ownerId;
  if (set.status !== undefined) columns.status = set.status;
  if (set.language !== undefined) columns.language = set.language;
  const changed = setOnAll(context, ids, { columns, inBin: false });
  return changed.ok ? ok({ changed: changed.value }) : changed;
}

interface BulkChange {
  readonly columns: Partial<Tables['party']>;
  /** Where the parties must be now: in the recycle bin or out of it. */
  readonly inBin: boolean;
}

/** If one id names no such party, nothing is changed at all. */
function setOnAll(
  { db }: CommandContext,
  ids: readonly string[],
  { columns, inBin }: BulkChange,
): Result<number, Failure<'parties.not-found'>> {
  for (const id of new Set(ids)) {
    const party = db.first(statements.selectPartyExists({ id }));
    if (party === undefined || (party.deleted_at !== null) !== inBin) return fail('parties.not-found', { id });
    if (Object.keys(columns).length > 0)
      db.run(compiled(tables.updateTable('party').set(columns).where('id', '=', id)));
  }
  return ok(new Set(ids).size);
}
