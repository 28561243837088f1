// One person with much to say about him, the company he works for, and what happened with them.
import { value, type TestEngine } from '../../../support/open-engine';
import { office } from './office';

export async function smallOffice(): Promise<{ test: TestEngine; mahmoud: string; company: string }> {
  const test = await office({ country: 'IR', language: 'fa' });
  const add = async (draft: Parameters<typeof test.client.parties.create>[0]): Promise<string> =>
    value(await test.client.parties.create(draft)).id;
  const mahmoud = await add({
    kind: 'person',
    names: [{ text: 'محمود رضایی', given: 'محمود', family: 'رضایی', prefix: 'دکتر' }],
    contactPoints: [
      { kind: 'phone', label: 'mobile', value: '0912 345 6789', preferred: true },
      { kind: 'phone', label: 'home', value: '021 1234 5678', doNotUse: true },
      { kind: 'email', value: 'mahmoud@example.com' },
    ],
    addresses: [{ kind: 'work', lines: 'خیابان انقلاب', city: 'تهران', country: 'IR' }],
    occasions: [{ kind: 'birthday', calendar: 'persian', month: 2, day: 14, remindDays: 3 }],
    roles: [{ type: 'customer' }],
    birth: { on: '1990-05-04', calendar: 'persian', text: '۱۴ اردیبهشت ۱۳۶۹' },
    note: 'خط یک\nخط، دو; "سه"',
  });
  const company = await add({
    kind: 'organisation',
    names: [{ text: '=Cmd|شرکت نور' }],
    gender: null,
  });
  value(
    await test.client.relationships.create({
      fromPartyId: mahmoud,
      toPartyId: company,
      type: 'employee',
      position: 'مدیر فروش',
    }),
  );
  value(
    await test.client.activities.log({
      kind: 'meeting',
      subject: 'جلسهٔ اول, با «نقطه»',
      body: 'یک\nدو',
      at: Date.UTC(2026, 4, 6, 7, 0),
      durationMinutes: 45,
      place: 'دفتر',
      partyIds: [mahmoud, company],
    }),
  );
  return { test, mahmoud, company };
}
