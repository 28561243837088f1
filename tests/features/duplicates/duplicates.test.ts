// People entered twice, through the door: warned of, searched for, called different, and seen in one's own rights only.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScanResult } from '@shared/features/duplicates/duplicates.contract';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeEach(async () => {
  test = await openEngine({ country: 'IR' });
});
afterEach(() => test.close());

interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly id?: string;
  readonly birthOn?: string;
}

const draftOf = ({ name, phone, id, birthOn }: Person) => ({
  kind: 'person' as const,
  names: [{ text: name }],
  contactPoints: phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }],
  identifiers: id === undefined ? [] : [{ scheme: 'ir-national-id' as const, value: id }],
  ...(birthOn === undefined ? {} : { birth: { on: birthOn, calendar: 'gregory' as const, text: birthOn } }),
});

const add = async (person: Person): Promise<string> => value(await test.client.parties.create(draftOf(person))).id;

const check = async (person: Person) =>
  value(await test.client.duplicates.check({ probe: draftOf(person) })).matches.map(({ party, band, reasons }) => ({
    id: party.id,
    band,
    why: reasons.map((reason) => reason.code),
  }));

async function scan(full = false): Promise<ScanResult> {
  const { jobId } = value(await test.client.duplicates.scan({ full }));
  const { state, result } = await ended(test, jobId);
  expect(state).toBe('done');
  return result as ScanResult;
}

const open = async () =>
  value(await test.client.duplicates.list({})).pairs.map(({ left, right }) => [left.id, right.id]);

const rezaei = { name: 'محمد علی رضائی', phone: '۰۹۱۲ ۱۲۳ ۴۵۶۷' };
const rezaee = { name: 'Mohamed Ali Rezaee', phone: '+98 912 123 4567' };

describe('while a new person is typed', () => {
  it('the one already there is shown with reasons, whatever the script and the form of the number', async () => {
    const id = await add(rezaei);
    await add({ name: 'زهرا رضائی', phone: rezaei.phone });
    expect(await check(rezaee)).toEqual([
      { id, band: 'likely', why: expect.arrayContaining(['phone-same', 'family-spelled', 'given-spelled']) },
    ]);
  });

  it('a birthday and a name are enough, day and month turned round or not', async () => {
    const id = await add({ name: 'نسرین کاظمی', birthOn: '1985-03-07' });
    for (const birthOn of ['1985-03-07', '1985-07-03'])
      expect(await check({ name: 'Nasrin Kazemi', birthOn })).toMatchObject([{ id }]);
    expect(await check({ name: 'Nasrin Kazemi', birthOn: '1990-11-21' })).toEqual([]);
  });

  it('it may go on and save all the same: a warning is no refusal', async () => {
    await add(rezaei);
    expect((await test.client.parties.create(draftOf(rezaee))).ok).toBe(true);
  });

  it('nobody is shown for a name alone that many bear, or for nothing at all', async () => {
    await add({ name: 'محمد احمد' });
    expect(await check({ name: 'محمد أحمد' })).toEqual([]);
    expect(value(await test.client.duplicates.check({ probe: { kind: 'person' } })).matches).toEqual([]);
  });

  it('whoever lies in the recycle bin is not meant', async () => {
    const id = await add(rezaei);
    value(await test.client.parties.remove({ ids: [id] }));
    expect(await check(rezaee)).toEqual([]);
  });
});

