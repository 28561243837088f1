// Everybody that a row may be: the people of the base as it was, and the rows that came before it.

import type { Identity } from '@shared/features/duplicates/identity';
import { IdentityRoster } from '@shared/features/duplicates/identity-roster';
import type { Judgement } from '@shared/features/duplicates/judge';
import { reasonOf } from '@shared/features/duplicates/reasons';
import type { PeopleThen } from '../duplicates';
import type { Likeness } from './recognition';

/** More than these nobody reads about. */
const MOST_LIKE = 5;

export class Crowd {
  readonly #people: PeopleThen;
  readonly #roster: IdentityRoster;
  /** Whose the identities of the roster are. */
  readonly #owners: string[] = [];
  /** Parties of the base that rows told something of: they are met in the roster from then on, as they were and as rows say. */
  readonly #joined = new Set<string>();
  #candidates: ReadonlyMap<Identity, readonly string[]> = new Map();
  #met: Meeting | null = null;

  constructor(people: PeopleThen) {
    this.#people = people;
    this.#roster = new IdentityRoster(people.statistics, people.thresholds);
  }

  /** Reads what is needed for asking about all of these. */
  lookUp(identities: readonly Identity[]): void {
    const candidates = this.#people.candidates(identities);
    this.#candidates = new Map(identities.map((identity, index) => [identity, candidates[index]!]));
    this.#people.known([...new Set(candidates.flat())]);
  }

  /** Whom this may be, the surest first; to be followed by `join`. */
  like(identity: Identity): readonly Likeness[] {
    const { judge } = this.#people;
    const found = new Map<string, Judgement>();
    const keep = (id: string, judgement: Judgement): void => {
      const known = found.get(id)?.bits ?? Number.NEGATIVE_INFINITY;
      if (judgement.band !== null && judgement.bits > known) found.set(id, judgement);
    };
    const met = (this.#met = this.#meet(identity));
    const candidates = this.#people.known(this.#candidates.get(identity) ?? []);
    for (const { row, identity: other } of new Set(candidates.values()))
      if (!this.#joined.has(row.id)) keep(row.id, judge(identity, other));
    const own = met.earlier.length === 0 ? identity : this.#roster.get(met.number);
    for (const earlier of met.earlier) keep(this.#owners[earlier]!, judge(own, this.#roster.get(earlier)));
    return likenesses(this.#people, found);
  }

  /** From now on this is what is known of a party, beside what was known before. */
  join(identity: Identity, partyId: string): void {
    if (this.#met?.identity !== identity) this.#meet(identity);
    this.#met = null;
    this.#owners.push(partyId);
    const known = this.#joined.has(partyId) ? undefined : this.#people.known([partyId]).get(partyId);
    if (known === undefined || this.#joined.has(known.row.id)) return;
    this.#joined.add(known.row.id);
    this.#meet(known.identity);
    this.#owners.push(known.row.id);
  }

  /** Whether a party of the base had a key of its own. */
  hadKey(partyId: string): boolean {
    return (this.#people.known([partyId]).get(partyId)?.row.external_key ?? null) !== null;
  }

  #meet(identity: Identity): Meeting {
    return { identity, ...this.#roster.meet(identity) };
  }
}

interface Meeting {
  readonly identity: Identity;
  readonly number: number;
  readonly earlier: readonly number[];
}

/** Somebody who was called different from the surest is not meant. */
function likenesses(people: PeopleThen, found: ReadonlyMap<string, Judgement>): Likeness[] {
  const [first, ...others] = [...found].toSorted(
    ([id, one], [otherId, other]) => other.bits - one.bits || (id < otherId ? -1 : 1),
  );
  if (first === undefined) return [];
  const meant = others.filter(([id]) => !people.areDifferent(first[0], id));
  return [first, ...meant].slice(0, MOST_LIKE).map(([partyId, { band, bits, percent, evidence }]) => ({
    partyId,
    band: band ?? 'possible',
    bits,
    percent,
    reasons: evidence.map(reasonOf),
  }));
}
