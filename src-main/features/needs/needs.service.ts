// What people need against what the office offers, with the reason of every match; and what nothing of ours fits.

import type { Answer, InputOf } from '@shared/core/contract';
import { ok } from '@shared/core/result';
import { reasonsOf, wishesOf, type Wish } from '@shared/features/needs/match';
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
  const needs = open.map((need) => ({
    id: need.id,
    tags: wishesOf(need).flatMap(({ words }) => words),
    found: [] as NeedMatches['products'],
  }));
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
  const wished = wishesByWords(db);
  for (const { texts } of offersOf(db)) {
    for (const wish of wished) if (reasonsOf(wish.words, texts).length > 0) wish.products += 1;
  }
  const all = wished.map(({ label, people, pressing, products }): UnmetWord => ({
    tag: label,
    people: people.size,
    pressing,
    products,
  }));
  const sorted = all.toSorted(
    (a, b) => Number(a.products > 0) - Number(b.products > 0) || b.people - a.people || (a.tag < b.tag ? -1 : 1),
  );
  return ok({ words: sorted.slice(0, MOST_WORDS), more: Math.max(0, sorted.length - MOST_WORDS) });
}

interface Wished extends Wish {
  readonly people: Set<string>;
  pressing: number;
  products: number;
}

/** Open needs that are looked for by the same words, under what the first of them was called. */
function wishesByWords(db: ReadDb): Wished[] {
  const found = new Map<string, Wished>();
  for (const need of eachOpenNeed(db)) {
    for (const wish of wishesOf(need)) {
      const key = wish.words.join(' ');
      const same = found.get(key) ?? { ...wish, people: new Set<string>(), pressing: 0, products: 0 };
      found.set(key, same);
      same.people.add(need.party_id);
      if (need.urgency === 'now') same.pressing += 1;
    }
  }
  return [...found.values()];
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
