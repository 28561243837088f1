// May I tell this caller? The rules as a table, written from the law of the thing and not from the program: each line is two cases,
// whether the caller may be told and whether they may act. Today is 6 May 2026; of age at 18, told about themselves from 15.
import { describe, expect, it } from 'vitest';
import { judge } from '@shared/features/authority/judge';
import { matters, type Matter } from '@shared/features/authority/matters';
import type { Mandate, Proof, Situation, Standing } from '@shared/features/authority/situation';

// authorities (basis:matters:deeds and what else is known) | subject | caller | how the caller is known | matter | told | act
const table = `
# Nobody has given them anything
-                                             | adult   | adult | number | medical      | red no-authority        | red no-authority
-                                             | adult   | adult | papers | contact      | red no-authority        | red no-authority
-                                             | child   | adult | papers | appointments | red no-authority        | red no-authority
-                                             | dead    | adult | papers | financial    | red no-authority        | red no-authority
-                                             | unknown | adult | word   | documents    | red no-authority        | red no-authority
# Guardian of a minor, until the ward is of age
guardian:medical:told+act                     | child   | adult | number | medical      | green authority         | green authority
guardian:medical:told+act                     | child   | adult | papers | medical      | green authority         | green authority
guardian:medical:told                         | child   | adult | number | medical      | green authority         | red deed-not-covered
guardian:medical:act                          | child   | adult | number | medical      | red deed-not-covered    | green authority
guardian:medical:told+act                     | child   | adult | number | financial    | red matter-not-covered  | red matter-not-covered
guardian:medical,financial:told+act           | teen    | adult | number | financial    | green authority         | green authority
guardian:medical:told+act                     | teen    | adult | word   | medical      | amber caller-unproven   | amber caller-unproven
guardian:medical:told+act                     | eve18   | adult | number | medical      | green authority         | green authority
guardian:medical:told+act                     | day18   | adult | number | medical      | red came-of-age         | red came-of-age
guardian:medical:told+act                     | adult   | adult | papers | medical      | red came-of-age         | red came-of-age
guardian:medical:told+act                     | unknown | adult | number | medical      | amber age-unknown       | amber age-unknown
guardian:medical:told+act                     | unknown | adult | papers | medical      | amber age-unknown       | amber age-unknown
guardian:medical:told+act                     | unknown | adult | word   | medical      | amber caller-unproven age-unknown | amber caller-unproven age-unknown
guardian:medical:told+act                     | dead    | adult | papers | medical      | red subject-dead        | red subject-dead
guardian:medical:told+act                     | child-or-adult | adult | papers | medical | red came-of-age       | red came-of-age
guardian:medical:told+act                     | child   | teen  | papers | medical      | red caller-minor        | red caller-minor
guardian:medical:told+act                     | child   | child-or-adult | papers | medical | red caller-minor     | red caller-minor
guardian:medical:told+act                     | child   | unknown | papers | medical    | green authority         | green authority
guardian:medical:told+act:disputed            | child   | adult | papers | medical      | red disputed            | red disputed
guardian:medical:told+act:withdrawn           | child   | adult | papers | medical      | red withdrawn           | red withdrawn
guardian:medical:told+act:question            | child   | adult | papers | medical      | amber ask-question      | amber ask-question
guardian:medical:told+act:answered            | child   | adult | word   | medical      | green authority         | green authority
# A power of attorney stands on paper
mandate:financial:told+act:paper              | adult   | adult | number | financial    | green authority         | green authority
mandate:financial:told+act:paper              | adult   | adult | papers | financial    | green authority         | green authority
mandate:financial:told+act:paper              | adult   | adult | word   | financial    | amber caller-unproven   | amber caller-unproven
mandate:financial:told+act                    | adult   | adult | papers | financial    | amber document-missing  | amber document-missing
mandate:financial:told+act                    | adult   | adult | word   | financial    | amber caller-unproven document-missing | amber caller-unproven document-missing
mandate:financial:told:paper                  | adult   | adult | number | financial    | green authority         | red deed-not-covered
mandate:financial:act:paper                   | adult   | adult | number | financial    | red deed-not-covered    | green authority
mandate:financial:told+act:paper              | adult   | adult | number | medical      | red matter-not-covered  | red matter-not-covered
mandate:financial:told+act:paper              | child   | adult | papers | financial    | red granted-by-minor    | red granted-by-minor
mandate:financial:told+act:paper              | teen    | adult | papers | financial    | red granted-by-minor    | red granted-by-minor
mandate:financial:told+act:paper              | day18   | adult | papers | financial    | green authority         | green authority
mandate:financial:told+act:paper              | unknown | adult | papers | financial    | green authority         | green authority
mandate:financial:told+act:paper              | child-or-adult | adult | papers | financial | red granted-by-minor | red granted-by-minor
mandate:financial:told+act:paper              | dead    | adult | papers | financial    | red subject-dead        | red subject-dead
mandate:financial:told+act:paper:question     | adult   | adult | number | financial    | amber ask-question      | amber ask-question
mandate:financial:told+act:paper:question     | adult   | adult | papers | financial    | amber ask-question      | amber ask-question
mandate:financial:told+act:paper:question     | adult   | adult | word   | financial    | amber ask-question caller-unproven | amber ask-question caller-unproven
mandate:financial:told+act:paper:answered     | adult   | adult | word   | financial    | green authority         | green authority
mandate:financial:told+act:answered           | adult   | adult | word   | financial    | amber document-missing  | amber document-missing
mandate:financial:told+act:paper              | adult   | child | papers | financial    | red caller-minor        | red caller-minor
mandate:financial:told+act:paper              | adult   | dead  | papers | financial    | red caller-dead         | red caller-dead
mandate:financial:told+act:paper:from=2026-05-06 | adult | adult | papers | financial   | green authority         | green authority
mandate:financial:told+act:paper:from=2026-05-07 | adult | adult | papers | financial   | red not-yet             | red not-yet
mandate:financial:told+act:paper:to=2026-05-06 | adult  | adult | papers | financial    | green authority         | green authority
mandate:financial:told+act:paper:to=2026-05-05 | adult  | adult | papers | financial    | red ended               | red ended
mandate:financial:told+act:paper:from=2026-01-01:to=2026-12-31 | adult | adult | papers | financial | green authority | green authority
mandate:financial:told+act:paper:to=2026-05-05:withdrawn | adult | adult | papers | financial | red withdrawn      | red withdrawn
mandate:financial:told+act:paper:disputed     | adult   | adult | papers | financial    | red disputed            | red disputed
mandate:financial:told:paper:disputed         | adult   | adult | papers | financial    | red disputed            | red disputed
mandate:financial:told+act:paper:disputed     | adult   | adult | papers | medical      | red matter-not-covered  | red matter-not-covered
mandate:financial:told+act:paper:disputed:to=2026-05-05 | adult | adult | papers | financial | red ended          | red ended
mandate:financial:told+act:paper              | bin     | adult | papers | financial    | red in-bin              | red in-bin
mandate:financial:told+act:paper              | adult   | bin   | papers | financial    | red in-bin              | red in-bin
# The consent of husband or wife needs no paper
spouse:medical,appointments:told              | adult   | adult | number | medical      | green authority         | red deed-not-covered
spouse:medical,appointments:told+act          | adult   | adult | number | appointments | green authority         | green authority
spouse:medical:told+act                       | adult   | adult | number | appointments | red matter-not-covered  | red matter-not-covered
spouse:medical:told+act                       | teen    | adult | papers | medical      | red granted-by-minor    | red granted-by-minor
spouse:medical:told+act                       | dead    | adult | papers | medical      | red subject-dead        | red subject-dead
spouse:medical:told+act:withdrawn             | adult   | adult | papers | medical      | red withdrawn           | red withdrawn
spouse:medical:told+act:question              | adult   | adult | number | medical      | amber ask-question      | amber ask-question
spouse:medical:told+act:answered              | adult   | adult | number | medical      | green authority         | green authority
spouse:medical:told+act                       | adult   | adult | number-not-theirs | medical | amber number-not-theirs | amber number-not-theirs
spouse:medical:told+act                       | adult   | adult | number-do-not-use | medical | amber number-do-not-use | amber number-do-not-use
spouse:medical:told+act:answered              | adult   | adult | number-do-not-use | medical | green authority    | green authority
spouse:medical:told+act:question              | adult   | adult | number-do-not-use | medical | amber ask-question number-do-not-use | amber ask-question number-do-not-use
# An employer, and other consent
employer:appointments:told                    | adult   | unknown | number | appointments | green authority       | red deed-not-covered
employer:appointments:told                    | adult   | unknown | number | medical    | red matter-not-covered  | red matter-not-covered
employer:appointments:told                    | teen    | unknown | papers | appointments | red granted-by-minor  | red granted-by-minor
employer:appointments:told                    | dead    | unknown | papers | appointments | red subject-dead      | red subject-dead
employer:appointments:told:to=2026-05-03      | adult   | unknown | papers | appointments | red ended             | red ended
other:contact:told                            | adult   | adult | number | contact      | green authority         | red deed-not-covered
other:contact:told                            | child   | adult | papers | contact      | red granted-by-minor    | red granted-by-minor
# A court may name whom it wants, for whomever it wants
court:medical:told+act:paper                  | adult   | adult | number | medical      | green authority         | green authority
court:medical:told+act:paper                  | child   | adult | number | medical      | green authority         | green authority
court:medical:told+act:paper                  | unknown | adult | number | medical      | green authority         | green authority
court:medical:told+act                        | adult   | adult | papers | medical      | amber document-missing  | amber document-missing
court:medical:told+act:paper                  | dead    | adult | papers | medical      | red subject-dead        | red subject-dead
court:medical:told+act:paper:to=2026-01-01    | adult   | adult | papers | medical      | red ended               | red ended
# An heir, only after death
heir:financial:told+act:paper                 | dead    | adult | papers | financial    | green authority         | green authority
heir:financial:told+act                       | dead    | adult | papers | financial    | amber document-missing  | amber document-missing
heir:financial:told+act:paper                 | adult   | adult | papers | financial    | red subject-alive       | red subject-alive
heir:financial:told+act:paper                 | child   | adult | papers | financial    | red subject-alive       | red subject-alive
heir:financial:told+act:paper                 | dead    | adult | word   | financial    | amber caller-unproven   | amber caller-unproven
heir:financial:told+act:paper                 | dead    | teen  | papers | financial    | red caller-minor        | red caller-minor
heir:financial:told+act:paper:disputed        | dead    | adult | papers | financial    | red disputed            | red disputed
# What forbids goes before what allows
court:medical:told:refuse                     | child   | adult | papers | medical      | red refused             | red refused
court:medical:told:refuse                     | child   | adult | papers | contact      | red no-authority        | red no-authority
guardian:medical:told+act & court:medical:told:refuse | child | adult | papers | medical | red refused            | red refused
guardian:medical,contact:told+act & court:medical:told:refuse | child | adult | papers | contact | green authority | green authority
guardian:medical:told+act & court:medical:told:refuse:to=2026-05-05 | child | adult | papers | medical | green authority | green authority
guardian:medical:told+act & court:medical:told:refuse:from=2026-05-07 | child | adult | papers | medical | green authority | green authority
guardian:medical:told+act & court:medical:told:refuse:withdrawn | child | adult | papers | medical | green authority | green authority
guardian:medical:told+act & court:medical:told:refuse:disputed | child | adult | papers | medical | red refused   | red refused
spouse:financial:told & mandate:financial:told+act:paper:disputed | adult | adult | papers | financial | red disputed | red disputed
heir:financial:told:paper & other:financial:told:refuse | dead | adult | papers | financial | red refused         | red refused
# Several that allow: the surest counts for each deed
spouse:medical:told & mandate:medical:told+act:paper | adult | adult | papers | medical | green authority         | green authority
spouse:medical:told & mandate:medical:told+act | adult  | adult | papers | medical      | green authority         | amber document-missing
mandate:medical:told+act:paper:question & spouse:medical:told | adult | adult | number | medical | green authority | amber ask-question
mandate:medical:told+act:paper:question & court:medical:told+act | adult | adult | number | medical | amber ask-question | amber ask-question
mandate:medical:told:paper:to=2026-05-05 & spouse:medical:told | adult | adult | papers | medical | green authority | red deed-not-covered
mandate:medical:told:paper:to=2026-05-05 & spouse:contact:told | adult | adult | papers | medical | red ended       | red ended
mandate:medical:told:paper:withdrawn & mandate:medical:told:paper:from=2026-06-01 | adult | adult | papers | medical | red withdrawn not-yet | red withdrawn not-yet
guardian:medical:told+act & mandate:medical:told:paper | day18 | adult | papers | medical | green authority        | red deed-not-covered
guardian:medical:told+act & mandate:medical:told:paper | eve18 | adult | papers | medical | green authority        | green authority
# Somebody asks about themselves
self                                          | adult   | adult | papers | medical      | green self              | green self
self                                          | adult   | adult | word   | medical      | amber caller-unproven   | amber caller-unproven
self                                          | adult   | adult | number | medical      | amber caller-unproven   | amber caller-unproven
self                                          | adult   | adult | number-do-not-use | contact | amber number-do-not-use | amber number-do-not-use
self                                          | adult   | adult | number-not-theirs | contact | amber number-not-theirs | amber number-not-theirs
self:question                                 | adult   | adult | papers | financial    | green self              | green self
self:question                                 | adult   | adult | word   | financial    | amber ask-question caller-unproven | amber ask-question caller-unproven
self:answered                                 | adult   | adult | word   | financial    | green self              | green self
self:answered                                 | adult   | adult | number-do-not-use | financial | green self        | green self
self                                          | unknown | unknown | papers | medical    | green self              | green self
self                                          | dead    | dead  | papers | medical      | red caller-dead         | red caller-dead
self                                          | bin     | bin   | papers | medical      | red in-bin              | red in-bin
self                                          | child   | child | papers | contact      | red too-young           | red too-young
self                                          | child   | child | papers | medical      | red too-young           | red too-young
self                                          | teen    | teen  | papers | contact      | green self              | red minor-cannot-act
self                                          | teen    | teen  | papers | appointments | green self              | red minor-cannot-act
self                                          | teen    | teen  | word   | appointments | amber caller-unproven   | red minor-cannot-act
self                                          | teen    | teen  | papers | medical      | red minor-matter        | red minor-cannot-act
self                                          | teen    | teen  | papers | financial    | red minor-matter        | red minor-cannot-act
self                                          | day15   | day15 | papers | contact      | green self              | red minor-cannot-act
self                                          | eve15   | eve15 | papers | contact      | red too-young           | red too-young
self                                          | day18   | day18 | papers | financial    | green self              | green self
self                                          | child-or-adult | child-or-adult | papers | contact | red too-young | red too-young
# Three wrong answers close the line, to themselves too
guardian:medical:told+act:locked              | child   | adult | papers | medical      | red too-many-wrong      | red too-many-wrong
self:locked                                   | adult   | adult | papers | medical      | red too-many-wrong      | red too-many-wrong
-:locked                                      | adult   | adult | papers | medical      | red too-many-wrong      | red too-many-wrong
# Nobody tells more than their own role shows, or does more than it may
guardian:medical:told+act:hidden              | child   | adult | papers | medical      | red role-hides          | red role-hides
guardian:medical:told+act:fixed               | child   | adult | papers | medical      | green authority         | red role-cannot
self:hidden                                   | adult   | adult | papers | medical      | red role-hides          | red role-hides
self:fixed                                    | adult   | adult | word   | medical      | amber caller-unproven   | red role-cannot
-:hidden                                      | adult   | adult | papers | medical      | red role-hides          | red role-hides
`;

