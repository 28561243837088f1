// The sample office shows what the privacy desk is for: every tab has something true in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
  value(await test.client.base.loadSample({}));
}, 120_000);
afterAll(() => test.close());

describe('the privacy desk of the sample office', () => {
  it('has requests that wait, one that is late, and some that are answered', async () => {
    const { requests } = value(await test.client.privacy.requests({}));
    const open = requests.filter(({ state }) => state === 'open');
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(['access', 'correct', 'erase']);
    expect(open.filter(({ daysLeft }) => daysLeft < 0).length).toBe(1);
    expect(
      requests
        .map(({ state }) => state)
        .filter((state) => state !== 'open')
        .toSorted(),
    ).toEqual(['done', 'done', 'refused']);
  });

  it('has erased somebody with a second person’s word, and the certificate is there; nobody can find them', async () => {
    const { erasures } = value(await test.client.privacy.erasures({}));
    expect(erasures).toMatchObject([{ mode: 'erase', records: 1, approvedBy: { name: 'Nadia Marlow' } }]);
    expect(erasures[0]?.requestId).not.toBeNull();
    expect(
      value(await test.client.search.find({ text: 'مشعل العتيبي', limit: 5 })).hits.map(({ title }) => title),
    ).not.toContain('مشعل بن راشد العتيبي');
    const again = { kind: 'person', names: [{ text: 'مشعل بن راشد العتيبي' }] } as const;
    const contactPoints = [{ kind: 'phone', value: '0500120934' }] as const;
    const probe = { ...again, contactPoints: [...contactPoints] };
    expect(value(await test.client.privacy.wasErased({ probe: probe as never })).erased).not.toBeNull();
  });

  it('holds what a court needs, keeps a number off the lists, and has a rule whose time is over for somebody', async () => {
    expect(value(await test.client.privacy.marks({})).marks).toMatchObject([{ kind: 'hold' }]);
    expect(value(await test.client.privacy.suppressions({})).entries.length).toBeGreaterThan(0);
    const { rules } = value(await test.client.privacy.retentionRules({}));
    expect(rules.filter(({ active }) => active).map(({ id }) => id)).toEqual(['quiet-prospects']);
    expect(value(await test.client.privacy.proposals({})).proposals.length).toBeGreaterThan(0);
  });

  it('asks a guardian who calls a question before anything is told, and is sound throughout', async () => {
    const { hits } = value(await test.client.search.find({ text: 'سالم القحطاني', limit: 5 }));
    const lists = await Promise.all(hits.map(({ id }) => test.client.authority.list({ partyId: id })));
    const asked = lists.flatMap((list) => value(list).forThem.flatMap(({ authorities }) => authorities));
    expect(asked.some(({ questions }) => questions.length === 2)).toBe(true);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });
});