describe('a search through the base', () => {
  it('finds each pair once and leaves relatives alone', async () => {
    const pair = [await add(rezaei), await add(rezaee)];
    await add({ name: 'زهرا رضائی', phone: rezaei.phone });
    expect(await scan()).toEqual({ parties: 3, pairs: 1, likely: 1, full: true });
    expect(await open()).toEqual([pair]);
    expect(await scan(true)).toMatchObject({ pairs: 1 });
    expect(await open()).toEqual([pair]);
  });

  it('looks only at what changed since the last time, and finds the same as a whole one', async () => {
    const first = await add(rezaei);
    await scan();
    const second = await add(rezaee);
    value(await test.client.parties.create(draftOf({ name: 'سارا کریمی', phone: '09120000001' })));
    expect(await scan()).toMatchObject({ parties: 2, pairs: 1, full: false });
    expect(await open()).toEqual([[first, second]]);
    expect(value(await test.client.duplicates.lastScan({})).last?.changed.value).toBe(0);
    await scan(true);
    expect(await open()).toEqual([[first, second]]);
  });

  it('forgets a pair that no longer looks alike', async () => {
    await add(rezaei);
    const second = await add(rezaee);
    await scan();
    const record = value(await test.client.parties.get({ id: second }));
    value(
      await test.client.parties.update({
        id: second,
        put: { names: [{ id: record.names[0]!.id, text: 'Sara Karimi' }] },
      }),
    );
    expect(await open()).toEqual([]);
    expect(await scan()).toMatchObject({ parties: 1, pairs: 0 });
    expect(await open()).toEqual([]);
  });

  it('can be ended, and what was found before stays', async () => {
    const pair = [await add(rezaei), await add(rezaee)];
    await scan();
    const { jobId } = value(await test.client.duplicates.scan({ full: true }));
    value(await test.client.jobs.cancel({ id: jobId }));
    expect((await ended(test, jobId)).state).toBe('cancelled');
    expect(await open()).toEqual([pair]);
  });

  it('never merges anybody', async () => {
    await add(rezaei);
    await add(rezaee);
    const before = value(await test.client.operations.list({})).operations.length;
    await scan();
    expect(value(await test.client.parties.list({})).rows).toHaveLength(2);
    expect(value(await test.client.operations.list({})).operations).toHaveLength(before);
  });
});

describe('two people called different', () => {
  const dismissed = async (): Promise<[string, string]> => {
    const pair: [string, string] = [await add(rezaei), await add(rezaee)];
    await scan();
    value(await test.client.duplicates.dismiss({ partyId: pair[1], otherId: pair[0] }));
    return pair;
  };

  it('leave the queue for ever, through every later search', async () => {
    const [first, second] = await dismissed();
    expect(await open()).toEqual([]);
    await scan(true);
    expect(await open()).toEqual([]);
    expect(value(await test.client.duplicates.ofParty({ id: first })).matches).toEqual([]);
    const { pairs } = value(await test.client.duplicates.list({ state: 'different' }));
    expect(pairs).toMatchObject([
      { left: { id: first }, right: { id: second }, state: 'different', decided: { by: { name: 'آمال' } } },
    ]);
  });

  it('come back when somebody reopens them, or undoes it', async () => {
    const [partyId, otherId] = await dismissed();
    value(await test.client.duplicates.reopen({ partyId, otherId }));
    expect(await open()).toEqual([[partyId, otherId]]);
    expect(code(await test.client.duplicates.reopen({ partyId, otherId }))).toBe('duplicates.not-dismissed');
    value(await test.client.duplicates.dismiss({ partyId, otherId }));
    value(await test.client.operations.undo({}));
    expect(await open()).toEqual([[partyId, otherId]]);
  });

  it('are two that exist', async () => {
    const id = await add(rezaei);
    const nobody = '01890000-0000-7000-8000-000000000000';
    expect(code(await test.client.duplicates.dismiss({ partyId: id, otherId: id }))).toBe('duplicates.same-party');
    expect(code(await test.client.duplicates.dismiss({ partyId: id, otherId: nobody }))).toBe(
      'duplicates.party-not-found',
    );
  });
});

