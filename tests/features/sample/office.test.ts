// The sample office: who is in it, and that it reads like an office.
import { expect, test } from 'vitest';
import { sampleOffice, type SampleParty } from '../../../src-main/features/sample';
import { ActivityDraft } from '../../../src-shared/features/activities/activity';
import { checkIdentifier } from '../../../src-shared/features/parties/identifiers';
import { PartyDraft } from '../../../src-shared/features/parties/party';
import { relationshipType } from '../../../src-shared/features/relationships/relationship-types';
import { civilToParts } from '../../../src-shared/locale/calendars';

const NOW = Date.UTC(2026, 4, 6, 7, 14);
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const office = sampleOffice({ now: NOW, seed: 1405 });
const byKey = new Map(office.parties.map((party) => [party.key, party]));
const party = (key: string): SampleParty => byKey.get(key)!;
const names = (key: string): string[] => party(key).draft.names.map((name) => name.text);
const related = (fromKey: string, type: string, toKey: string): boolean =>
  office.relationships.some((edge) => edge.fromKey === fromKey && edge.type === type && edge.toKey === toKey);

test('the sample office has 2,000 parties and 20,000 activities', () => {
  expect(office.parties).toHaveLength(2000);
  expect(byKey.size).toBe(2000);
  expect(office.activities).toHaveLength(20_000);
});

test('the same seed and day make the same office', () => {
  expect(sampleOffice({ now: NOW, seed: 1405 })).toEqual(office);
});

test('every party of the office is one that could be typed in', () => {
  for (const { draft } of office.parties) PartyDraft.parse(draft);
});

test('every activity could be logged, lies in the past and is about people on file', () => {
  for (const { draft, partyKeys } of office.activities) {
    ActivityDraft.parse({ ...draft, partyIds: partyKeys.map(() => ID) });
    expect(draft.at).toBeLessThanOrEqual(NOW);
    expect(`${draft.subject}${draft.body}${draft.outcome}`).not.toMatch(/[{}]|undefined/);
    for (const key of partyKeys) expect(byKey.has(key), key).toBe(true);
    expect(new Set(partyKeys).size).toBe(partyKeys.length);
  }
});

test('activities come in order of time', () => {
  const times = office.activities.map(({ draft }) => draft.at);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
});

test('every deal went through its stages in order of time, up to now, and is about a party on file', () => {
  expect(office.deals).toHaveLength(180);
  for (const { partyKey, ownerKey, moves, deciderKey } of office.deals) {
    expect(byKey.has(partyKey) && byKey.has(deciderKey ?? partyKey), partyKey).toBe(true);
    expect(
      office.users.some(({ key }) => key === ownerKey),
      ownerKey,
    ).toBe(true);
    expect(moves.map(({ at }) => at)).toEqual(moves.map(({ at }) => at).toSorted((one, other) => one - other));
    expect(moves.at(-1)!.at).toBeLessThanOrEqual(NOW);
    expect(moves[0]!.stage).toBe(0);
  }
});

test('every lead is of somebody on file, received before its steps, and some wait for a first answer', () => {
  expect(office.leads).toHaveLength(40);
  for (const { partyKey, receivedAt, steps } of office.leads) {
    expect(byKey.has(partyKey), partyKey).toBe(true);
    const times = [receivedAt, ...steps.map(({ at }) => at), NOW];
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  }
  const ends = office.leads.map(({ steps }) => steps.at(-1)?.toState ?? 'new');
  expect(new Set(ends)).toEqual(new Set(['new', 'contacted', 'talks', 'qualified', 'disqualified']));
});
test('there is something to do today, some of it late, promises of both sides were kept and broken, and some comes back in each calendar', () => {
  const own = office.tasks.filter(({ ownerKey }) => ownerKey === null);
  expect(own.some(({ due }) => due !== null && due.on < dayOf(NOW))).toBe(true);
  expect(own.some(({ due }) => due !== null && due.on >= dayOf(NOW))).toBe(true);
  for (const word of ['ours', 'theirs'])
    for (const kind of ['done', 'broken'])
      expect(
        office.tasks.some((task) => task.word === word && task.ended?.kind === kind),
        `${word} ${kind}`,
      ).toBe(true);
  expect(office.tasks.flatMap(({ repeat }) => repeat?.unit ?? []).toSorted()).toEqual(['month', 'week', 'year']);
  for (const { partyKey, madeAt, ended } of office.tasks) {
    expect(partyKey === null || byKey.has(partyKey)).toBe(true);
    expect(madeAt <= (ended?.at ?? NOW) && (ended?.at ?? NOW) <= NOW).toBe(true);
  }
});
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

test('owners and authors are users of the office', () => {
  const users = new Set(office.users.map((user) => user.key));
  for (const { ownerKey } of office.parties) expect(users.has(ownerKey)).toBe(true);
  for (const { authorKey } of office.activities) expect(users.has(authorKey)).toBe(true);
  for (const user of office.users) expect(party(user.key).draft.roles![0]!.type).toBe('employee');
});

test('every relationship joins kinds that may be joined, once', () => {
  const said = new Set<string>();
  for (const { fromKey, toKey, type, fromOn, toOn } of office.relationships) {
    const rule = relationshipType(type)!;
    expect(rule.from, `${fromKey} ${type}`).toContain(party(fromKey).draft.kind);
    expect(rule.to, `${type} ${toKey}`).toContain(party(toKey).draft.kind);
    expect(fromKey).not.toBe(toKey);
    expect(said.has(`${fromKey} ${type} ${toKey}`)).toBe(false);
    said.add(`${fromKey} ${type} ${toKey}`);
    if (fromOn && toOn) expect(fromOn <= toOn).toBe(true);
  }
});

