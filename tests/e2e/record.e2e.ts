// The page of one person: changed in its place, given roles and relationships, its story logged and filtered, its changes told.
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import { asked } from '../support/launch';
import type { Desk } from '../support/desk';
import { button, choose, notice, openDesk, openParty, said } from '../support/desk';

const people = {
  en: { person: 'Layla Haddad', friend: 'Omar Nasser', company: 'Noor Clinic' },
  ar: { person: 'ليلى حداد', friend: 'عمر ناصر', company: 'عيادة النور' },
  fa: { person: 'لیلا حدادی', friend: 'عمر ناصری', company: 'درمانگاه نور' },
};

/** An office with a person, somebody they know and a company; the person's page is open. */
async function openRecord(language: Language): Promise<Desk> {
  const desk = await openDesk(language);
  const { person, friend, company } = people[language];
  for (const text of [person, friend])
    await asked(desk.page(), 'parties.create', { kind: 'person', names: [{ text }] });
  await asked(desk.page(), 'parties.create', { kind: 'organisation', names: [{ text: company }] });
  await openParty(desk, person);
  return desk;
}

const section = (desk: Desk, id: string): Locator => desk.page().getByRole('region', { name: desk.t(id), exact: true });

/** A property as it stands in its place. */
const property = (desk: Desk, field: string): Locator =>
  desk.page().getByRole('button', {
    name: said(desk.t('record.editField', { field: desk.t(`record.field.${field}`) }), 'part'),
  });

const save = (desk: Desk, place: Locator): Promise<void> => button(desk.t, place, 'record.save').click();

async function openTab(desk: Desk, tab: string): Promise<Locator> {
  await desk
    .page()
    .getByRole('tab', { name: desk.t(`record.tab.${tab}`), exact: true })
    .click();
  return desk.page().getByRole('tabpanel');
}

const entries = (desk: Desk): Locator => desk.page().getByRole('feed').getByRole('article');

test('a field is changed in its place, and the notice takes the change back', async () => {
  const desk = await openRecord('en');
  const { t } = desk;
  const page = desk.page();
  await property(desk, 'nationality').click();
  await page.getByRole('textbox', { name: t('record.field.nationality') }).fill('Jordanian');
  await page.keyboard.press('Enter');
  await expect(property(desk, 'nationality')).toContainText('Jordanian');
  await expect(property(desk, 'nationality')).toBeFocused();
  const told = notice(desk, 'record.saved', { field: t('record.field.nationality') });
  await button(t, told, 'common.undo').click();
  await expect(property(desk, 'nationality')).toContainText(t('record.unset'));
  await property(desk, 'nationality').click();
  await page.getByRole('textbox', { name: t('record.field.nationality') }).fill('Lebanese');
  await page.keyboard.press('Escape');
  await expect(property(desk, 'nationality')).toContainText(t('record.unset'));
  await property(desk, 'birth').click();
  await page.getByLabel(t('record.field.birth'), { exact: true }).fill('1405-09-02');
  await page.keyboard.press('Enter');
  await expect(property(desk, 'birth')).toContainText('1985');
  await desk.launched.close();
});

test('a telephone is added, and the person is found by its digits', async () => {
  const desk = await openRecord('en');
  const { t } = desk;
  const page = desk.page();
  const contact = section(desk, 'record.section.contact');
  await contact
    .getByRole('button', { name: t('record.addContact') })
    .first()
    .click();
  await contact.getByRole('textbox', { name: t('catalogue.contact_point.kind.phone') }).fill('+966 50 123 4567');
  await save(desk, contact);
  await expect(contact.getByRole('listitem')).toContainText(/50\s?123\s?4567/);
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox').fill('1234567');
  await expect(page.getByRole('option').filter({ hasText: people.en.person })).toHaveCount(1);
  await desk.launched.close();
});

