// A base in a folder that a sync service copies: said before it is made, when it is locked and when it is open, with what to do.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createTranslator } from '@shared/locale/translate';
import { openEngine, value } from '../support/open-engine';

const parent = mkdtempSync(join(tmpdir(), 'diwan-place-'));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('names the service, whether or not the base is there already', async () => {
  mkdirSync(join(parent, 'OneDrive - Clinic'));
  const folder = join(parent, 'OneDrive - Clinic', 'Diwan');
  const before = await openEngine({ folder, create: false });
  const place = { kind: 'sync-folder', sign: 'OneDrive - Clinic' };
  expect(value(await before.client.session.status({}))).toMatchObject({ state: 'no-base', place });
  await before.close();
  const made = await openEngine({ folder });
  expect(value(await made.client.session.status({}))).toMatchObject({ state: 'open', place });
  value(await made.client.session.lock({}));
  expect(value(await made.client.session.status({}))).toMatchObject({ state: 'locked', place });
  await made.close();
});

it.each(['ar', 'fa', 'en'] as const)('%s says what is wrong with the place, and names it', (language) => {
  const t = createTranslator(language);
  for (const kind of ['network', 'sync-folder'])
    expect(t(`session.place-${kind}`, { sign: 'Dropbox' })).toContain('Dropbox');
});
