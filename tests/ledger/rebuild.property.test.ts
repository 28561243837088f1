// Derived data is never a second truth: after random edits every derived column and the search index equal a full rebuild.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { normalContactPoint } from '@shared/features/parties/contact-point';
import { readConnection, writeConnection, type Database, type Tables } from '../../src-main/db';
import { projectParty } from '../../src-main/features/parties';
import { putActivityDocument } from '../../src-main/search';
import { openEngine, type TestEngine } from '../support/open-engine';
import { anyStep, nothingKnown, runStep } from './support/random-work';
import { ledgerRows, searchRows } from './support/rows';

let test: TestEngine;
const known = nothingKnown();
const country = 'SA';
const database = (): Database => test.engine.base()!.writer;
const all = <Row>(sql: string): Row[] => database().prepare(sql).all() as Row[];

beforeAll(async () => {
  test = await openEngine({ country });
  const batches = fc.sample(fc.array(anyStep, { minLength: 20, maxLength: 20 }), { seed: 1447, numRuns: 25 });
  for (const step of batches.flat()) {
    test.clock.at += 1000;
    await runStep(test, known, step);
  }
});
afterAll(() => test.close());

describe('after five hundred random edits', () => {
  it('names, sort keys, phones, e-mails, cities, roles and search documents of parties equal a rebuild', () => {
    const before = { rows: ledgerRows(database()), search: searchRows(database()).party_doc };
    expect(before.search!.length).toBeGreaterThan(20);
    database().exec(
      "BEGIN; INSERT INTO current_operation (one, seq) VALUES (1, 1); UPDATE party SET display_name = '', sort_ar = '', sort_fa = '', sort_en = '', primary_phone = null, primary_email = null, city = null, city_key = null, role_types = '', shown_owner_id = null, shown_language = null, more_owners = 0; DELETE FROM current_operation",
    );
    database().exec(
      "INSERT INTO party_words (party_words) VALUES ('delete-all'); INSERT INTO party_phones (party_phones) VALUES ('delete-all'); INSERT INTO party_emails (party_emails) VALUES ('delete-all'); DELETE FROM party_doc",
    );
    const db = writeConnection(database());
    for (const { id } of all<{ id: string }>('select id from party'))
      projectParty(db, id, { at: test.clock.at, country });
    const rebuilt = { rows: ledgerRows(database()), search: searchRows(database()).party_doc };
    database().exec('ROLLBACK');
    expect(rebuilt).toEqual(before);
  });

  it('comparable forms of contact points and identifiers equal what their values say', () => {
    const points = all<Tables['contact_point']>('select * from contact_point');
    expect(
      points.filter((point) => normalContactPoint(point.kind, point.value, country).normal !== point.normal),
    ).toEqual([]);
    const identifiers = all<Tables['identifier']>('select * from identifier');
    expect(identifiers.filter((row) => checkIdentifier(row.scheme, row.value).normalised !== row.normal)).toEqual([]);
  });

  it('the stage of every role is its last event', () => {
    const wrong = all(
      'select r.id from party_role r where r.stage is not (select e.to_stage from role_stage_event e where e.role_id = r.id order by e.at desc, e.id desc limit 1)',
    );
    expect(wrong).toEqual([]);
  });

  it('times of participants are those of their activity, and the last contact of a party is its latest activity', () => {
    expect(
      all(
        'select p.id from activity_party p join activity a on a.id = p.activity_id where a.deleted_at is null and (p.at <> a.at or p.kind <> a.kind)',
      ),
    ).toEqual([]);
    const wrong = all(
      `select p.id from party p where p.last_activity_at is not (
         select max(a.at) from activity_party ap join activity a on a.id = ap.activity_id where ap.party_id in (select m.id from party m where m.id = p.id or m.root_id = p.id) and a.deleted_at is null)`,
    );
    expect(wrong).toEqual([]);
  });

  it('search documents of activities equal a rebuild', () => {
    const before = searchRows(database()).activity_doc;
    expect(before!.length).toBeGreaterThan(10);
    database().exec(
      "BEGIN; INSERT INTO activity_words (activity_words) VALUES ('delete-all'); DELETE FROM activity_doc",
    );
    const db = writeConnection(database());
    for (const activity of all<Tables['activity']>('select * from activity where deleted_at is null'))
      putActivityDocument(db, activity);
    const rebuilt = searchRows(database()).activity_doc;
    database().exec('ROLLBACK');
    expect(rebuilt).toEqual(before);
  });

  it.each(['party_words', 'party_phones', 'party_emails', 'activity_words'])(
    '%s holds exactly the words of its documents',
    (table) => {
      database().exec(`CREATE VIRTUAL TABLE temp.held USING fts5vocab('main', '${table}', 'row')`);
      const held = () => all<{ term: string; doc: number }>('select term, doc from temp.held order by term');
      const before = held();
      expect(before.length).toBeGreaterThan(3);
      database().exec(`BEGIN; INSERT INTO ${table} (${table}) VALUES ('rebuild')`);
      const rebuilt = held();
      database().exec('ROLLBACK; DROP TABLE temp.held');
      expect(rebuilt).toEqual(before);
    },
  );

  it('a party is found by its name exactly while it is not in the recycle bin and stands for itself', () => {
    const db = readConnection(database());
    const documented = new Set(
      db
        .all<{ party_id: string }>({ sql: 'select party_id from party_doc', parameters: [] })
        .map((row) => row.party_id),
    );
    for (const { id, deleted_at, root_id } of all<{ id: string; deleted_at: number | null; root_id: string | null }>(
      'select id, deleted_at, root_id from party',
    )) {
      expect(documented.has(id), id).toBe(deleted_at === null && root_id === null);
    }
  });
});