test('Fatima and her son share the number as the receptionist typed it, and she is his guardian', () => {
  expect(names('fatima')[0]).toBe('فاطمة بنت سالم القحطاني');
  expect(names('salem')[0]).toBe('سالم فهد القحطاني');
  for (const key of ['fatima', 'salem']) expect(party(key).draft.contactPoints![0]!.value).toBe('٠٥٠-١٢٣ ٤٥٦٧ ');
  expect(related('fatima', 'guardian', 'salem')).toBe(true);
  const others = office.parties.filter(({ draft }) =>
    (draft.contactPoints ?? []).some((point) => point.value.includes('٤٥٦٧ ')),
  );
  expect(others.map((other) => other.key).sort()).toEqual(['fatima', 'salem']);
});

test('Salem is nine years old whenever the office is opened', () => {
  for (const now of [NOW, Date.UTC(2026, 10, 23), Date.UTC(2029, 1, 1)]) {
    const salem = sampleOffice({ now, seed: 1 }).parties.find(({ key }) => key === 'salem')!;
    const born = Date.parse(salem.draft.birth!.on);
    expect(Math.floor((now - born) / (365.2425 * 86_400_000))).toBe(9);
  }
});

test('one man is written three ways', () => {
  expect(names('rezaei')).toEqual(['محمدعلی رضائی', 'Mohamed Ali Rezaei', 'محمد على رضايي']);
});

test('Dr Haddad directs one clinic and is consultant in another', () => {
  expect(names('haddad')[0]).toBe('د. ليلى حداد');
  expect(related('haddad', 'director', 'clinic-a')).toBe(true);
  expect(related('haddad', 'consultant', 'clinic-b')).toBe(true);
});

test('Al Nour is supplier and customer at once', () => {
  expect(names('noor')[0]).toBe('شركة النور للتوريدات');
  expect(party('noor').draft.roles!.map((role) => role.type)).toEqual(['supplier', 'customer']);
});

test('the other hand-made people are there with their spellings and ties', () => {
  expect(names('khalid')[0]).toBe('خالد المنصوري');
  expect(names('hind')[0]).toBe('هند العتيبي');
  expect(names('yousef')[0]).toBe('یوسف العتیبی');
  expect(names('sepehr-vanak')[0]).toBe('بانک سپهر – شعبه ونک');
  expect(related('khalid', 'spouse', 'hind')).toBe(true);
  expect(related('yousef', 'sibling', 'hind')).toBe(true);
  expect(related('sepehr-vanak', 'branch', 'sepehr')).toBe(true);
  expect(party('hind').draft.identifiers!.some(({ scheme }) => scheme === 'policy-number')).toBe(true);
});

test('there are households, company groups, branches and occasions in three calendars', () => {
  const groups = office.parties.map(({ draft }) => draft.groupKind).filter((kind) => kind !== undefined);
  expect(groups.filter((kind) => kind === 'household').length).toBeGreaterThan(150);
  expect(groups.filter((kind) => kind === 'company-group').length).toBeGreaterThan(10);
  expect(office.relationships.filter((edge) => edge.type === 'branch').length).toBeGreaterThan(20);
  const calendars = new Set(
    office.parties.flatMap(({ draft }) => (draft.occasions ?? []).map((occasion) => occasion.calendar)),
  );
  expect(calendars).toEqual(new Set(['gregory', 'umalqura', 'persian']));
});

test('a child under fifteen has a guardian on file', () => {
  const fifteen = NOW - 15 * 365.2425 * 86_400_000;
  const children = office.parties.filter(
    ({ key, draft }) => key.includes('-child-') && Date.parse(draft.birth!.on) > fifteen + 90 * 86_400_000,
  );
  expect(children.length).toBeGreaterThan(50);
  for (const { key } of children)
    expect(office.relationships.some((edge) => edge.type === 'guardian' && edge.toKey === key)).toBe(true);
});

test('identity numbers pass their rules and birth dates read the same in their own calendar', () => {
  for (const { draft } of office.parties) {
    for (const { scheme, value } of draft.identifiers ?? [])
      expect(checkIdentifier(scheme, value).verdict).not.toBe('invalid');
    const birthday = draft.occasions?.find((occasion) => occasion.kind === 'birthday');
    if (!birthday || !draft.birth || draft.birth.calendar !== birthday.calendar) continue;
    const parts = civilToParts(draft.birth.on, birthday.calendar)!;
    expect([parts.year, parts.month, parts.day]).toEqual([birthday.year, birthday.month, birthday.day]);
  }
});

test('a role that ended began before, and its end has a reason', () => {
  for (const { partyKey, roleType, endedOn, reason } of office.roleEnds) {
    const role = party(partyKey).draft.roles!.find(({ type }) => type === roleType)!;
    expect(role.startedOn! <= endedOn).toBe(true);
    expect(reason.length).toBeGreaterThan(5);
  }
});

test('what was promised is what happened: an appointment is kept on the day that was named', () => {
  const days = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس'];
  const reminders = office.activities.filter(({ draft }) => draft.subject.startsWith('تأكيد موعد يوم '));
  expect(reminders.length).toBeGreaterThan(20);
  for (const reminder of reminders) {
    const named = days.indexOf(reminder.draft.subject.slice('تأكيد موعد يوم '.length));
    const visit = office.activities.find(
      ({ draft, partyKeys }) =>
        draft.at > reminder.draft.at && draft.subject.startsWith('كشف لدى') && partyKeys[0] === reminder.partyKeys[0],
    );
    if (visit) expect(new Date(visit.draft.at).getUTCDay()).toBe(named);
  }
});
