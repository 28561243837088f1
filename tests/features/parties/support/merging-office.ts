// An office of a test's own for merging and separating, which is sound after every test.
import { afterEach, beforeEach, expect } from 'vitest';
import type { RawInputOf } from '@shared/core/contract';
import type { partiesContract } from '@shared/features/parties/parties.contract';
import { openEngine, value, type TestEngine } from '../../../support/open-engine';

type Draft = RawInputOf<(typeof partiesContract)['operations']['create']>;

export function mergingOffice() {
  const held: { test?: TestEngine } = {};
  const office = (): TestEngine => held.test!;
  const client = () => office().client;
  beforeEach(async () => {
    held.test = await openEngine();
  });
  afterEach(async () => {
    expect(office().reported).toEqual([]);
    expect(value(await client().base.verify({})).findings).toEqual([]);
    await office().close();
  });
  return {
    office,
    client,
    person: async (name: string, more: Partial<Draft> = {}): Promise<string> =>
      value(await client().parties.create({ kind: 'person', names: [{ text: name }], ...more })).id,
    merge: async (intoId: string, ...ids: string[]) => value(await client().parties.merge({ intoId, ids })),
    separate: async (...ids: string[]) => value(await client().parties.unmerge({ ids })),
    get: async (id: string) => value(await client().parties.get({ id })),
    listed: async (filter: object = {}) =>
      value(await client().parties.list({ filter })).rows.map((row) => row.displayName),
    found: async (text: string) =>
      value(await client().search.find({ text, scopes: ['person'] })).hits.map(({ id }) => id),
    log: async (subject: string, ...partyIds: string[]) =>
      value(await client().activities.log({ kind: 'call', subject, partyIds })).id,
    timeline: async (partyId: string) =>
      value(await client().parties.timeline({ partyId })).items.map((item) => item.subject),
  };
}