const births: Readonly<Record<string, readonly string[]>> = {
  adult: ['1980-01-01'],
  child: ['2016-01-01'],
  teen: ['2010-01-01'],
  day15: ['2011-05-06'],
  eve15: ['2011-05-07'],
  day18: ['2008-05-06'],
  eve18: ['2008-05-07'],
  'child-or-adult': ['2016-01-01', '1980-01-01'],
  unknown: [],
  dead: ['1940-01-01'],
  bin: ['1980-01-01'],
};

const standing = (word: string): Standing => {
  const known = births[word];
  if (known === undefined) throw new Error(`who is ${word}?`);
  return { births: known, isDead: word === 'dead', inBin: word === 'bin' };
};

function mandateOf(text: string, index: number): Mandate {
  const [basis, about, deeds, ...more] = text.split(':') as [Mandate['basis'], string, string, ...string[]];
  const dated = (side: string): string | null =>
    more.find((one) => one.startsWith(`${side}=`))?.slice(side.length + 1) ?? null;
  return {
    id: `m${index}`,
    basis,
    stance: more.includes('refuse') ? 'refuse' : 'allow',
    matters: about.split(',') as Matter[],
    mayBeTold: deeds.includes('told'),
    mayAct: deeds.includes('act'),
    fromOn: dated('from'),
    toOn: dated('to'),
    withdrawn: more.includes('withdrawn'),
    disputed: more.includes('disputed'),
    hasDocument: more.includes('paper'),
    questions: more.includes('question') || more.includes('answered') ? [`q${index}`] : [],
  };
}

