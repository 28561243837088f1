// Statements on leads and their steps.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type LeadRow = Tables['lead'];

export const insertLead = statement<LeadRow>((arg) =>
  tables.insertInto('lead').values({
    id: arg('id'),
    party_id: arg('party_id'),
    interest: arg('interest'),
    source: arg('source'),
    received_at: arg('received_at'),
    amount: arg('amount'),
    currency: arg('currency'),
    owner_id: arg('owner_id'),
    unit_id: arg('unit_id'),
    note: arg('note'),
    external_key: arg('external_key'),
    created_at: arg('created_at'),
    created_by: arg('created_by'),
    deleted_at: arg('deleted_at'),
    state: arg('state'),
    state_at: arg('state_at'),
    responded_at: arg('responded_at'),
  }),
);

export const insertLeadEvent = statement<Tables['lead_event']>((arg) =>
  tables.insertInto('lead_event').values({
    id: arg('id'),
    lead_id: arg('lead_id'),
    party_id: arg('party_id'),
    to_state: arg('to_state'),
    at: arg('at'),
    by_id: arg('by_id'),
    activity_id: arg('activity_id'),
    reason_id: arg('reason_id'),
    words: arg('words'),
  }),
);

export const updateLead = (id: string, columns: Partial<LeadRow>): Query =>
  compiled(tables.updateTable('lead').set(columns).where('id', '=', id));

export const selectLead = statement<{ id: string }, LeadRow>((arg) =>
  tables.selectFrom('lead').selectAll().where('id', '=', arg('id')),
);

export const selectAnyLead = statement<object, { id: string }>(() => tables.selectFrom('lead').select('id').limit(1));

/** Oldest first. */
export const selectLeadEvents = statement<{ lead: string }, Tables['lead_event']>((arg) =>
  tables.selectFrom('lead_event').selectAll().where('lead_id', '=', arg('lead')).orderBy('at').orderBy('id'),
);

/** Newest first. */
export const selectLastEvent = statement<{ lead: string }, Tables['lead_event']>((arg) =>
  tables
    .selectFrom('lead_event')
    .selectAll()
    .where('lead_id', '=', arg('lead'))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);

type StepActivity = Pick<Tables['activity'], 'id' | 'kind' | 'subject'>;

export const selectStepActivities = statement<{ lead: string }, StepActivity>(
  (arg) => sql<StepActivity>`select activity.id, activity.kind, activity.subject from lead_event
    cross join activity on activity.id = lead_event.activity_id
    where lead_event.lead_id = ${arg('lead')} and activity.deleted_at is null`,
);

export const selectDealsOf = statement<{ lead: string }, Pick<Tables['deal'], 'id' | 'title' | 'state'>>((arg) =>
  tables
    .selectFrom('deal')
    .select(['id', 'title', 'state'])
    .where('lead_id', '=', arg('lead'))
    .where('deleted_at', 'is', null)
    .orderBy('id'),
);

/** Leads of some parties, and of whoever is one with them. */
export const selectLeadsOfParties = statement<{ parties: string }, { id: string }>(
  (arg) => sql<{ id: string }>`
    with root as (select distinct coalesce(party.root_id, party.id) as id from json_each(${arg('parties')}) wanted
      cross join party on party.id = wanted.value)
    select lead.id from root cross join lead indexed by lead_by_party on lead.party_id = root.id
    union select lead.id from root cross join party member on member.root_id = root.id
      cross join lead indexed by lead_by_party on lead.party_id = member.id`,
);

/**
 * When the office first turned to whoever a lead is of, after it was received: a step on from new, or an activity by us. A call, a
 * visit or a meeting is one unless it came in; a letter or a message when it went out; a note never. What was only planned does not count.
 */
export const selectFirstResponse = statement<{ lead: string }, { at: number | null }>(
  (arg) => sql<{ at: number | null }>`
    with own as materialized (select id, party_id, received_at from lead where id = ${arg('lead')}),
      root as materialized (select coalesce(party.root_id, party.id) as id from own cross join party on party.id = own.party_id),
      member as materialized (select id from root union select party.id from root cross join party on party.root_id = root.id)
    select min(at) as at from (
      select min(activity.at) as at from own cross join member
        cross join activity_party on activity_party.party_id = member.id and activity_party.at >= own.received_at
        cross join activity on activity.id = activity_party.activity_id
        where activity.deleted_at is null and activity.at <= activity.created_at + 300000 and (
          (activity.kind in ('call', 'visit', 'meeting') and coalesce(activity.direction, '') <> 'incoming')
          or (activity.kind in ('letter', 'message') and activity.direction = 'outgoing'))
      union all
      select min(lead_event.at) from own cross join lead_event on lead_event.lead_id = own.id
        where lead_event.to_state in ('contacted', 'talks', 'qualified'))`,
);

interface Standing {
  readonly owner_id: string | null;
  readonly open: number;
  readonly waiting: number;
  readonly overdue: number;
}

/** Open leads by owner; `before`: received earlier and without a response is overdue. */
export const selectStanding = statement<{ before: number }, Standing>(
  (arg) => sql<Standing>`select owner_id, count(*) as open, sum(responded_at is null) as waiting,
      sum(responded_at is null and received_at < ${arg('before')}) as overdue
    from lead indexed by lead_by_received where deleted_at is null and state in ('new', 'contacted', 'talks')
    group by owner_id order by open desc, owner_id`,
);
