// Whoever stands for some parties, by what a list shows of them.

import { sql, statement, type Tables } from '../../db';

export interface RefRow {
  /** The record that was asked for. */
  readonly party_id: string;
  readonly id: string;
  readonly kind: Tables['party']['kind'];
  readonly name: string;
}

export const selectPartyRefs = statement<{ parties: string }, RefRow>(
  (
    arg,
  ) => sql<RefRow>`select wanted.value as party_id, coalesce(root.id, party.id) as id, coalesce(root.kind, party.kind) as kind,
      coalesce(root.display_name, party.display_name) as name
    from json_each(${arg('parties')}) wanted cross join party on party.id = wanted.value left join party root on root.id = party.root_id`,
);