test('a role is given, moved with a reason and ended with a reason', async () => {
  const desk = await openRecord('en');
  const { t } = desk;
  const page = desk.page();
  const roles = section(desk, 'record.section.roles');
  const customer = t('catalogue.party_role.type.customer');
  const menu = async (item: string): Promise<void> => {
    await roles.getByRole('button', { name: said(t('record.role.actions', { role: customer })) }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await roles
    .getByRole('button', { name: t('record.addRole') })
    .first()
    .click();
  await choose(roles, t('record.field.type'), customer);
  await save(desk, roles);
  await expect(notice(desk, 'record.role.added', { role: customer })).toBeVisible();
  await expect(roles).toContainText(t('catalogue.party_role.stage.active'));
  await menu(t('catalogue.party_role.stage.at-risk'));
  await page.getByRole('dialog').getByLabel(t('record.role.why')).fill('Compares prices elsewhere');
  await save(desk, page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(roles).toContainText(t('catalogue.party_role.stage.at-risk'));
  await roles.getByText(t('record.role.events')).click();
  await expect(roles).toContainText('Compares prices elsewhere');
  await menu(t('record.role.end'));
  const ending = page.getByRole('dialog');
  await expect(button(t, ending, 'record.save')).toBeDisabled();
  await ending.getByRole('textbox', { name: t('record.field.reason') }).fill('Moved to another city');
  await save(desk, ending);
  await expect(roles).toContainText(/Ended .*Moved to another city/s);
  await menu(t('record.role.change'));
  await expect(roles.getByLabel(t('record.field.terms'))).toBeVisible();
  await desk.launched.close();
});

test('a relationship is added with the finder, and stands in the list, on the map and on the other page', async () => {
  const desk = await openRecord('ar');
  const { t } = desk;
  const { company, person } = people.ar;
  const page = desk.page();
  const related = section(desk, 'relationships.title');
  await related
    .getByRole('button', { name: t('relationships.add') })
    .first()
    .click();
  await related.getByRole('textbox', { name: t('relationships.who') }).fill('نور');
  await page.getByRole('option').filter({ hasText: company }).click();
  await choose(related, t('relationships.what', { name: company }), t('relationships.inverse.employee'));
  await related.getByLabel(t('relationships.position')).fill('مديرة الاستقبال');
  await save(desk, related);
  await expect(related.getByRole('listitem')).toContainText([
    `${t('relationships.inverse.employee')} · مديرة الاستقبال`,
  ]);
  const map = await openTab(desk, 'map');
  const nodes = map.getByRole('group').getByRole('button');
  await expect(nodes).toHaveCount(2);
  await expect(nodes.filter({ hasText: company })).toContainText(t('relationships.inverse.employee'));
  await related.getByRole('link', { name: company }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
  await expect(related.getByRole('listitem').filter({ hasText: person })).toContainText(
    t('relationships.type.employee'),
  );
  await desk.launched.close();
});

test('what changed is told with who did it and from what to what', async () => {
  const desk = await openRecord('ar');
  const { t } = desk;
  const page = desk.page();
  for (const value of ['أردنية', 'سعودية']) {
    await property(desk, 'nationality').click();
    await page.getByRole('textbox', { name: t('record.field.nationality') }).fill(value);
    await page.keyboard.press('Enter');
    await expect(property(desk, 'nationality')).toContainText(value);
  }
  const history = await openTab(desk, 'history');
  const [latest, created] = [history.getByRole('article').first(), history.getByRole('article').last()];
  await expect(history.getByRole('article')).toHaveCount(3);
  await expect(created).toContainText(t('operations.command.parties.create'));
  await expect(latest).toContainText(t('operations.command.parties.update'));
  await expect(latest).toContainText('أمل الحسن');
  await expect(latest.getByRole('definition')).toContainText(/أردنية.*سعودية/s);
  await button(t, latest, 'record.history.undo').click();
  await expect(property(desk, 'nationality')).toContainText('أردنية');
  await desk.launched.close();
});

test('a visit with two people is logged by keyboard, and the story is filtered by kind and by words', async () => {
  const desk = await openRecord('fa');
  const { t } = desk;
  const { friend, person } = people.fa;
  const page = desk.page();
  const bar = page.getByRole('form', { name: t('activities.quick.title') });
  const subject = bar.getByLabel(t('activities.quick.subjectLabel'), { exact: true });
  await test.step('a call with this person alone', async () => {
    await subject.fill('پرسش دربارهٔ نوبت');
    await page.keyboard.press('Control+Enter');
    await expect(entries(desk)).toHaveCount(1);
    await expect(subject).toHaveValue('');
    await expect(subject).toBeFocused();
  });
  await test.step('a visit with another one as well', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(bar.getByRole('radio', { name: t('catalogue.activity.kind.visit') })).toBeChecked();
    await page.keyboard.type('دیدار در درمانگاه');
    await page.keyboard.press('Enter');
    await expect(bar.getByLabel(t('activities.quick.body'))).toBeFocused();
    await page.keyboard.press('Tab');
    // The chip of this person comes before the field that finds others.
    const who = bar.getByRole('group', { name: t('activities.quick.who') }).getByRole('textbox');
    await page.keyboard.press('Tab');
    await expect(who).toBeFocused();
    await page.keyboard.type('ناصری');
    await expect(page.getByRole('option').filter({ hasText: friend })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(entries(desk)).toHaveCount(2);
    await expect(entries(desk).first()).toContainText(friend);
  });
  await test.step('filters of the story', async () => {
    const kinds = page.getByRole('group', { name: t('activities.filter.kinds') });
    await kinds.getByRole('button', { name: t('catalogue.activity.kind.visit') }).click();
    await expect(entries(desk)).toHaveCount(1);
    await expect(entries(desk)).toContainText('دیدار در درمانگاه');
    await kinds.getByRole('button', { name: t('activities.filter.all') }).click();
    await expect(entries(desk)).toHaveCount(2);
    await page.getByLabel(t('activities.filter.text')).fill('نوبت');
    await expect(entries(desk)).toHaveCount(1);
    await expect(entries(desk)).toContainText('پرسش');
    await page.getByLabel(t('activities.filter.text')).fill('هیچ‌جا نیست');
    await expect(page.getByText(t('activities.emptyFiltered'))).toBeVisible();
  });
  await test.step('the visit stands on the other one’s page too', async () => {
    await openParty(desk, friend);
    await expect(entries(desk)).toHaveCount(1);
    await expect(entries(desk)).toContainText('دیدار در درمانگاه');
    await expect(entries(desk)).toContainText(person);
  });
  await desk.launched.close();
});

/** A slow clerk's keys in ten seconds: one in 200 ms. */
const KEYS_IN_TEN_SECONDS = 50;
const HUMAN_DELAY_MS = 60;
const callers = {
  en: { find: 'layla', subject: 'Asks for the invoice' },
  ar: { find: 'ليلى', subject: 'تسأل عن الفاتورة' },
  fa: { find: 'لیلا', subject: 'پرسش دربارهٔ فاکتور' },
};

/** A keyboard that counts what is pressed, and a page that remembers which fields were entered. */
async function countedKeyboard(desk: Desk) {
  const page = desk.page();
  await page.evaluate(() => {
    const entered = new Set<EventTarget | null>();
    Object.assign(window, { entered });
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) entered.add(target);
    });
  });
  let keys = 0;
  return {
    async press(key: string): Promise<void> {
      keys += 1;
      await page.keyboard.press(key, { delay: HUMAN_DELAY_MS });
    },
    async type(text: string): Promise<void> {
      keys += text.length;
      await page.keyboard.type(text, { delay: HUMAN_DELAY_MS });
    },
    keys: () => keys,
    fields: () => page.evaluate(() => (window as unknown as { entered: Set<unknown> }).entered.size),
  };
}

for (const language of languages) {
  test(`a call is logged from any page in at most three fields, with no more keys than ten seconds hold (${language})`, async () => {
    const desk = await openRecord(language);
    const { t } = desk;
    const page = desk.page();
    const { find, subject } = callers[language];
    const bar = page.getByRole('form', { name: t('activities.quick.title') });
    const line = bar.getByLabel(t('activities.quick.subjectLabel'), { exact: true });
    const told = notice(desk, 'activities.quick.saved', { kind: t('catalogue.activity.kind.call') });

    await test.step('from a list of people: who, and what in one line', async () => {
      await page.keyboard.press('Control+Digit2');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('common.page-people'));
      const keyboard = await countedKeyboard(desk);
      await keyboard.press('Control+Shift+KeyA');
      await expect(bar.getByRole('group', { name: t('activities.quick.who') }).getByRole('textbox')).toBeFocused();
      await keyboard.type(find);
      await expect(page.getByRole('option').first()).toContainText(people[language].person);
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      await expect(line).toBeFocused();
      await keyboard.type(subject);
      await keyboard.press('Control+Enter');
      await expect(told).toBeVisible();
      expect(await keyboard.fields()).toBeLessThanOrEqual(3);
      expect(keyboard.keys()).toBeLessThanOrEqual(KEYS_IN_TEN_SECONDS);
    });
    await test.step('on the page of the one who calls: one line', async () => {
      await openParty(desk, people[language].person);
      await expect(entries(desk)).toHaveCount(1);
      await expect(entries(desk)).toContainText(subject);
      await expect(entries(desk)).toContainText(t('catalogue.activity.kind.call'));
      const keyboard = await countedKeyboard(desk);
      await keyboard.press('Control+Shift+KeyA');
      await expect(line).toBeFocused();
      await keyboard.type(subject);
      await keyboard.press('Control+Enter');
      await expect(entries(desk)).toHaveCount(2);
      await expect(line).toHaveValue('');
      await expect(line).toBeFocused();
      expect(await keyboard.fields()).toBe(1);
      expect(keyboard.keys()).toBeLessThanOrEqual(KEYS_IN_TEN_SECONDS);
    });
    await desk.launched.close();
  });
}
