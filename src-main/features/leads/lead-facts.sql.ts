// What is known of the parties of some leads, for their scores: asked for a whole page at once, and as its reader sees them.

import { sql, statement } from '../../db';

export interface LeadFacts {
  readonly lead: string;
  readonly phones: number;
  readonly mails: number;
  /** `<ms UTC> <action>` of the last thing said about being contacted. */
  readonly said: string | null;
  readonly last_contact: number | null;
  readonly answers: number;
  readonly customer: number;
  readonly known_since: number;
}

/** `asked`: a JSON list of `{lead, party, at}`. Records merged into one party are asked together. */
export const selectLeadFacts = statement<{ asked: string; today: string; now: number }, LeadFacts>(
  (arg) => sql<LeadFacts>`
    with asked as materialized (select value ->> 'lead' as lead, value ->> 'at' as at, coalesce(party.root_id, party.id) as root
        from json_each(${arg('asked')}) cross join party on party.id = value ->> 'party'),
      member as materialized (select lead, at, party.id, party.created_at from asked cross join party on party.id = asked.root
        union all select lead, at, party.id, party.created_at from asked cross join party on party.root_id = asked.root)
    select lead,
      max(exists(select 1 from contact_point point where point.party_id = member.id and point.kind in ('phone', 'messenger')
        and point.do_not_use = 0 and (point.to_on is null or point.to_on >= ${arg('today')}))) as phones,
      max(exists(select 1 from contact_point point where point.party_id = member.id and point.kind = 'email'
        and point.do_not_use = 0 and (point.to_on is null or point.to_on >= ${arg('today')}))) as mails,
      max((select said.at || ' ' || said.action from consent_event said where said.party_id = member.id
        order by said.at desc, said.id desc limit 1)) as said,
      max((select activity.at from activity_party taking cross join activity on activity.id = taking.activity_id
        where taking.party_id = member.id and taking.at <= ${arg('now')} and taking.kind <> 'note' and activity.deleted_at is null
        order by taking.at desc limit 1)) as last_contact,
      sum((select count(*) from (select 1 from activity_party taking cross join activity on activity.id = taking.activity_id
        where taking.party_id = member.id and taking.at > member.at and activity.direction = 'incoming' and activity.deleted_at is null
        limit 2))) as answers,
      max(exists(select 1 from party_role role where role.party_id = member.id and role.type in ('customer', 'patient')
        and role.stage <> 'ended')) as customer,
      min(member.created_at) as known_since
    from member group by lead`,
);
