// What people need against what the office offers, with the reason of every match; and what nothing of ours fits.

import type { Answer, InputOf } from '@shared/core/contract';
import { ok } from '@shared/core/result';
import { reasonsOf, wordsOfNeed } from '@shared/features/needs/match';
import type { needsContract, NeedMatches, UnmetWord } from '@shared/features/needs/needs.contract';
import type { Handlers, QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { selectOpenNeeds, selectOpenNeedsOf, type OpenNeed } from './needs.sql';
import { offersOf } from './offers';

type Ops = (typeof needsContract)['operations'];

const SHOWN = 5;
const MOST_WORDS = 200;
const READ_AT_ONCE = 1000;

export const createNeedsService = (): Handlers<typeof needsContract> => ({ matches, unmet });

function matches({ db }: QueryContext, { partyId }: InputOf<Ops['matches']>): Answer<Ops['matches']> {
  const open = db.all(selectOpenNeedsOf(memberIdsOf(db, rootIdOf(db, partyId))));
  const needs = open.map((need) => ({ id: need.id, tags: wordsOfNeed(need), found: [] as NeedMatches['products'] }));
  if (needs.length === 0) return ok({ needs: [] });
  for (const { texts, category, ...product } of offersOf(db)) {
    for (const { tags, found } of needs) {
      const reasons = reasonsOf(tags, texts).map((reason) => ({
        ...reason,
        category: reason.place === 'category' ? category : null,
      }));
      if (reasons.length > 0) found.push({ ...product, reasons });
    }
  }
  return ok({
    needs: needs.map(({ id, found }) => ({
      needId: id,
      products: found.toSorted((a, b) => b.reasons.length - a.reasons.length).slice(0, SHOWN),
      count: found.length,
    })),
  });
}

function unmet({ db }: QueryContext): Answer<Ops['unmet']> {
  const words = new Map<string, { people: Set<string>; pressing: number; products: number }>();
  for (const need of eachOpenNeed(db)) {
    for (const tag of wordsOfNeed(need)) {
      const word = words.get(tag) ?? { people: new Set<string>(), pressing: 0, products: 0 };
      words.set(tag, word);
      word.people.add(need.party_id);
      if (need.urgency === 'now') word.pressing += 1;
    }
  }
  const tags = [...words.keys()];
  for (const { texts } of offersOf(db)) {
    for (const { tag } of reasonsOf(tags, texts)) words.get(tag)!.products += 1;
  }
  const all = [...words].map(([tag, { people, pressing, products }]): UnmetWord => ({
    tag,
    people: people.size,
    pressing,
    products,
  }));
  const sorted = all.toSorted(
    (a, b) => Number(a.products > 0) - Number(b.products > 0) || b.people - a.people || (a.tag < b.tag ? -1 : 1),
  );
  return ok({ words: sorted.slice(0, MOST_WORDS), more: Math.max(0, sorted.length - MOST_WORDS) });
}

function* eachOpenNeed(db: ReadDb): Generator<OpenNeed> {
  let place = { party: '', id: '' };
  for (;;) {
    const read = db.all(selectOpenNeeds({ ...place, limit: READ_AT_ONCE }));
    yield* read;
    const last = read.at(-1);
    if (last === undefined || read.length < READ_AT_ONCE) return;
    place = { party: last.party_id, id: last.id };
  }
}