describe('records that were merged', () => {
  it('leave the queue, and are met from then on as one', async () => {
    const [first, second] = [await add(rezaei), await add({ ...rezaee, name: 'Mohamed Ali Rezaee' })];
    await scan();
    value(await test.client.parties.merge({ intoId: first, ids: [second] }));
    expect(await open()).toEqual([]);
    const third = await add({ name: 'Mohamad Ali Rezaei', phone: '09121234567' });
    expect(await scan()).toMatchObject({ full: false });
    expect(await open()).toEqual([[first, third]]);
    await scan(true);
    expect(await open()).toEqual([[first, third]]);
    expect(code(await test.client.duplicates.dismiss({ partyId: second, otherId: third }))).toBe(
      'duplicates.party-not-found',
    );
  });

  it('come back when they are separated', async () => {
    const [first, second] = [await add(rezaei), await add(rezaee)];
    await scan();
    value(await test.client.parties.merge({ intoId: first, ids: [second] }));
    await scan();
    value(await test.client.operations.undo({}));
    await scan();
    expect(await open()).toEqual([[first, second]]);
  });
});

describe('the queue', () => {
  it('is answered in pages, the surest first, likely ones by themselves', async () => {
    for (let index = 0; index < 5; index += 1) {
      const phone = `0912000001${index}`;
      const birth = index % 2 === 0 ? { birthOn: `198${index}-05-06` } : {};
      await add({ name: `کاوه نجف‌زاده${index === 4 ? ' تهرانی' : ''}`, phone, ...birth });
      await add({ name: `Kaveh Najafzadeh`, phone, ...birth });
    }
    await scan();
    const whole = value(await test.client.duplicates.list({ limit: 200 }));
    const percents = whole.pairs.map(({ percent }) => percent);
    expect(percents).toEqual(percents.toSorted((one, other) => other - one));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = value(await test.client.duplicates.list({ limit: 2, ...(after === undefined ? {} : { after }) }));
      seen.push(...page.pairs.map(({ left, right }) => left.id + right.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(whole.pairs.map(({ left, right }) => left.id + right.id));
    expect(whole.count).toEqual({ value: whole.pairs.length, capped: false });
    const likely = value(await test.client.duplicates.list({ band: 'likely' }));
    expect(likely.pairs.every(({ band }) => band === 'likely')).toBe(true);
    expect(code(await test.client.duplicates.list({ after: 'x' }))).toBe('duplicates.cursor-invalid');
  });

  it('follows the thresholds of the site', async () => {
    await add({ name: 'کاوه نجف‌زاده', phone: '09120000010' });
    await add({ name: 'نجف‌زاده', phone: '09120000010' });
    const bands = async () => (await check({ name: 'نجف‌زاده', phone: '09120000010' })).map(({ band }) => band);
    value(await test.client.settings.updateSite({ duplicatesLikely: 99, duplicatesPossible: 99 }));
    expect(await bands()).not.toContain('possible');
    value(await test.client.settings.updateSite({ duplicatesLikely: 50, duplicatesPossible: 10 }));
    expect((await bands()).length).toBe(2);
    expect(code(await test.client.settings.updateSite({ duplicatesPossible: 60 }))).toBe('settings.duplicates-order');
  });
});

describe('whoever may not see identity numbers', () => {
  const id = '0499370899';

  it('learns nothing from them: not whom they belong to, not that two agree', async () => {
    await add({ name: 'کاوه نجف‌زاده', id });
    await add({ name: 'Kaveh Najafzadeh', id, phone: '09120000010' });
    expect(await check({ name: 'پروین صدری', id })).toHaveLength(2);
    await scan();
    value(await test.client.users.create({ login: 'reader', role: 'reader', passphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'reader', passphrase }));
    expect(await check({ name: 'پروین صدری', id })).toEqual([]);
    const shown = JSON.stringify([
      value(await test.client.duplicates.list({})),
      value(await test.client.duplicates.check({ probe: draftOf({ name: 'کاوه نجف‌زاده', id }) })),
    ]);
    expect(shown).not.toContain(id);
    expect(shown).not.toContain('identifier-');
  });
});
