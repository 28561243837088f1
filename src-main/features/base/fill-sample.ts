// Stores the invented sample office: its staff, its parties, their relationships and their history.

import { ActivityDraft } from '@shared/features/activities/activity';
import { PartyDraft } from '@shared/features/parties/party';
import { ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { foldLogin } from '../../keys';
import { insertActivity } from '../activities';
import { insertAuthority, insertQuestion, newAuthority } from '../authority';
import { insertPartyDraft, type PartyProjectionState } from '../parties';
import { insertRelationship } from '../relationships';
import { endRole, selectRolesOfParty } from '../roles';
import type { SampleOffice } from '../sample';
import { siteCountry } from '../settings';
import { insertUser, selectUsers } from '../users';
import { inBatches } from './generate';
import { storeDeals } from './sample-deals';
import { storeLeads } from './sample-leads';
import { storeQuotes } from './sample-quotes';
import { storeConsents } from './sample-consents';
import { storeTasks } from './sample-tasks';
import { reviewSample, storePrivacy } from './sample-privacy';

const SEED = 1447;

export async function fillWithSample(
  context: ActionContext,
  state: PartyProjectionState,
): Promise<{ parties: number; activities: number }> {
  // Loaded when wanted: names and stories of an office are no part of starting up.
  const { sampleOffice } = await import('../sample');
  const { storeProducts } = await import('./sample-products');
  const office = sampleOffice({ now: context.clock.now(), seed: SEED });
  const filling = { context, groupId: context.ids() };
  const staff = storeStaff(filling, office);
  const parties = await storeParties(filling, office, { state, staff });
  const known = { party: (key: string) => idOf(parties, key), user: (key: string) => idOf(staff, key) };
  await storePrivacy({ ...filling, state }, office.privacy, known);
  storeConsents(context, filling.groupId, peopleOf(office, parties));
  await storeRelationships(filling, office, parties);
  await storeAuthorities(filling, office, parties);
  await storeActivities(filling, office, { parties, staff });
  storeProducts(filling);
  storeDeals(filling, office.deals, known);
  storeLeads(filling, office.leads, known);
  await storeTasks(filling, office.tasks, known);
  await storeQuotes(context, filling.groupId);
  await reviewSample(filling);
  return { parties: office.parties.length, activities: office.activities.length };
}

/** Whoever may be asked: people, in their language. */
const peopleOf = (office: SampleOffice, ids: Ids) =>
  office.parties.flatMap(({ key, draft }) =>
    draft.kind === 'person' ? [{ id: idOf(ids, key), language: draft.language ?? null }] : [],
  );

/** Everything the sample brings is one group of operations. */
interface Filling {
  readonly context: ActionContext;
  readonly groupId: string;
}

type Ids = ReadonlyMap<string, string>;

const idOf = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample office knows no ${key}`);
  return id;
};

/** Names for owners and authors. They hold no key slot: nobody can unlock the base as one of them. A login in use is its holder's. */
function storeStaff({ context, groupId }: Filling, office: SampleOffice): Ids {
  const ids = new Map<string, string>();
  context.commit(
    ({ db, at }) => {
      const present = new Map(db.all(selectUsers({})).map((user) => [foldLogin(user.login), user.id]));
      for (const { key, login, displayName, role } of office.users) {
        const known = present.get(foldLogin(login));
        const id = known ?? context.ids();
        ids.set(key, id);
        if (known !== undefined) continue;
        db.run(
          insertUser({
            id,
            login,
            display_name: displayName,
            role,
            status: 'active',
            created_at: at,
            preferences: null,
          }),
        );
      }
      return ok(undefined);
    },
    { groupId },
  );
  return ids;
}

async function storeParties(
  filling: Filling,
  office: SampleOffice,
  { state, staff }: { state: PartyProjectionState; staff: Ids },
): Promise<Ids> {
  const { context } = filling;
  const ids = new Map<string, string>();
  const country = siteCountry(context.db);
  const ends = new Map(office.roleEnds.map((end) => [end.partyKey, end]));
  await inBatches(filling, office.parties, ({ db, at }, { key, draft, ownerKey }) => {
    const ownerId = ownerKey === undefined || ownerKey === null ? null : idOf(staff, ownerKey);
    const parsed = PartyDraft.parse({ ...draft, ownerId, roles: draft.roles?.map((role) => ({ ...role, ownerId })) });
    const storing = { db, ids: context.ids, at, userId: ownerId ?? context.actor.userId ?? '' };
    const id = insertPartyDraft({ ...storing, country, state }, parsed);
    ids.set(key, id);
    const end = ends.get(key);
    const role = db.all(selectRolesOfParty({ party: id })).find(({ type }) => type === end?.roleType);
    if (end !== undefined && role !== undefined) {
      endRole({ ...storing, at: at + 1 }, role, { ...end, winBackOn: end.winBackOn ?? null });
      state.fresh.delete(id);
    }
  });
  return ids;
}

const storeRelationships = (filling: Filling, office: SampleOffice, parties: Ids): Promise<void> =>
  inBatches(filling, office.relationships, ({ db }, edge) => {
    db.run(
      insertRelationship({
        id: filling.context.ids(),
        from_party_id: idOf(parties, edge.fromKey),
        to_party_id: idOf(parties, edge.toKey),
        type: edge.type,
        position: edge.position ?? null,
        note: edge.note ?? null,
        from_on: edge.fromOn ?? null,
        to_on: edge.toOn ?? null,
      }),
    );
  });

const storeAuthorities = (filling: Filling, office: SampleOffice, parties: Ids): Promise<void> =>
  inBatches(filling, office.authorities, ({ db, at }, { agentKey, subjectKey, questions = [], ...terms }) => {
    const by = { at, userId: filling.context.actor.userId ?? '' };
    const between = { partyId: idOf(parties, subjectKey), agentId: idOf(parties, agentKey) };
    const authorityId = filling.context.ids();
    db.run(insertAuthority(newAuthority(authorityId, { ...between, ...terms }, by)));
    for (const question of questions)
      insertQuestion({ db, at, ids: filling.context.ids }, { ...question, partyId: between.partyId, authorityId });
  });

const storeActivities = (
  filling: Filling,
  office: SampleOffice,
  { parties, staff }: { parties: Ids; staff: Ids },
): Promise<void> =>
  inBatches(filling, office.activities, ({ db }, { draft, partyKeys, authorKey }) => {
    const activity = ActivityDraft.parse({ ...draft, partyIds: partyKeys.map((key) => idOf(parties, key)) });
    insertActivity(
      { db, ids: filling.context.ids },
      { ...activity, at: draft.at, authorId: idOf(staff, authorKey), createdAt: draft.at },
    );
  });
