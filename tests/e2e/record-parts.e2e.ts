// What comes in any number on a person's page (names, addresses, numbers, occasions, preferences) and what was logged: added, changed
// and taken away in its place, and each step taken back with Ctrl+Z. One window for all of it, in three languages.
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import type { Desk } from '../support/desk';
import { button, choose, inLanguage, notice, openDesk, openParty, said } from '../support/desk';
import { asked, picture } from '../support/launch';

const opened: { desk: Desk | null } = { desk: null };

test.beforeAll(async () => {
  opened.desk = await openDesk('ar');
});
test.afterAll(async () => {
  await opened.desk?.launched.close();
});

/** The page of somebody new, in this language. */
async function openPerson(language: Language, name: string): Promise<Desk> {
  const desk = await inLanguage(opened.desk!, language);
  await asked(desk.page(), 'parties.create', { kind: 'person', names: [{ text: name }] });
  await openParty(desk, name);
  return desk;
}

const section = (desk: Desk, id: string): Locator =>
  desk.page().getByRole('region', { name: desk.t(`record.section.${id}`), exact: true });

const line = (place: Locator, text: string): Locator =>
  place.getByRole('listitem').filter({ hasText: said(text, 'part') });

const add = (desk: Desk, place: Locator, what: string): Promise<void> =>
  place
    .getByRole('button', { name: desk.t(`record.${what}`) })
    .first()
    .click();

const edit = (desk: Desk, place: Locator, title: string): Promise<void> =>
  place
    .getByRole('button', { name: said(desk.t('record.editField', { field: desk.t(`record.section.${title}`) })) })
    .click();

const field = (desk: Desk, place: Locator, id: string): Locator =>
  place.getByRole('textbox', { name: said(desk.t(`record.field.${id}`)) });

const save = (desk: Desk, place: Locator): Promise<void> => button(desk.t, place, 'record.save').click();

const undo = (desk: Desk): Promise<void> => desk.page().keyboard.press('Control+KeyZ');

interface Part {
  readonly section: string;
  readonly add: string;
  /** What the line says once it is added, and once it is changed. */
  readonly first: string;
  readonly later: string;
  fill(place: Locator): Promise<void>;
  change(place: Locator): Promise<void>;
}

/** Added and taken back, added again, changed and taken back, taken away and brought back. */
async function addChangeRemove(desk: Desk, part: Part): Promise<Locator> {
  const place = section(desk, part.section);
  for (const round of ['taken back', 'kept']) {
    await add(desk, place, part.add);
    await part.fill(place);
    await save(desk, place);
    await expect(line(place, part.first), round).toHaveCount(1);
    if (round === 'kept') break;
    await undo(desk);
    await expect(line(place, part.first), round).toHaveCount(0);
  }
  await edit(desk, line(place, part.first), part.section);
  await part.change(place);
  await save(desk, place);
  await expect(line(place, part.later)).toHaveCount(1);
  await undo(desk);
  await expect(line(place, part.first)).toHaveCount(1);
  await expect(line(place, part.later)).toHaveCount(0);
  await line(place, part.first)
    .getByRole('button', { name: desk.t('record.removePart') })
    .click();
  await expect(line(place, part.first)).toHaveCount(0);
  await undo(desk);
  await expect(line(place, part.first)).toHaveCount(1);
  await picture(desk.page(), `part-${part.section}-${desk.language}`);
  return place;
}

test('a name in another script stands under the name, is found, changed, removed, and each step is taken back', async () => {
  const desk = await openPerson('en', 'Layla Haddad');
  const page = desk.page();
  await addChangeRemove(desk, {
    section: 'names',
    add: 'addName',
    first: 'ليلى حداد',
    later: 'ليلى حدّاد القاسم',
    fill: (place) => field(desk, place, 'text').fill('ليلى حداد'),
    change: (place) => field(desk, place, 'text').fill('ليلى حدّاد القاسم'),
  });
  await expect(page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) })).toContainText(
    'ليلى حداد',
  );
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox').fill('حداد');
  await expect(page.getByRole('option').filter({ hasText: 'Layla Haddad' })).toHaveCount(1);
  await page.keyboard.press('Escape');
});

test('an address with its landmark is added, changed, removed, and each step is taken back', async () => {
  const desk = await openPerson('ar', 'هند العتيبي');
  await addChangeRemove(desk, {
    section: 'addresses',
    add: 'addAddress',
    first: 'شارع التحلية ١٢',
    later: 'شارع العليا ٧',
    async fill(place) {
      await field(desk, place, 'lines').fill('شارع التحلية ١٢');
      await field(desk, place, 'city').fill('جدة');
      await field(desk, place, 'postcode').fill('23326');
      await field(desk, place, 'landmark').fill('خلف مسجد الرحمة');
    },
    change: (place) => field(desk, place, 'lines').fill('شارع العليا ٧'),
  });
  await expect(line(section(desk, 'addresses'), 'شارع التحلية ١٢')).toContainText('خلف مسجد الرحمة');
});

/** A number that its published rule accepts, and one a slip of the hand away from it. */
const numbers = [
  { scheme: 'sa-national-id', right: '1900000009', wrong: '1900000008', why: 'checksum' },
  { scheme: 'ae-emirates-id', right: '784198012345678', wrong: '784198012345674', why: 'checksum' },
  { scheme: 'eg-national-id', right: '29001011234567', wrong: '29013011234567', why: 'date' },
  { scheme: 'ir-national-id', right: '0499370899', wrong: '0499370898', why: 'checksum' },
] as const;