const rules = { majorityAge: 18, majorityCalendar: 'gregory', ownVoiceAge: 15 } as const;

function situationOf(line: readonly string[]): Situation {
  const [text, subject, caller, proof, matter] = line as [string, string, string, Proof, Matter];
  const words = text.split(':');
  const isSelf = words[0] === 'self';
  const mandates = isSelf || words[0] === '-' ? [] : text.split(' & ').map(mandateOf);
  const answered = isSelf ? words.includes('answered') && ['own'] : false;
  return {
    today: '2026-05-06',
    rules,
    isSelf,
    caller: standing(caller),
    subject: standing(subject),
    mandates,
    proof,
    ownQuestions: isSelf && (words.includes('question') || words.includes('answered')) ? ['own'] : [],
    passed: new Set([
      ...(answered || []),
      ...mandates
        .filter((_, index) => text.split(' & ')[index]!.includes('answered'))
        .flatMap(({ questions }) => questions),
    ]),
    locked: words.includes('locked'),
    reader: {
      hides: new Set(words.includes('hidden') ? [matter] : []),
      cannotChange: new Set(words.includes('fixed') ? [matter] : []),
    },
  };
}

const lines = table
  .split('\n')
  .filter((line) => line.includes('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const said = ({ light, reasons }: { light: string; reasons: readonly { code: string }[] }): string =>
  [light, ...reasons.map(({ code }) => code)].join(' ');

describe('may I tell this caller: the table', () => {
  it('has two hundred cases and more', () => {
    expect(lines.length * 2).toBeGreaterThanOrEqual(200);
    expect(new Set(lines.map((line) => line.slice(0, 5).join('|'))).size).toBe(lines.length);
  });

  it.each(lines)('%s | %s | %s | %s | %s', (...line) => {
    const found = judge(situationOf(line)).find(({ matter }) => matter === line[4])!;
    expect([said(found.told), said(found.act)]).toEqual([line[5], line[6]]);
  });

  it('says of every other kind of data what it says when that is the one asked for', () => {
    for (const line of lines) {
      const all = judge(situationOf(line));
      expect(all.map(({ matter }) => matter)).toEqual([...matters]);
      for (const { told, act } of all) for (const one of [told, act]) expect(one.reasons.length).toBeGreaterThan(0);
    }
  });

  it('is never lighter with one thing more that forbids, or with one thing less that proves', () => {
    const rank = { green: 2, amber: 1, red: 0 } as const;
    for (const line of lines) {
      const before = situationOf(line);
      const ban: Mandate = { ...mandateOf('court:medical:told:refuse', 9), matters: [...matters] };
      const darker: readonly Situation[] = [
        { ...before, mandates: [...before.mandates, ban] },
        { ...before, proof: 'word', passed: new Set() },
        { ...before, locked: true },
        { ...before, mandates: before.mandates.map((one) => ({ ...one, disputed: true })) },
        { ...before, mandates: before.mandates.map((one) => ({ ...one, withdrawn: one.stance === 'allow' })) },
        { ...before, caller: { ...before.caller, isDead: true } },
        { ...before, reader: { hides: new Set(matters), cannotChange: new Set() } },
      ];
      for (const after of darker)
        judge(after).forEach((one, index) => {
          const then = judge(before)[index]!;
          expect(rank[one.told.light], line.join('|')).toBeLessThanOrEqual(rank[then.told.light]);
          expect(rank[one.act.light], line.join('|')).toBeLessThanOrEqual(rank[then.act.light]);
        });
    }
  });
});
