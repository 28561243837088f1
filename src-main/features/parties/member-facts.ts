// The facts of a party gathered from every record that is it, in the order of the records.

import type { ReadDb, Query } from '../../db';

/** `select` is a statement on the facts of one record. */
export const gathered = <Row>(
  db: ReadDb,
  members: readonly { readonly id: string }[],
  select: (key: { party: string }) => Query<Row>,
): Row[] =>
  members.length === 1
    ? db.all(select({ party: members[0]!.id }))
    : members.flatMap(({ id }) => db.all(select({ party: id })));
