// Why somebody looks, where their role must say it: asked at the door, remembered for some minutes and for whom it was said, in memory
// only, and gone with the lock.

import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { readingPurposes } from '@shared/core/purpose';
import { leavesBase, PARTY, type Reading } from '@shared/core/reads';
import { PurposeNeeded, type Actor } from '../access';
import type { PurposeDesk, Wanted } from '../features/access';
import { rootIdOf } from '../features/clusters';
import { siteSettings } from '../features/settings';
import { peopleOf } from '../ledger';
import type { Base } from './base';

/** A reading that is worth a line of the log, and the job it is part of. */
export interface Looked extends Pick<Reading, 'way' | 'fields' | 'of' | 'purpose'> {
  readonly workId?: string | null;
}

export interface Purposes extends PurposeDesk {
  /** What the log keeps as the reason; null where nobody asks. Throws `PurposeNeeded` when it has to be said first. */
  of(actor: Actor, looked: Looked): string | null;
  /** Before an action takes these people out of the base. */
  beforeTakingOut(actor: Actor, of: Reading['of']): string | null;
  /** What a job was begun for holds until its end, however long that takes. */
  keep(workId: string, purpose: string | null): void;
  forget(): void;
}

interface Deps {
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly base: () => Base | null;
}

interface Said {
  readonly purpose: string;
  readonly at: number;
  readonly until: number;
}

interface Memory {
  /** By who said it, and of whom or for which kind of looks. */
  readonly said: Map<string, Said>;
  readonly asked: Map<string, Wanted>;
  readonly works: Map<string, string>;
}

const MINUTE = 60_000;
/** Questions that are remembered until they are answered. */
const MOST_ASKED = 200;
/** Of more people than this nobody says one by one why. */
const MOST_PEOPLE = 20;

export function createPurposes(deps: Deps): Purposes {
  const memory: Memory = { said: new Map(), asked: new Map(), works: new Map() };
  const timer = (): number => deps.clock.elapsed?.() ?? deps.clock.now();
  const of = (actor: Actor, looked: Looked): string | null => {
    if (typeof looked.purpose === 'string' || actor.policy === null) return looked.purpose ?? null;
    const base = deps.base();
    if (base === null || actor.policy.role.purpose.length === 0) return null;
    const about = aboutOf(base, looked);
    const known = memory.works.get(looked.workId ?? '') ?? saidOf(memory, timer(), { actor, about });
    if (known !== undefined) return known;
    if (!isAskedFor(actor, looked)) return null;
    const { purposeMinutes: minutes } = siteSettings(base.read);
    const asked = ask(memory, deps.ids, { userId: actor.userId ?? '', keys: wantedOf(about) });
    throw new PurposeNeeded({ asked, minutes, purposes: readingPurposes });
  };
  return {
    of,
    beforeTakingOut: (actor, people) => of(actor, { way: 'export', fields: [PARTY], of: people }),
    keep: (workId, purpose) => void (purpose !== null && memory.works.set(workId, purpose)),
    asked: ({ userId }, id) => {
      const wanted = memory.asked.get(id);
      return wanted?.userId === userId ? wanted : undefined;
    },
    declare({ userId, keys }, { purpose, minutes }) {
      const at = timer();
      for (const key of keys) memory.said.set(saidKey(userId, key), { purpose, at, until: at + minutes * MINUTE });
    },
    forget: () => [memory.said, memory.asked, memory.works].forEach((part) => part.clear()),
  };
}

/** Where class-3 values are asked for, or another's record, so is whatever leaves the base. */
function isAskedFor({ policy }: Actor, { way, fields }: Looked): boolean {
  const asked = policy?.role.purpose ?? [];
  if (asked.length === 0) return false;
  if (leavesBase(way)) return true;
  const isOthers = asked.includes('others') && fields.includes(PARTY);
  return isOthers || (asked.includes('sensitive') && fields.some((field) => field !== PARTY));
}

interface About {
  /** Whoever stands for them; nobody, where it is not about some. */
  readonly people: readonly string[];
  /** Looks of a kind, for whoever it may be; null where it is about these people and no others. */
  readonly group: 'search' | 'out' | null;
}

/** A record is opened for a reason of its own, as one person is taken out; whoever looks among many, or takes out many, has one for all. */
function aboutOf({ read }: Base, { way, of }: Looked): About {
  const some = of === 'everyone' || of.ids.length > MOST_PEOPLE || way === 'search' ? [] : peopleOf(read, of);
  const people = [...new Set(some.map((id) => rootIdOf(read, id)))].toSorted();
  if (way === 'open' && people.length > 0) return { people, group: null };
  return { people, group: leavesBase(way) ? 'out' : 'search' };
}

/** For what it has to be said. */
const wantedOf = ({ people, group }: About): readonly string[] =>
  group === null || (group === 'out' && people.length === 1) ? people : [group];

/** Said of all of them, or for looks of this kind; the latest, where it was said of several. */
function saidOf(
  { said }: Memory,
  now: number,
  { actor: { userId }, about: { people, group } }: { readonly actor: Actor; readonly about: About },
): string | undefined {
  const known = (key: string): Said | undefined => {
    const one = said.get(saidKey(userId ?? '', key));
    return one === undefined || now >= one.until ? undefined : one;
  };
  const ofThem = people.map(known);
  if (ofThem.length > 0 && ofThem.every((one) => one !== undefined))
    return ofThem.toSorted((one, other) => other.at - one.at)[0]?.purpose;
  return group === null ? undefined : known(group)?.purpose;
}

const saidKey = (userId: string, key: string): string => `${userId} ${key}`;

/** The same question under the same id, however many parts of a page come upon it. */
function ask({ asked }: Memory, ids: IdMaker, wanted: Wanted): string {
  const same = ({ userId, keys }: Wanted): boolean => userId === wanted.userId && keys.join() === wanted.keys.join();
  const known = [...asked].find(([, one]) => same(one));
  if (known !== undefined) return known[0];
  if (asked.size >= MOST_ASKED) asked.delete(asked.keys().next().value!);
  const id = ids();
  asked.set(id, wanted);
  return id;
}
