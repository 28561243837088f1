// What the authorities of one caller for one subject come to: what forbids goes before what allows, and of what allows the surest counts.

import {
  amber,
  cameOfAge,
  doubtOf,
  green,
  isMinor,
  red,
  type Deed,
  type Mandate,
  type Reason,
  type Situation,
  type Verdict,
} from './situation';
import type { Matter } from './matters';

/** Those that only a paper proves. */
const onPaper: ReadonlySet<Mandate['basis']> = new Set(['mandate', 'court', 'heir']);
/** Those that the subject gives themselves, which a minor cannot. */
const givenBySubject: ReadonlySet<Mandate['basis']> = new Set(['mandate', 'spouse', 'employer', 'other']);

export function judgeMandates(situation: Situation, matter: Matter, deed: Deed): Verdict {
  const covering = situation.mandates.filter((mandate) => mandate.matters.includes(matter));
  const refusal = covering.find((one) => one.stance === 'refuse' && whyOver(situation, one) === undefined);
  if (refusal !== undefined) return red({ code: 'refused', authorityId: refusal.id });
  const allowing = situation.mandates.filter(({ stance }) => stance === 'allow');
  const alive = allowing.filter((one) => whyLapsed(situation, one) === undefined);
  const here = alive.filter((one) => covering.includes(one));
  const disputed = here.find((one) => one.disputed);
  if (disputed !== undefined) return red({ code: 'disputed', authorityId: disputed.id });
  const granting = here.filter((one) => (deed === 'told' ? one.mayBeTold : one.mayAct));
  const [best] = granting
    .map((one) => ({ one, open: openOf(situation, one) }))
    .toSorted((a, b) => a.open.length - b.open.length);
  if (best !== undefined)
    return best.open.length === 0 ? green({ code: 'authority', authorityId: best.one.id }) : amber(best.open);
  const lapsed = allowing.filter((one) => covering.includes(one)).flatMap((one) => whyLapsed(situation, one) ?? []);
  if (here.length > 0) return red({ code: 'deed-not-covered', authorityId: here[0]!.id });
  if (lapsed.length > 0) return red(...lapsed);
  return red({ code: alive.length > 0 ? 'matter-not-covered' : 'no-authority' });
}

/** Why an authority does not count today, whatever it says; undefined when it does. */
function whyOver({ today }: Situation, { id, withdrawn, fromOn, toOn }: Mandate): Reason | undefined {
  if (withdrawn) return { code: 'withdrawn', authorityId: id };
  if (fromOn !== null && today < fromOn) return { code: 'not-yet', authorityId: id, on: fromOn };
  if (toOn !== null && today > toOn) return { code: 'ended', authorityId: id, on: toOn };
  return undefined;
}

/** The same, and what the law takes from some: by death, by coming of age, or because a minor gave it. */
function whyLapsed(situation: Situation, mandate: Mandate): Reason | undefined {
  const { subject } = situation;
  const { id, basis } = mandate;
  const over = whyOver(situation, mandate);
  if (over !== undefined) return over;
  if (basis === 'heir') return subject.isDead ? undefined : { code: 'subject-alive', authorityId: id };
  if (subject.isDead) return { code: 'subject-dead', authorityId: id };
  if (basis === 'guardian') {
    const on = cameOfAge(situation, subject);
    return on === undefined ? undefined : { code: 'came-of-age', authorityId: id, on };
  }
  if (givenBySubject.has(basis) && isMinor(situation, subject)) return { code: 'granted-by-minor', authorityId: id };
  return undefined;
}

/** What is still to be seen or asked before somebody with this authority is told anything. */
function openOf({ subject, proof, passed }: Situation, { id, basis, hasDocument, questions }: Mandate): Reason[] {
  const authorityId = id;
  const isAnswered = questions.some((question) => passed.has(question));
  const open: Reason[] = [];
  if (questions.length > 0 && !isAnswered) open.push({ code: 'ask-question', authorityId });
  if (!isAnswered) open.push(...doubtOf(proof, 'number'));
  if (onPaper.has(basis) && !hasDocument) open.push({ code: 'document-missing', authorityId });
  if (basis === 'guardian' && subject.births.length === 0) open.push({ code: 'age-unknown', authorityId });
  return open;
}
