// The first minutes with Diwan in each language: the wizard of an empty folder, the office once it is open, the lock screen.
import { expect, test } from '@playwright/test';
import { settled } from '../support/desk';
import { createBase, launch, picture, pressProgramKey } from '../support/launch';
import { wordsOf } from '../support/words';

for (const [language, direction] of [
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['en', 'ltr'],
] as const) {
  test(`the first start in ${language}: the wizard, the open office and the lock screen, without an error`, async () => {
    const launched = await launch({ language });
    const html = () => launched.page().locator('html');
    await expect(html()).toHaveAttribute('lang', language);
    await expect(html()).toHaveAttribute('dir', direction);
    await expect(launched.page().getByRole('heading').first()).toBeVisible();
    await picture(launched.page(), `first-start-${language}`);

    await createBase(launched.page(), language);
    await expect(launched.page().getByRole('heading', { level: 1 })).toContainText('أمل الحسن');
    await expect(launched.page().getByText(wordsOf(language)('home.emptyTitle'))).toBeVisible();
    await settled(launched.page());
    await picture(launched.page(), `open-office-${language}`);

    const next = launched.nextPage();
    await pressProgramKey(launched.app, 'L');
    const locked = await next;
    await expect(html()).toHaveAttribute('dir', direction);
    await expect(locked.locator('input[type=password]')).toBeVisible();
    await picture(locked, `locked-${language}`);
    await launched.close();
  });
}
