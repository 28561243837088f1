// Fills a base with invented data of any size, in committed batches, through the same storing code as typing and import.

import { ActivityDraft } from '@shared/features/activities/activity';
import { PartyDraft } from '@shared/features/parties/party';
import { ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { narrowCache, widenCache } from '../../db';
import { isBulk, mergePieces } from '../../search';
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

interface Generating {
  readonly context: ActionContext;
  readonly groupId: string;
  readonly state: PartyProjectionState;
  readonly input: GenerateInput;
  readonly ids: string[];
  report(done: number): void;
}

export async function generateInto(
  context: ActionContext,
  state: PartyProjectionState,
  input: GenerateInput,
): Promise<{ parties: number; activities: number }> {
  const total = input.parties + input.activities;
  const report = (done: number): void => (done % REPORT_EVERY === 0 ? input.onProgress(done, total) : undefined);
  const generating: Generating = { context, groupId: context.ids(), state, input, ids: [], report };
  context.local(widenCache);
  await storeParties(generating);
  await storeRelationships(generating);
  const activities = await storeActivities(generating);
  if (isBulk(context.db, generating.ids.length)) await mergePieces(context, () => true);
  context.local(narrowCache);
  return { parties: generating.ids.length, activities };
}

async function storeParties(generating: Generating): Promise<void> {
  const { context, state, input, ids, report } = generating;
  const { generateParties } = await import('../sample');
  const storing = { ids: context.ids, userId: context.actor.userId ?? '', country: siteCountry(context.db), state };
  await inBatches(generating, generateParties({ count: input.parties, seed: input.seed }), ({ db, at }, { draft }) => {
    ids.push(insertPartyDraft({ ...storing, db, at }, PartyDraft.parse(draft)));
    report(ids.length);
  });
}

async function storeRelationships(generating: Generating): Promise<void> {
  const { context, input, ids } = generating;
  const { generateRelationships } = await import('../sample');
  await inBatches(
    generating,
    generateRelationships({ partyCount: input.parties, seed: input.seed }),
    ({ db }, edge) => {
      const [from, to] = [ids[edge.fromIndex], ids[edge.toIndex]];
      if (from === undefined || to === undefined) return;
      db.run(
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
    },
  );
}

async function storeActivities(generating: Generating): Promise<number> {
  const { context, input, ids, report } = generating;
  const { generateActivities } = await import('../sample');
  const { parties, activities, seed } = input;
  const made = generateActivities({ count: activities, seed, partyCount: parties, now: context.clock.now() });
  const authorId = context.actor.userId ?? '';
  let count = 0;
  await inBatches(generating, made, ({ db, at }, { draft, partyIndexes }) => {
    const activity = ActivityDraft.parse({ ...draft, partyIds: partyIndexes.map((index) => ids[index]!) });
    insertActivity({ db, ids: context.ids }, { ...activity, at: draft.at, authorId, createdAt: at });
    count += 1;
    report(parties + count);
  });
  return count;
}

type BatchWork = Parameters<Parameters<ActionContext['commit']>[0]>[0];

/** One operation per batch, all of one group; between two, waiting callers are answered. */
export async function inBatches<T>(
  { context, groupId }: { readonly context: ActionContext; readonly groupId: string },
  items: Iterable<T>,
  each: (work: BatchWork, item: T) => void,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  for (let finished = false; !finished;) {
    context.commit(
      (work) => {
        for (let count = 0; count < BATCH && !finished; count += 1) {
          const next = iterator.next();
          if (next.done === true) finished = true;
          else each(work, next.value);
        }
        return ok(undefined);
      },
      { groupId },
    );
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