test('the national number of four countries is checked: a slip is a warning with its reason, and nothing is lost', async () => {
  const desk = await openPerson('fa', 'مریم احمدی');
  const { t } = desk;
  const page = desk.page();
  const place = section(desk, 'identifiers');
  for (const { scheme, right, wrong, why } of numbers) {
    await add(desk, place, 'addIdentifier');
    await choose(place, t('record.field.scheme'), t(`catalogue.identifier.scheme.${scheme}`));
    await field(desk, place, 'value').fill(wrong);
    await field(desk, place, 'issuer').click();
    const form = place.locator('form');
    await expect(form, 'said while it can be mended').toContainText(said(t(`errors.identifier.${why}`), 'part'));
    await save(desk, place);
    const own = line(place, t(`catalogue.identifier.scheme.${scheme}`));
    await expect(own).toContainText(said(wrong, 'part'));
    await expect(own.getByRole('img', { name: t('record.verdict.invalid') })).toBeVisible();
    await expect(own).toContainText(said(t(`errors.identifier.${why}`), 'part'));
    if (scheme === 'sa-national-id') await picture(page, 'identifier-wrong-fa');
    await edit(desk, own, 'identifiers');
    await field(desk, place, 'value').fill(right);
    await save(desk, place);
    await expect(own.getByRole('img', { name: t('record.verdict.valid') })).toBeVisible();
    await expect(own).not.toContainText(said(t(`errors.identifier.${why}`), 'part'));
    await undo(desk);
    await expect(own).toContainText(said(wrong, 'part'));
    await own.getByRole('button', { name: t('record.removePart') }).click();
    await expect(own).toHaveCount(0);
    await undo(desk);
    await expect(own).toContainText(said(wrong, 'part'));
  }
  await picture(page, 'identifiers-fa');
});

test('an occasion in its own calendar says when it comes next; it is changed, removed, and each step is taken back', async () => {
  const desk = await openPerson('fa', 'سینا رضایی');
  await addChangeRemove(desk, {
    section: 'occasions',
    add: 'addOccasion',
    first: 'سالگرد ازدواج',
    later: 'سالگرد شرکت',
    async fill(place) {
      await field(desk, place, 'yearlyDay').fill('۳۰ اسفند');
      await field(desk, place, 'label').fill('سالگرد ازدواج');
    },
    change: (place) => field(desk, place, 'label').fill('سالگرد شرکت'),
  });
  await expect(line(section(desk, 'occasions'), 'سالگرد ازدواج')).toContainText(/۳۰ اسفند/);
});

test('how to treat somebody is added, changed, removed, and each step is taken back', async () => {
  const desk = await openPerson('ar', 'سالم القحطاني');
  const { t } = desk;
  await addChangeRemove(desk, {
    section: 'preferences',
    add: 'addPreference',
    first: 'بعد العصر',
    later: 'قبل الظهر',
    async fill(place) {
      await choose(place, t('record.field.kind'), t('catalogue.preference.key.best-time'));
      await field(desk, place, 'value').fill('بعد العصر');
    },
    change: (place) => field(desk, place, 'value').fill('قبل الظهر'),
  });
  await expect(line(section(desk, 'preferences'), 'بعد العصر')).toContainText(t('catalogue.preference.key.best-time'));
});

test('what was logged in a hurry is put right, removed, and each step is taken back', async () => {
  const desk = await openPerson('en', 'Omar Nasser');
  const { t } = desk;
  const page = desk.page();
  const entries = page.getByRole('feed').getByRole('article');
  await page.getByLabel(t('activities.quick.subjectLabel'), { exact: true }).fill('Asked about the renewal');
  await page.keyboard.press('Control+Enter');
  await expect(entries).toHaveText([said('Asked about the renewal', 'part')]);
  const act = async (item: string): Promise<void> => {
    await entries.first().hover();
    await button(t, entries.first(), 'activities.actions').click();
    await page.getByRole('menuitem', { name: t(item) }).click();
  };
  await act('activities.edit');
  const dialog = page.getByRole('dialog', { name: t('activities.editTitle') });
  await dialog
    .getByRole('textbox', { name: t('activities.quick.subjectLabel') })
    .fill('Asked about the renewal of the policy');
  await dialog.getByRole('textbox', { name: t('activities.place') }).fill('Front desk');
  await dialog.getByRole('textbox', { name: t('activities.outcome') }).fill('Call back on Sunday');
  await picture(page, 'activity-editor-en');
  await save(desk, dialog);
  await expect(dialog).toBeHidden();
  await expect(entries.first()).toContainText('renewal of the policy');
  await expect(entries.first()).toContainText('Call back on Sunday');
  await undo(desk);
  await expect(entries.first()).not.toContainText('of the policy');
  await expect(entries.first()).not.toContainText('Call back on Sunday');
  await act('activities.remove');
  await expect(notice(desk, 'activities.removed')).toBeVisible();
  await expect(entries).toHaveCount(0);
  await undo(desk);
  await expect(entries).toHaveText([said('Asked about the renewal', 'part')]);
});
