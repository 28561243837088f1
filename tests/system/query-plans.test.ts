// Golden query plans: every statement that the operations of the office run keeps to its index, on a base whose statistics were
// never taken, one where they were taken too early, and one where they are true. One board without them was once 44 times slower.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateInto } from '../../src-main/features/base';
import { openEngine, passphrase, value, type TestEngine } from '../support/open-engine';
import { recordStatements, type Recorded } from './support/recorded-statements';
import { askEverything } from './support/everything-asked';

interface Golden {
  readonly title: string;
  /** Operation and input, and words of the statement meant among those it runs. */
  readonly op: string;
  readonly input: object;
  readonly statement: RegExp;
  readonly plan: readonly (string | RegExp)[];
}

const kinds = ['person', 'organisation', 'group'];
const person = { filter: { kinds: ['person'] } };
const list = /as sort_value from party/;
const sorts = [
  ['name', 'party_by_name_ar'],
  ['created', 'party_by_created'],
  ['updated', 'party_by_updated'],
  ['last-activity', 'party_by_activity'],
] as const;

const pages: Golden[] = sorts.flatMap(([by, index]) =>
  (['ascending', 'descending'] as const).flatMap((direction) => [
    {
      title: `people by ${by}, ${direction}`,
      op: 'parties.list',
      input: { ...person, sort: { by, direction } },
      statement: list,
      plan: [`SEARCH party USING INDEX ${index} (kind=?)`],
    },
    {
      title: `all kinds by ${by}, ${direction}: one ordered scan each, merged`,
      op: 'parties.list',
      input: { filter: {}, sort: { by, direction } },
      statement: list,
      plan: kinds.map(() => `SEARCH party USING INDEX ${index} (kind=?)`),
    },
  ]),
);

