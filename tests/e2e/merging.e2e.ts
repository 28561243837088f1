// Two records of one person: compared, merged, lived with as one, and parted again with what was written since.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { asked, picture } from '../support/launch';
import type { Desk } from '../support/desk';
import { button, goTo, notice, openDesk, openParty, said } from '../support/desk';

const people = {
  ar: { one: 'محمد علي الرضائي', other: 'Mohamed Ali Rezaei', note: 'يفضّل المواعيد الصباحية', logged: 'طلب جديد' },
  fa: { one: 'محمدعلی رضایی', other: 'Mohamed Ali Rezaei', note: 'صبح‌ها در دسترس است', logged: 'سفارش تازه' },
  en: { one: 'Mohammad Ali Rezaei', other: 'محمد علی رضائی', note: 'Prefers mornings', logged: 'New order' },
};

interface Office {
  readonly desk: Desk;
  readonly one: string;
  readonly other: string;
}

async function openOffice(language: Language, theme: 'light' | 'dark'): Promise<Office> {
  const desk = await openDesk(language);
  const page = desk.page();
  const words = people[language];
  const person = async (name: string, more: object): Promise<string> => {
    const draft = { kind: 'person', names: [{ text: name }], ...more };
    return ((await asked(page, 'parties.create', draft)) as { id: string }).id;
  };
  const birth = (on: string) => ({ on, calendar: 'gregory', text: on });
  const one = await person(words.one, {
    gender: 'male',
    birth: birth('1980-03-21'),
    contactPoints: [{ kind: 'phone', value: '0501234567', label: 'mobile' }],
    roles: [{ type: 'customer' }],
    identifiers: [{ scheme: 'passport', value: 'A1234567' }],
  });
  const other = await person(words.other, {
    birth: birth('1980-03-12'),
    note: words.note,
    contactPoints: [
      { kind: 'phone', value: '+966 50 123 4567', label: 'mobile' },
      { kind: 'email', value: 'rezaei@mail.example' },
    ],
    addresses: [{ city: language === 'en' ? 'Shiraz' : 'شيراز' }],
  });
  await asked(page, 'activities.log', { kind: 'call', subject: 'first call', partyIds: [other] });
  await asked(page, 'settings.updateUser', { theme });
  await page.reload();
  await expect(page.getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible();
  return { desk, one, other };
}

const cell = (page: Page, text: string): Locator =>
  page.getByRole('dialog').getByRole('cell').filter({ hasText: text });
const region = (desk: Desk): Locator =>
  desk.page().getByRole('region', { name: desk.t('merging.section'), exact: true });

for (const [language, theme] of [
  ['ar', 'light'],
  ['fa', 'dark'],
  ['en', 'light'],
] as const) {
  test(`one person written down twice becomes one and two again (${language}, ${theme})`, async () => {
    const { desk, one, other } = await openOffice(language, theme);
    const { t } = desk;
    const page = desk.page();
    const words = people[language];
    const shoot = (what: string): Promise<void> => picture(page, `merging-${what}-${language}-${theme}`);

    await openParty(desk, words.one);
    await button(t, page, 'record.actions').click();
    await page.getByRole('menuitem', { name: said(t('merging.with')) }).click();
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .or(page.getByRole('dialog').getByRole('textbox'))
      .fill('rezaei');
    await page.getByRole('option').filter({ hasText: words.other }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(t('merging.warning.birth-differs'));
    await cell(page, words.other).getByRole('radio').check();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: t('merging.reason') })
      .fill('W10');
    await shoot('preview');
    await button(t, page.getByRole('dialog'), 'merging.do').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.other);
    await expect(page.getByText(words.note)).toBeVisible();
    await expect(page.getByRole('feed').getByText('first call')).toBeVisible();
    await expect(region(desk)).toContainText('W10');

    await asked(page, 'activities.log', { kind: 'visit', subject: words.logged, partyIds: [other] });
    await page.evaluate((id) => (location.hash = `#/party/${id}`), other);
    await expect(page.getByRole('status').filter({ hasText: words.other })).toBeVisible();
    await region(desk).getByRole('checkbox').check();
    await expect(page.getByText(said(t('merging.from', { name: words.other }), 'part')).first()).toBeVisible();
    await shoot('page');

    await button(t, region(desk).getByRole('listitem').filter({ hasText: words.other }), 'merging.separateOne').click();
    const fact = page.getByRole('dialog').getByRole('listitem').filter({ hasText: words.logged });
    await expect(fact).toContainText(said(t('merging.staysWith', { name: words.one }), 'part'));
    await fact.getByRole('checkbox').check();
    await expect(fact).toContainText(said(t('merging.goesTo', { name: words.other }), 'part'));
    await shoot('separate');
    await button(t, page.getByRole('dialog'), 'merging.separate').click();
    await expect(notice(desk, 'merging.separated', { name: words.other })).toBeVisible();
    await expect(page.getByRole('feed').getByText(words.logged)).toBeVisible();
    await expect(region(desk)).toHaveCount(0);
    await page.evaluate((id) => (location.hash = `#/party/${id}`), one);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.one);
    await expect(page.getByText(words.logged)).toHaveCount(0);
    await desk.launched.close();
  });
}

test('two rows of the list are merged from there, and the notice takes it back', async () => {
  const { desk } = await openOffice('en', 'dark');
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'people');
  const row = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await expect(row).toHaveCount(2);
  for (const at of [0, 1]) await row.nth(at).getByRole('gridcell').first().click();
  await button(t, page, 'merging.bulk').click();
  await expect(page.getByRole('dialog').getByRole('columnheader')).toHaveCount(2);
  await button(t, page.getByRole('dialog'), 'merging.letStand').click();
  await picture(page, 'merging-list-en-dark');
  await button(t, page.getByRole('dialog'), 'merging.do').click();
  await expect(row).toHaveCount(1);
  await button(t, page.getByRole('alert'), 'common.undo').click();
  await expect(row).toHaveCount(2);
  await desk.launched.close();
});
