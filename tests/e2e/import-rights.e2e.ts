// Authorities and consents of a former program in the window: what the rows are is chosen, tried, brought in, and stands on the record.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { button, goTo, openDesk, said } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';

const files = {
  authorities: [
    'client id,agent id,basis,scope,may act,until',
    'K1,K2,mandate,medical; documents,yes,2035-01-01',
    'K1,K9,mandate,medical,,',
  ],
  consents: [
    'client id,purpose,channel,status,date,evidence',
    'K1,marketing,email,opt-in,2025-03-01,Form 12',
    'K1,marketing,email,opt-out,2026-03-01,',
  ],
} as const;

for (const language of ['ar', 'fa', 'en'] as const)
  test(`who may act for whom and what people agreed to come in from files, in ${language}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diwan-import-rights-'));
    const desk = await openDesk(language);
    const { t } = desk;
    const page = desk.page();
    const [salma] = await Promise.all(
      [
        ['K1', 'Salma Harbi'],
        ['K2', 'Hind Saleh'],
      ].map(([externalKey, text]) => asked(page, 'parties.create', { kind: 'person', externalKey, names: [{ text }] })),
    );
    for (const into of ['authorities', 'consents'] as const) {
      const file = join(folder, `${into}.csv`);
      writeFileSync(file, files[into].join('\n'));
      await chooseFile(desk.launched.app, file);
      await goTo(desk, 'import');
      await button(t, page, 'import.choose').click();
      await expect(page.getByRole('region', { name: t('import.previewLabel') })).toBeVisible();
      await button(t, page, 'import.next').click();
      await page.getByRole('combobox', { name: t('import.into') }).click();
      await page.getByRole('option', { name: t(`import.into.${into}`) }).click();
      const subject = t('import.target.party', {
        part: t(into === 'consents' ? 'catalogue.consent_event.party_id' : 'catalogue.authority.party_id'),
        way: t('import.way.key'),
      });
      await expect(page.getByRole('combobox', { name: `${t('import.target')}: client id` })).toHaveValue(said(subject));
      await picture(page, `import-${into}-${language}`);
      await expectAccessible(page, `mapping ${into}`);
      await button(t, page, 'import.tryNow').click();
      await expect(page.getByText(t('import.tryDone'))).toBeVisible();
      if (into === 'authorities')
        await expect(page.getByText(t('import.reason.party-not-found')).first()).toBeVisible();
      await button(t, page, 'import.runNow', { count: into === 'consents' ? 2 : 1 }).click();
      await expect(page.getByRole('heading', { name: t('import.report') })).toBeVisible();
      await picture(page, `import-${into}-done-${language}`);
    }
    const { id } = salma as { id: string };
    const { history } = (await asked(page, 'consent.list', { partyId: id })) as { history: { action: string }[] };
    expect(history.map(({ action }) => action)).toEqual(['withdrawn', 'given']);
    const { forThem } = (await asked(page, 'authority.list', { partyId: id })) as { forThem: unknown[] };
    expect(forThem.length).toBe(1);
    await button(t, page, 'import.undo').click();
    await button(t, page.getByRole('dialog'), 'import.undo').click();
    await expect(page.getByText(t('import.undone'), { exact: true }).first()).toBeVisible();
    await desk.launched.close();
    rmSync(folder, { recursive: true, force: true });
  });