const golden: Golden[] = [
  ...pages,
  {
    title: 'a name in the list',
    op: 'parties.list',
    input: { filter: { text: 'محمد' } },
    statement: /sort_value/,
    plan: [
      /^SCAN json_each/,
      'SEARCH party USING INDEX sqlite_autoindex_party_1 (id=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ],
  },
  {
    title: 'a role in the list',
    op: 'parties.list',
    input: { filter: { roleType: 'patient' } },
    statement: /select distinct/,
    plan: ['SEARCH party_role USING COVERING INDEX party_role_by_type (type=?)', 'USE TEMP B-TREE FOR DISTINCT'],
  },
  {
    title: 'a role and its stage in the list: it is its own, or of a record merged into it',
    op: 'parties.list',
    input: { filter: { roleType: 'patient', roleStage: 'active' } },
    statement: /sort_value[^]*or exists/,
    plan: [
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
      'SEARCH party USING INDEX sqlite_autoindex_party_1 (id=?)',
      'SEARCH party_role USING COVERING INDEX party_role_by_type (type=? AND stage=? AND party_id=?)',
      'SEARCH member USING COVERING INDEX party_member_by_root (root_id=?)',
      'SEARCH party_role USING COVERING INDEX party_role_by_type (type=? AND stage=? AND party_id=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ],
  },
  {
    title: 'the records merged into a party',
    op: 'parties.get',
    input: {},
    statement: /where root_id = \?$/,
    plan: ['SEARCH party USING COVERING INDEX party_member_by_root (root_id=?)'],
  },
  {
    title: 'a city in the list',
    op: 'parties.list',
    input: { filter: { city: 'الرياض' } },
    statement: /^select "id" from "party"/,
    plan: ['SEARCH party USING COVERING INDEX party_by_city (city_key=?)'],
  },
  {
    title: 'the recycle bin',
    op: 'parties.list',
    input: { filter: { deleted: true } },
    statement: list,
    plan: ['SEARCH party USING INDEX party_deleted (deleted_at>?)'],
  },
  {
    title: 'the anchors of the scroll bar',
    op: 'parties.index',
    input: person,
    statement: /sort_value/,
    plan: ['SEARCH party USING INDEX party_by_name_ar (kind=?)'],
  },
  {
    title: 'a name searched',
    op: 'search.find',
    input: { text: 'محمد' },
    statement: /party_words match/,
    plan: [/^SCAN f VIRTUAL TABLE/, 'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)'],
  },
  {
    title: 'a name of many words in a large base, by its rarest',
    op: 'search.find',
    input: { text: 'محمد علي حسن' },
    statement: /d\.skeletons/,
    plan: [/^SCAN f VIRTUAL TABLE/, 'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)'],
  },
  {
    title: 'the newest document of the search index',
    op: 'search.find',
    input: { text: 'محمد علي حسن' },
    statement: /max\(rid\)/,
    plan: ['SEARCH party_doc'],
  },
  {
    title: 'a phone searched',
    op: 'search.find',
    input: { text: '0501' },
    statement: /party_phones match/,
    plan: [/^SCAN f VIRTUAL TABLE/, 'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)'],
  },
  {
    title: 'an e-mail searched',
    op: 'search.find',
    input: { text: 'mail' },
    statement: /party_emails match/,
    plan: [/^SCAN f VIRTUAL TABLE/, 'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)'],
  },
  {
    title: 'an e-mail address searched from its beginning',
    op: 'search.find',
    input: { text: 'ali@mail' },
    statement: /from contact_point c/,
    plan: [
      'SEARCH c USING INDEX contact_point_by_normal (normal>? AND normal<?)',
      'SEARCH d USING INDEX sqlite_autoindex_party_doc_1 (party_id=?)',
      'SEARCH party USING COVERING INDEX party_member (id=? AND root_id>?)',
    ],
  },
  {
    title: 'an identity number searched',
    op: 'search.find',
    input: { text: '0501' },
    statement: /from identifier/,
    plan: [
      'SEARCH i USING INDEX identifier_by_normal (normal=?)',
      // What the number may be stored as: itself, or a token where it is sealed.
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
      'SEARCH d USING INDEX sqlite_autoindex_party_doc_1 (party_id=?)',
      'SEARCH party USING COVERING INDEX party_member (id=? AND root_id>?)',
    ],
  },
  {
    title: 'the timeline',
    op: 'parties.timeline',
    input: {},
    statement: /from activity_party p/,
    plan: [
      'SEARCH p USING COVERING INDEX activity_party_by_party (party_id=?)',
      'SEARCH a USING INDEX sqlite_autoindex_activity_1 (id=?)',
    ],
  },
  {
    title: 'the timeline of one author',
    op: 'parties.timeline',
    input: { author: true },
    statement: /author_id/,
    plan: [
      'SEARCH p USING COVERING INDEX activity_party_by_party (party_id=?)',
      'SEARCH a USING INDEX sqlite_autoindex_activity_1 (id=?)',
    ],
  },
  {
    title: 'relationships in both directions',
    op: 'parties.get',
    input: {},
    statement: /'incoming'/,
    plan: [
      'SEARCH r USING INDEX relationship_by_from (from_party_id=?)',
      'SEARCH p USING INDEX sqlite_autoindex_party_1 (id=?)',
      'SEARCH s USING INDEX sqlite_autoindex_party_1 (id=?) LEFT-JOIN',
      'USE TEMP B-TREE FOR ORDER BY',
      'SEARCH r USING INDEX relationship_by_to (to_party_id=?)',
      'SEARCH p USING INDEX sqlite_autoindex_party_1 (id=?)',
      'SEARCH s USING INDEX sqlite_autoindex_party_1 (id=?) LEFT-JOIN',
      'USE TEMP B-TREE FOR ORDER BY',
    ],
  },
  {
    title: 'operations, newest first',
    op: 'operations.list',
    input: {},
    statement: /from "operation"/,
    plan: [
      'SEARCH operation USING INTEGER PRIMARY KEY (rowid<?)',
      'SEARCH undo USING INDEX operation_by_undone (undoes_id=?) LEFT-JOIN',
    ],
  },
  {
    title: 'activities of the whole office',
    op: 'activities.list',
    input: {},
    statement: /from "activity"/,
    plan: ['SCAN activity USING INDEX activity_by_at'],
  },
];

/** Closing takes statistics, of a base that holds its first user and nothing else. */
async function openedAgain(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-plans-'));
  await (await openEngine({ folder })).close();
  const test = await openEngine({ folder, create: false });
  value(await test.client.session.unlock({ login: 'amal', passphrase }));
  return test;
}

/** Names of many words are asked for otherwise where the index is large, which its last number tells. */
const lastOfMany = `insert into party_doc values (1000000, 'last', 'person', '', '', '', '', '', null, null, 0)`;

/** Tables that hold a handful of rows whatever the size of the base; the first half names them in plans, the second as aliases. */
const small =
  /SCAN (?:app_user|site_setting|import_job|job_schedule|backup_target|import_mapping|saved_view|quality_rule|quality_wish|org_unit|org_member|stand_in|access_role|draft|current_operation|meta|own|CONSTANT ROW|json_each|\(subquery|s$|sharing$|wanted VIRTUAL)/;
/** Walked in order only as far as the page or the capped count goes. */
const ordered =
  /^SCAN (?:activity USING INDEX activity_by_at|d USING INDEX duplicate_pair_by_weight|duplicate_verdict USING COVERING INDEX duplicate_verdict_by_at|access_event$|f VIRTUAL TABLE)/;

/** The newest operations, or from the newest back to the first one that is older than a stamp (`lastBefore`), and no further. */
const backwards = /(?:operation where hlc < .+?|from "operation") order by "?seq"? desc limit /i;

describe.each(['before statistics are taken', 'where statistics were taken while it was nearly empty', 'after'])(
  '%s',
  (when) => {
    const held: { test?: TestEngine; recorded?: Recorded } = {};
    beforeAll(async () => {
      const test = when.startsWith('where') ? await openedAgain() : await openEngine();
      held.test = test;
      const input = { parties: 300, activities: 400, seed: 3, onProgress: () => undefined };
      await generateInto(test.engine.context('base.generate'), test.engine.state, input);
      const base = test.engine.base();
      if (base === null) throw new Error('no base is open');
      base.writer.exec(lastOfMany);
      if (when === 'after') base.writer.exec('analyze');
      held.recorded = recordStatements(base);
      await askEverything(test, held.recorded, [...golden, ...pages]);
    });
    afterAll(async () => {
      await held.test?.close();
      if (when.startsWith('where')) rmSync(held.test!.folder, { recursive: true, force: true });
    });

    test.each(golden)('$title', ({ op, input, statement, plan }) => {
      const statements = held.recorded!.of(op, input).filter((text) => statement.test(text));
      expect(statements, `${op} ran no such statement`).not.toEqual([]);
      for (const text of statements) expect(steps(held.recorded!.plan(text))).toEqual(plan.map(matching));
    });

    test.each(pages)('$title: a deeper page begins where the one before it ended', ({ op, input }) => {
      const [text] = held.recorded!.of(op, { ...input, deeper: true }).filter((one) => list.test(one));
      const found = steps(held.recorded!.plan(text!));
      expect(found).toEqual(
        found.map(() => expect.stringMatching(/^SEARCH party USING INDEX party_by_\w+ \(kind=\? AND /)),
      );
    });

    test('no statement of any operation walks a table that grows', () => {
      const walks = held.recorded!.all().flatMap(({ op, text }) =>
        held
          .recorded!.plan(text)
          .filter((step) => step.startsWith('SCAN ') && !small.test(step) && !ordered.test(step))
          .filter((step) => !(step === 'SCAN operation' && backwards.test(text)))
          .map((step) => `${op}: ${step}`),
      );
      expect(walks).toEqual([]);
    });

    test('no statement is planned anew each time it is asked, for how many rows are wanted', () => {
      const planned = held.recorded!.all().filter(({ text }) => /\blimit \?(?! \+ 0)/i.test(text));
      expect(planned.map(({ op }) => op)).toEqual([]);
    });

    test('lists, feeds and timelines are read in the order of their index and never sorted', () => {
      const isPage = (text: string): boolean =>
        text.endsWith('limit ? + 0') &&
        /order by/.test(text) &&
        !/json_each|union\s+select|cross join party p/.test(text);
      const sorted = held
        .recorded!.all()
        .filter(
          ({ text }) =>
            isPage(text) && held.recorded!.plan(text).some((step) => step.includes('TEMP B-TREE FOR ORDER')),
        );
      expect(sorted.map(({ op }) => op)).toEqual([]);
    });
  },
);

/** The steps that name a table or a sort, without the frame of merges. */
const steps = (plan: readonly string[]): string[] =>
  plan.filter((step) => /^(?:SEARCH|SCAN|USE)/.test(step) && !step.startsWith('SCAN (subquery'));
const matching = (step: string | RegExp): unknown => (typeof step === 'string' ? step : expect.stringMatching(step));
