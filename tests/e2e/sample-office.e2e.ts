// The invented office to look round in: chosen at the end of the first run, asked for at the start, or loaded from an empty Today page.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Desk } from '../support/desk';
import { button, goTo, notice, openDesk, openParty, plain } from '../support/desk';
import { walkFirstRun } from '../support/first-run';
import { asked, launch, picture } from '../support/launch';
import { wordsOf } from '../support/words';

/** A doctor of two clinics, whom every sample office has. */
const doctor = 'ليلى حداد';

/** What a stranger sees who looks round: a busy Today, two thousand in the lists, a doctor with a story. */
async function expectPeople(desk: Desk, named: string): Promise<void> {
  const page = desk.page();
  // Two thousand people are written before the first page is shown.
  await expect(page.getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText(desk.t('home.emptyTitle'))).toHaveCount(0);
  await picture(page, `sample-today-${named}`);
  const counts = (await asked(page, 'base.counts')) as { parties: number; activities: number };
  expect(counts.parties).toBeGreaterThan(1_900);
  expect(counts.activities).toBeGreaterThan(19_000);
  await goTo(desk, 'people');
  const status = page.getByRole('heading', { level: 1 }).locator('xpath=..').getByRole('status');
  await expect.poll(async () => Number(/\d+/.exec(plain(await status.innerText()))?.[0])).toBeGreaterThan(1_000);
  await openParty(desk, doctor);
  await expect(page.getByRole('feed').getByRole('article').first()).toBeVisible();
  await picture(page, `sample-doctor-${named}`);
}

const choice = (page: Page, words: string) => page.getByRole('radio', { name: words });

test('who chooses the sample office at the end of the first run meets two thousand people', async () => {
  const launched = await launch({ language: 'ar' });
  const desk: Desk = { launched, language: 'ar', recoveryCode: '', t: wordsOf('ar'), page: () => launched.page() };
  const page = desk.page();
  await walkFirstRun(page, desk.t);
  await expect(choice(page, desk.t('wizard.sample-empty'))).toBeChecked();
  await page.getByText(desk.t('wizard.sample-full'), { exact: true }).click();
  await picture(page, 'wizard-sample-ar');
  await button(desk.t, page, 'wizard.finish').click();
  await expectPeople(desk, 'ar');
  await launched.close();
});

test('a start with --sample has chosen the sample office already', async () => {
  const launched = await launch({ language: 'fa', args: ['--sample'] });
  const desk: Desk = { launched, language: 'fa', recoveryCode: '', t: wordsOf('fa'), page: () => launched.page() };
  const page = desk.page();
  await walkFirstRun(page, desk.t);
  await expect(choice(page, desk.t('wizard.sample-full'))).toBeChecked();
  await picture(page, 'wizard-sample-fa');
  await button(desk.t, page, 'wizard.finish').click();
  await expectPeople(desk, 'fa');
  await launched.close();
});

test('an office that began empty loads the sample from its Today page', async () => {
  const desk = await openDesk('en');
  const page = desk.page();
  await expect(page.getByText(desk.t('home.emptyTitle'))).toBeVisible();
  await picture(page, 'today-empty-en');
  await button(desk.t, page, 'home.sample').click();
  await expect(page.getByText(desk.t('home.sampleBusy'))).toBeVisible();
  await picture(page, 'today-filling-en');
  await expect(notice(desk, 'home.sampleDone')).toBeVisible({ timeout: 60_000 });
  await expectPeople(desk, 'en');
  await desk.launched.close();
});
