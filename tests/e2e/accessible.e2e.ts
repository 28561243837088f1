// Every page in three languages, light and dark, against the rules of WCAG 2.2 AA that a machine can check; and a picture of each.
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { asked, createBase, launch, picture } from '../support/launch';
import { wordsOf } from '../support/words';

for (const language of languages) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every page is accessible in ${language}, ${theme}`, async () => {
      const launched = await launch({ language });
      const page = launched.page();
      const t = wordsOf(language);
      if (theme === 'light') await expectAccessible(page, 'first run');
      await createBase(page, language, { sample: true });
      await asked(page, 'settings.updateUser', { theme });
      await page.reload();
      await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
      const found = (await asked(page, 'search.find', { text: 'ليلى حداد', scopes: ['person'] })) as {
        hits: { id: string }[];
      };
      const pages = [
        '',
        'people',
        'organisations',
        'groups',
        `party/${found.hits[0]!.id}`,
        'duplicates',
        'quality',
        'import',
        'operations',
        'users',
        'health',
        'settings',
        'about',
      ];
      for (const path of pages) {
        await page.evaluate((hash) => (location.hash = `#/${hash}`), path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForTimeout(400);
        await picture(page, `${path === '' ? 'today' : path.split('/')[0]}-${language}-${theme}`);
        await expectAccessible(page, path);
      }
      await page.keyboard.press('Control+KeyK');
      await page.getByRole('combobox').first().fill('محمد');
      await page.waitForTimeout(400);
      await picture(page, `search-${language}-${theme}`);
      await expectAccessible(page, 'search');
      await launched.close();
    });
  }
}
