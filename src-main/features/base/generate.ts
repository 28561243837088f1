// Fills a base with invented data of any size, in committed batches, through the same storing code as typing and import.

import { ActivityDraft } from '@shared/features/activities/activity';
import { PartyDraft } from '@shared/features/parties/party';
import { ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { narrowCache, widenCache } from '../../db';
import { insertActivity } from '../activities';
import { insertPartyDraft, type PartyProjectionState } from '../parties';
import { insertRelationship } from '../relationships';
import { siteCountry } from '../settings';

export interface GenerateInput {
  readonly parties: number;
  readonly activities: number;
  readonly seed: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** One commit; the larger, the fewer times an index page is enciphered. */
const BATCH = 5000;
const REPORT_EVERY = 2000;

export async function generateInto(
  context: ActionContext,
  state: PartyProjectionState,
  input: GenerateInput,
): Promise<{ parties: number; activities: number }> {
  const { generateActivities, generateParties, generateRelationships } = await import('../sample');
  const total = input.parties + input.activities;
  const country = siteCountry(context.db);
  const userId = context.actor.userId ?? '';
  const now = context.clock.now();
  const ids: string[] = [];
  const { parties, seed } = input;
  context.local(widenCache);
  await inBatches(context, generateParties({ count: parties, seed }), (work, { draft }) => {
    ids.push(
      insertPartyDraft({ db: work.db, ids: context.ids, at: work.at, userId, country, state }, PartyDraft.parse(draft)),
    );
    if (ids.length % REPORT_EVERY === 0) input.onProgress(ids.length, total);
  });
  await inBatches(context, generateRelationships({ partyCount: parties, seed }), (work, edge) => {
    const [from, to] = [ids[edge.fromIndex], ids[edge.toIndex]];
    if (from === undefined || to === undefined) return;
    work.db.run(
      insertRelationship({
        id: context.ids(),
        from_party_id: from,
        to_party_id: to,
        type: edge.type,
        position: edge.position ?? null,
        note: null,
        from_on: edge.fromOn ?? null,
        to_on: edge.toOn ?? null,
      }),
    );
  });
  let activities = 0;
  await inBatches(
    context,
    generateActivities({ count: input.activities, seed, partyCount: parties, now }),
    (work, { draft, partyIndexes }) => {
      const partyIds = partyIndexes.map((index) => ids[index]!);
      const activity = ActivityDraft.parse({ ...draft, partyIds });
      insertActivity(
        { db: work.db, ids: context.ids },
        { ...activity, at: draft.at, authorId: userId, createdAt: work.at },
      );
      activities += 1;
      if (activities % REPORT_EVERY === 0) input.onProgress(parties + activities, total);
    },
  );
  context.local(narrowCache);
  return { parties: ids.length, activities };
}

type BatchWork = Parameters<Parameters<ActionContext['commit']>[0]>[0];

/** One operation per batch; between two, waiting callers are answered. */
export async function inBatches<T>(
  context: ActionContext,
  items: Iterable<T>,
  each: (work: BatchWork, item: T) => void,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  for (let finished = false; !finished;) {
    context.commit((work) => {
      for (let count = 0; count < BATCH && !finished; count += 1) {
        const next = iterator.next();
        if (next.done === true) finished = true;
        else each(work, next.value);
      }
      return ok(undefined);
    });
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
