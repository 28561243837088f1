// The rules of people, organisations and groups.

import type { partiesContract } from '@shared/features/parties/parties.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { PartyDraft } from '@shared/features/parties/party';
import { isCivilDate } from '@shared/locale/civil';
import { dayInZone } from '@shared/locale/zoned-time';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { fewSeen, scopeFor, type Actor } from '../../access';
import { compiled, tables, type ReadDb, type Tables } from '../../db';
import { timelineOf } from '../activities';
import { clusterOfRoot, rootIdOf } from '../clusters';
import { siteCountry, siteSettings, siteToday } from '../settings';
import { selectUserExists } from '../users';
import { searchedBy } from '../../search';
import { unmaskedUse } from './masked-use';
import { rightsOn } from './party-rights';
import { mergingHandlers } from './merging-handlers';
import { partyGraph } from './party-graph';
import { partyHistory } from './party-history';
import { insertPartyDraft } from './party-insert';
import { indexParties, listParties } from './party-list';
import { isUnknownUnit } from './party-update';
import type { PartyProjectionState } from './party-projection';
import { partyRecord } from './party-record';
import * as statements from './parties.sql';
import { updateMerged } from './update-merged';
import { withParty } from './with-party';

type Ops = (typeof partiesContract)['operations'];

/** When somebody with these particulars was erased, ms UTC, and by which erasure. */
export type ErasedBefore = (
  draft: Pick<PartyDraft, 'externalKey' | 'names' | 'identifiers' | 'contactPoints'>,
  country: string,
) => { readonly erasureId: string; readonly at: number } | undefined;

export interface Creating {
  readonly state: PartyProjectionState;
  readonly erasedBefore: ErasedBefore;
}

export function createPartiesService(creating: Creating): Handlers<typeof partiesContract> {
  return {
    create: (context, draft) => createParty(context, draft, creating),
    update(context, patch) {
      const on = patch.set?.birth?.on;
      if (on !== undefined && !isCivilDate(on)) return fail('parties.date-invalid', { on });
      return withParty(context, patch.id, (root) => updateMerged(context, root, patch));
    },
    get: (context, { id }) =>
      withParty(context, id, (party) => ok({ ...partyRecord(context.db, party), rights: rightsOn(context, party.id) })),
    list(context, query) {
      const used = unmaskedUse(context.actor, query);
      return used.ok ? listParties(context.db, { ...query, ...seenBy(context) }) : used;
    },
    index(context, query) {
      const used = unmaskedUse(context.actor, query);
      return used.ok ? ok(indexParties(context.db, { ...query, ...seenBy(context) })) : used;
    },
    timeline: (context, query) => withParty(context, query.partyId, () => timelineOf(context.db, query)),
    history: (context, query) =>
      withParty(context, query.partyId, (root) =>
        partyHistory(context.db, { ...query, partyIds: clusterOfRoot(context.db, root.id).memberIds }),
      ),
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
    ...mergingHandlers,
  };
}

/** Whom a list may show, and by what it may be searched. */
const seenBy = ({ db, actor, clock }: QueryContext) => ({
  by: searchedBy(actor),
  few: fewSeen(db, actor),
  today: siteToday(db, clock.now()),
});

/** Somebody new, by every rule of `parties.create`; for whoever writes a person down together with something else. */
export function createParty(
  context: CommandContext,
  draft: InputOf<Ops['create']>,
  { state, erasedBefore }: Creating,
): Answer<Ops['create']> {
  const { db, ids, at, actor } = context;
  if (draft.birth !== undefined && draft.birth !== null && !isCivilDate(draft.birth.on)) {
    return fail('parties.date-invalid', { on: draft.birth.on });
  }
  if (draft.ownerId !== undefined && draft.ownerId !== null && unknownUser(db, draft.ownerId)) {
    return fail('parties.owner-unknown', { ownerId: draft.ownerId });
  }
  if (isUnknownUnit(db, draft.unitId)) return fail('parties.unit-unknown', { unitId: draft.unitId });
  const returned = returning(context, draft, erasedBefore);
  if (!returned.ok) return returned;
  const owned = { ...draft, ownerId: draft.ownerId ?? ownerOfNew(actor) };
  return ok({
    id: insertPartyDraft({ db, ids, at, userId: actor.userId ?? '', country: siteCountry(db), state }, owned),
  });
}

/** Who was erased and comes back is written down only with the reason, which the log keeps. */
function returning(
  { db, because }: CommandContext,
  { returnReason, ...draft }: InputOf<Ops['create']>,
  erasedBefore: ErasedBefore,
): Result<object, Failure<'parties.was-erased'>> {
  const erased = erasedBefore(draft, siteCountry(db));
  if (erased === undefined) return ok({});
  const reason = cleanLine(returnReason ?? '');
  const on = dayInZone(erased.at, siteSettings(db).timeZone);
  if (reason === '') return fail('parties.was-erased', { ...erased, on });
  because(reason, { erasure: erased.erasureId });
  return ok({});
}

/** Who sees only some parties would lose sight of one that is nobody's. */
const ownerOfNew = (actor: Actor): string | null => (scopeFor(actor, 'parties.read') === 'all' ? null : actor.userId);

const unknownUser = (db: ReadDb, id: string): boolean => db.first(selectUserExists({ id })) === undefined;

function bulkUpdate(context: CommandContext, { ids, set }: InputOf<Ops['bulkUpdate']>): Answer<Ops['bulkUpdate']> {
  if (set.ownerId !== undefined && set.ownerId !== null && unknownUser(context.db, set.ownerId)) {
    return fail('parties.owner-unknown', { ownerId: set.ownerId });
  }
  if (isUnknownUnit(context.db, set.unitId)) return fail('parties.unit-unknown', { unitId: set.unitId });
  const roots = new Set(ids.map((id) => rootIdOf(context.db, id)));
  for (const id of roots) {
    const changed = withParty(context, id, (root) => updateMerged(context, root, { id, set }));
    if (changed.ok) continue;
    const { code, details } = changed.error;
    if (code === 'parties.not-found' || code === 'parties.owner-unknown') return fail(code, details);
    throw new Error(`setting fields of a party cannot fail by ${code}`);
  }
  return ok({ changed: roots.size });
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
  const roots = new Set(ids.map((id) => rootIdOf(db, id)));
  for (const id of roots) {
    const party = db.first(statements.selectPartyExists({ id }));
    if (party === undefined || (party.deleted_at !== null) !== inBin) return fail('parties.not-found', { id });
    if (Object.keys(columns).length > 0)
      db.run(compiled(tables.updateTable('party').set(columns).where('id', '=', id)));
  }
  return ok(roots.size);
}
