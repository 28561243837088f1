// May this caller be told, and may they act? One light for each kind of data and each of the two, with the reasons. Pure.

import { judgeMandates } from './judge-mandates';
import { matters, mattersOfMinors, type Matter } from './matters';
import {
  amber,
  doubtOf,
  green,
  isMinor,
  isYounger,
  red,
  type Deed,
  type MatterLight,
  type Situation,
  type Verdict,
} from './situation';

export const judge = (situation: Situation): readonly MatterLight[] =>
  matters.map((matter) => ({
    matter,
    told: verdictOn(situation, matter, 'told'),
    act: verdictOn(situation, matter, 'act'),
  }));

function verdictOn(situation: Situation, matter: Matter, deed: Deed): Verdict {
  const { reader, caller, subject, locked, isSelf } = situation;
  if (reader.hides.has(matter)) return red({ code: 'role-hides' });
  if (deed === 'act' && reader.cannotChange.has(matter)) return red({ code: 'role-cannot' });
  if (caller.inBin || subject.inBin) return red({ code: 'in-bin' });
  if (caller.isDead) return red({ code: 'caller-dead' });
  if (locked) return red({ code: 'too-many-wrong' });
  if (isSelf) return themselves(situation, matter, deed);
  if (isMinor(situation, caller)) return red({ code: 'caller-minor' });
  return judgeMandates(situation, matter, deed);
}

/** Somebody asks about themselves: only proof that it is they is wanted, and the age to be told. */
function themselves(situation: Situation, matter: Matter, deed: Deed): Verdict {
  const { subject, rules, proof, ownQuestions, passed } = situation;
  if (isMinor(situation, subject)) {
    if (isYounger(situation, subject, rules.ownVoiceAge)) return red({ code: 'too-young' });
    if (deed === 'act') return red({ code: 'minor-cannot-act' });
    if (!mattersOfMinors.includes(matter)) return red({ code: 'minor-matter' });
  }
  if (proof === 'papers' || ownQuestions.some((id) => passed.has(id))) return green({ code: 'self' });
  return amber([...(ownQuestions.length > 0 ? [{ code: 'ask-question' } as const] : []), ...doubtOf(proof, 'word')]);
}
