// People entered twice, in the real window: warned of while typing, found by a search, compared and decided by keyboard.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { asked, picture } from '../support/launch';
import { button, goTo, openDesk, plain } from '../support/desk';

const phone = '0501234567';

const person = (name: string, more: object = {}) => ({
  kind: 'person',
  names: [{ text: name }],
  contactPoints: [{ kind: 'phone', value: phone }],
  ...more,
});

async function fill(page: Page): Promise<void> {
  const birth = { on: '1984-03-07', calendar: 'gregory', text: '7/3/1984' };
  await asked(page, 'parties.create', person('محمد علي الرضائي', { birth, gender: 'male' }));
  await asked(page, 'parties.create', person('Mohamed Ali Rezaei', { birth: { ...birth, on: '1984-07-03' } }));
  await asked(page, 'parties.create', person('زهراء الرضائي', { gender: 'female' }));
  await asked(page, 'parties.create', {
    ...person('د. عبد الرحمن القحطاني'),
    contactPoints: [{ kind: 'email', value: 'ar.q@example.org' }],
  });
  await asked(page, 'parties.create', {
    ...person('Abdulrahman Al-Qahtani'),
    contactPoints: [{ kind: 'email', value: 'ar.q@example.org' }],
  });
}

for (const language of ['ar', 'fa', 'en'] as const) {
  test(`a person typed again is shown with reasons, and two who are different part for good (${language})`, async () => {
    const desk = await openDesk(language);
    const page = desk.page();
    const { t } = desk;
    await fill(page);

    await goTo(desk, 'people');
    await page.keyboard.press('Control+KeyN');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('people.create.name')).fill('Mohammad Ali Rezaee');
    await dialog.getByLabel(t('people.create.phone')).fill('+966 50 123 4567');
    const warning = dialog.getByRole('region', { name: t('duplicates.warning') });
    await expect(warning.getByRole('link')).toHaveCount(2);
    await expect(warning).toContainText(t('duplicates.reason.phone-same'));
    await expect(warning).not.toContainText('زهراء');
    await picture(page, `duplicates-warning-${language}`);
    await button(t, warning, 'duplicates.different-continue').click();
    await expect(warning).toHaveCount(0);
    await page.keyboard.press('Escape');

    await goTo(desk, 'duplicates');
    await button(t, page, 'duplicates.scan').click();
    const review = page.getByRole('region', { name: t('duplicates.compare') });
    await expect(review.getByRole('table')).toBeVisible();
    const lines = page.locator('button[aria-current]');
    await expect(lines).toHaveCount(2);
    for (const theme of ['light', 'dark'] as const) {
      await asked(page, 'settings.updateUser', { theme });
      await expect(page.locator(`html[data-mantine-color-scheme=${theme}]`)).toBeVisible();
      await picture(page, `duplicates-${language}-${theme}`);
    }
    await page.keyboard.press('KeyM');
    await expect(page.getByRole('dialog', { name: t('merging.title') })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('KeyJ');
    await expect(lines.nth(1)).toHaveAttribute('aria-current', 'true');
    const shown = plain(await lines.nth(1).innerText());
    await page.keyboard.press('KeyD');
    await expect(lines).toHaveCount(1);
    expect(plain(await lines.nth(0).innerText())).not.toBe(shown);

    await page.getByText(t('duplicates.state.different'), { exact: true }).click();
    await expect(lines).toHaveCount(1);
    expect(plain(await lines.nth(0).innerText())).toBe(shown);
    await page.keyboard.press('KeyD');
    await expect(page.getByText(t('duplicates.empty.different'))).toBeVisible();
    await desk.launched.close();
  });
}
