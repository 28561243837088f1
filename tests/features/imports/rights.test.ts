// A file gives nobody a right: what a user may not write by hand, their import does not write either.
import { afterAll, expect, it } from 'vitest';
import { shippedRoles } from '../../../src-shared/features/policy/shipped-roles';
import { openEngine, passphrase, value } from '../../support/open-engine';
import { testFolder } from '../../import/support/files';
import { bringIn } from './support/bring';

const folder = testFolder();
afterAll(() => folder.remove());

it('who may import but neither record consent nor say who speaks for whom brings in neither, and is told so', async () => {
  const test = await openEngine();
  await bringIn(test, folder.write('people.csv', 'id,name\nP1,سالم الحربي\nP2,فاطمة الحربي\n'));
  const { 'consent.record': _, 'authority.grant': __, ...held } = shippedRoles.staff.grants;
  const grants = { ...held, 'imports.run': 'all' as const };
  const { id } = value(await test.client.policy.set({ name: 'Importer', policy: { ...shippedRoles.staff, grants } }));
  value(await test.client.users.create({ login: 'huda', role: id, passphrase } as never));
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login: 'huda', passphrase }));
  const consents = folder.write('c.csv', 'client id,purpose,status,date\nP1,marketing,yes,2025-03-01\n');
  const authorities = folder.write('a.csv', 'client id,agent id,basis,scope\nP1,P2,mandate,medical\n');
  for (const [file, into] of [
    [consents, 'consents'],
    [authorities, 'authorities'],
  ] as const)
    expect(await bringIn(test, file, { into })).toMatchObject({
      state: 'failed',
      counts: { created: 0 },
      failure: { code: 'door.out-of-reach' },
    });
  const { hits } = value(await test.client.search.find({ text: 'سالم الحربي', limit: 1 }));
  const partyId = hits[0]!.id;
  expect(value(await test.client.consent.list({ partyId })).history).toEqual([]);
  expect(value(await test.client.authority.list({ partyId })).forThem).toEqual([]);
  await test.close();
});
