// Handing facts from one side of a separation to the other: an ordinary update that the ledger captures and undo takes back.

import type { SingleField } from '@shared/features/parties/cluster';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { WriteDb } from '../../db';
import * as statements from './facts.sql';
import type { FactEntity } from './facts.sql';
import { giveField } from './fields-since';

interface Sides {
  readonly leaving: readonly string[];
  readonly staying: readonly string[];
  /** Where in the ledger the two sides became one. */
  readonly after: number;
  /** The record that stands for a side after the separation. */
  headOf(side: readonly string[]): string;
}

interface Fact {
  readonly entity: FactEntity | 'party';
  readonly id: string;
  /** Of a party itself: which single-valued field. */
  readonly field?: SingleField | undefined;
}

type Refusal = 'parties.part-not-found' | 'parties.last-name';

/** Each fact goes to whoever stands for the other side. */
export function handOver(db: WriteDb, facts: readonly Fact[], sides: Sides): Result<void, Failure<Refusal>> {
  const givers = new Set<string>();
  for (const fact of facts) {
    if (fact.entity === 'party') {
      if (!handField(db, fact, sides)) return fail('parties.part-not-found', { id: fact.id });
      continue;
    }
    const { entity, id } = fact;
    const row = db.first(statements.selectHolder(entity, id));
    const ends = [row?.party_id, row?.other_id].filter(
      (id) => typeof id === 'string' && (sides.leaving.includes(id) || sides.staying.includes(id)),
    );
    const [giver] = ends;
    // A relationship between two of them belongs to both.
    if (typeof giver !== 'string' || ends.length > 1) return fail('parties.part-not-found', { id });
    const taker = sides.headOf(sides.leaving.includes(giver) ? sides.staying : sides.leaving);
    give(db, { entity, id }, { giver, taker });
    if (entity === 'party_name') givers.add(giver);
  }
  for (const giver of givers) {
    if (db.first(statements.selectAnyName({ party: giver })) === undefined)
      return fail('parties.last-name', { id: giver });
  }
  return ok(undefined);
}

function handField(db: WriteDb, { id, field }: Fact, sides: Sides): boolean {
  const leaves = sides.leaving.includes(id);
  if (field === undefined || (!leaves && !sides.staying.includes(id))) return false;
  const taker = sides.headOf(leaves ? sides.staying : sides.leaving);
  return giveField(db, { field, giver: id, taker, after: sides.after });
}

interface RowFact {
  readonly entity: FactEntity;
  readonly id: string;
}

function give(db: WriteDb, { entity, id }: RowFact, { giver, taker }: { giver: string; taker: string }): void {
  if (entity === 'relationship') {
    db.run(statements.giveRelationship({ id, giver, taker }));
    return;
  }
  if (entity === 'authority') {
    db.run(statements.giveAuthority({ id, giver, taker }));
    db.run(statements.giveQuestions({ authority: id }));
    return;
  }
  if (entity === 'activity_party' && db.first(statements.selectSameActivity({ id, party: taker })) !== undefined) {
    // Both took part: what is given up is only that the giver did.
    db.run(statements.removeParticipation({ id }));
    return;
  }
  db.run(statements.giveFact(entity, id, taker));
  if (entity === 'party_role') db.run(statements.giveStages({ role: id, taker }));
  if (entity === 'deal' || entity === 'lead') for (const part of statements.giveParts(entity, id, taker)) db.run(part);
}
