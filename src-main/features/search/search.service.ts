// Search everywhere: parties first, then activities with the room that is left, each with why it was found.

import type { SearchHit, searchContract } from '@shared/features/search/search.contract';
import { ok } from '@shared/core/result';
import { fewSeen } from '../../access';
import type { Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import { findActivities, findParties, searchedBy, type PartyMatch } from '../../search';
import * as statements from './search.sql';

/** Room kept for activities even when parties alone could fill the list. */
const LEAST_ACTIVITIES = 4;

export function createSearchService(): Handlers<typeof searchContract> {
  return {
    find({ db, actor }, { text, limit, scopes }) {
      const kinds = scopes?.filter((scope) => scope !== 'activity');
      const wantsActivities = (scopes === undefined || scopes.includes('activity')) && actor.can('activities.read');
      const options = {
        by: searchedBy(actor),
        few: fewSeen(db, actor),
        ...(scopes === undefined ? {} : { kinds: new Set<string>(kinds) }),
      };
      const parties = kinds?.length === 0 ? [] : findParties(db, text, { ...options, limit: limit + 1 });
      const most = Math.max(limit - parties.length, Math.min(LEAST_ACTIVITIES, limit));
      const activities = wantsActivities ? findActivities(db, text, most + 1) : [];
      const room = Math.max(limit - parties.length, Math.min(LEAST_ACTIVITIES, activities.length, limit));
      const hits = [
        ...parties
          .slice(0, limit - (wantsActivities ? Math.min(room, activities.length) : 0))
          .flatMap((match) => partyHit(db, match)),
        ...activities.slice(0, room).flatMap((id) => activityHit(db, id)),
      ];
      return ok({ hits, more: parties.length + activities.length > hits.length });
    },
  };
}

function partyHit(db: ReadDb, { partyId, matched }: PartyMatch): SearchHit[] {
  const party = db.first(statements.selectPartyHit({ id: partyId }));
  if (party === undefined) return [];
  const subtitle =
    (matched === 'email' ? party.primary_email : party.primary_phone) ?? party.primary_email ?? party.city;
  return [
    {
      entity: 'party',
      id: party.id,
      kind: party.kind,
      title: party.display_name,
      subtitle,
      matched,
      at: party.last_activity_at,
    },
  ];
}

function activityHit(db: ReadDb, id: string): SearchHit[] {
  const activity = db.first(statements.selectActivityHit({ id }));
  if (activity === undefined) return [];
  return [
    {
      entity: 'activity',
      id,
      kind: activity.kind,
      title: activity.subject,
      subtitle: activity.party_name,
      matched: 'activity',
      at: activity.at,
    },
  ];
}
