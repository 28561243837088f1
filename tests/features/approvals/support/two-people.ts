// A second administrator beside amal, and changing who sits at the desk.

import { passphrase, value, type TestEngine } from '../../../support/open-engine';

export async function signIn(test: TestEngine, login: string): Promise<void> {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
}

/** omar, who may approve. */
export async function withSecond(test: TestEngine): Promise<string> {
  return value(await test.client.users.create({ login: 'omar', role: 'administrator', passphrase })).id;
}
