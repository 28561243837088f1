// Days picked from the calendar in each of the three calendars, by keyboard and by mouse: where a person, an activity and an
// occasion take them. What is stored is a civil date; what is shown follows the reader's calendar, digits, week and direction.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { weekdayNames } from '@shared/locale/calendars';
import { instantInZone } from '@shared/locale/zoned-time';
import type { Calendar, Language } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, openDesk, openParty, said } from '../support/desk';
import { asked, picture } from '../support/launch';

interface Reader {
  readonly language: Language;
  readonly calendar: Calendar;
  readonly person: string;
  readonly rightToLeft: boolean;
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
  /** 15 May 2019 by this calendar, as the cell of the grid writes its day. */
  readonly day: string;
  /** After one key to the left, a week on and a month on from 15 May 2019. */
  readonly byKeys: string;
  /** The first of the week of that day. */
  readonly weekFirst: string;
  /** The tenth of the month after `byKeys`. */
  readonly byMouse: string;
  /** 15 May 2019 as this reader types it. */
  readonly typed: string;
  readonly leapDay: { readonly text: string; readonly month: number; readonly day: number };
  readonly year: number;
  readonly yearTyped: string;
}

/** 15 May 2019 is 10 Ramadan 1440 and 25 Ordibehesht 1398. */
const readers: readonly Reader[] = [
  {
    language: 'en',
    calendar: 'gregory',
    person: 'Layla Haddad',
    rightToLeft: false,
    weekStart: 1,
    day: '15',
    byKeys: '2019-06-21',
    weekFirst: '2019-06-17',
    byMouse: '2019-07-10',
    typed: '15 May 2019',
    leapDay: { text: '29 February', month: 2, day: 29 },
    year: 1985,
    yearTyped: '1985',
  },
  {
    language: 'ar',
    calendar: 'umalqura',
    person: 'ليلى حداد',
    rightToLeft: true,
    weekStart: 0,
    day: '١٠',
    byKeys: '2019-06-21',
    weekFirst: '2019-06-16',
    byMouse: '2019-07-13',
    typed: '١٠ رمضان ١٤٤٠',
    leapDay: { text: '٣٠ رمضان', month: 9, day: 30 },
    year: 1405,
    yearTyped: '١٤٠٥',
  },
  {
    language: 'fa',
    calendar: 'persian',
    person: 'لیلا حدادی',
    rightToLeft: true,
    weekStart: 6,
    day: '۲۵',
    byKeys: '2019-06-23',
    weekFirst: '2019-06-22',
    byMouse: '2019-08-01',
    typed: '۲۵ اردیبهشت ۱۳۹۸',
    leapDay: { text: '۳۰ اسفند', month: 12, day: 30 },
    year: 1364,
    yearTyped: '۱۳۶۴',
  },
];

const digits = { en: 'latn', ar: 'arab', fa: 'arabext' } as const;

/** A person born on 15 May 2019 and their page, read by this reader. */
async function openFor(reader: Reader): Promise<Desk & { readonly id: string }> {
  const { language, calendar, person, weekStart } = reader;
  const desk = await openDesk(language);
  await asked(desk.page(), 'settings.updateUser', { calendar, digits: digits[language] });
  await asked(desk.page(), 'settings.updateSite', { weekStart });
  const birth = { on: '2019-05-15', calendar, text: '' };
  const { id } = (await asked(desk.page(), 'parties.create', { kind: 'person', names: [{ text: person }], birth })) as {
    id: string;
  };
  await openParty(desk, person);
  return { ...desk, id };
}

const popup = (desk: Desk): Locator => desk.page().getByRole('dialog', { name: said(desk.t('common.date-pick')) });
const inFocus = (desk: Desk): Locator => popup(desk).locator('button:focus');

async function openByKey(desk: Desk): Promise<void> {
  await desk.page().keyboard.press('ArrowDown');
  await expect(inFocus(desk)).toBeVisible();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** With the calendar open: light, then dark. */
async function judge(desk: Desk, what: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await asked(desk.page(), 'settings.updateUser', { theme });
    await expect(desk.page().locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await picture(desk.page(), `${what}-${desk.language}-${theme}`);
    await expectAccessible(desk.page(), `${what}, ${theme}`);
  }
}

const leftOf = async (one: Locator, other: Locator): Promise<boolean> =>
  (await one.boundingBox())!.x < (await other.boundingBox())!.x;

for (const reader of readers) {
  const { language, calendar } = reader;

  test(`a birthday is picked by keyboard and by mouse (${calendar}, ${language})`, async () => {
    const desk = await openFor(reader);
    const { t, id } = desk;
    const page = desk.page();
    const birth = async (): Promise<unknown> =>
      ((await asked(page, 'parties.get', { id })) as { birth: unknown }).birth;
    const label = t('record.field.birth');
    const property = page.getByRole('button', { name: said(t('record.editField', { field: label }), 'part') });
    const field = page.getByRole('textbox', { name: said(label) });

    await test.step('the calendar opens at the day that stands there, in the reader’s digits, week and direction', async () => {
      await property.click();
      await expect(field).toBeFocused();
      await openByKey(desk);
      await expect(inFocus(desk)).toHaveText(reader.day);
      const weekdays = popup(desk).getByRole('columnheader');
      await expect(weekdays.first()).toHaveAttribute('abbr', weekdayNames(language, 'long')[reader.weekStart] ?? '');
      expect(await leftOf(weekdays.first(), weekdays.last())).toBe(!reader.rightToLeft);
      const months = ['common.month-previous', 'common.month-next'].map((word) => button(t, popup(desk), word));
      expect(await leftOf(months[0]!, months[1]!)).toBe(!reader.rightToLeft);
      await judge(desk, 'date-picker');
    });
    await test.step('arrow keys move the way they point, and Enter takes the day', async () => {
      await press(page, 'ArrowLeft', 'ArrowDown', 'PageDown', 'Enter');
      await expect(popup(desk)).toBeHidden();
      await expect(field).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(birth).toMatchObject({ on: reader.byKeys, calendar });
    });
    await test.step('Home goes to the first day of the week of this office', async () => {
      await property.click();
      await openByKey(desk);
      await press(page, 'Home', 'Enter');
      await expect(popup(desk)).toBeHidden();
      await expect(field).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(birth).toMatchObject({ on: reader.weekFirst, calendar });
    });
    await test.step('Esc closes the calendar and leaves what it was opened from', async () => {
      await property.click();
      await openByKey(desk);
      await page.keyboard.press('Escape');
      await expect(popup(desk)).toBeHidden();
      await expect(field).toBeFocused();
    });
    await test.step('by mouse: the next month, and its tenth', async () => {
      await button(t, page, 'common.date-pick').click();
      await button(t, popup(desk), 'common.month-next').click();
      await popup(desk).getByRole('gridcell').getByText(said('10')).click();
      await expect(popup(desk)).toBeHidden();
      await button(t, page, 'record.save').click();
      await expect.poll(birth).toMatchObject({ on: reader.byMouse, calendar });
    });
    await test.step('read by another calendar it stays the same day', async () => {
      await property.click();
      const other = calendar === 'persian' ? 'gregory' : 'persian';
      await page
        .getByRole('button', {
          name: said(t('common.calendar-choose', { calendar: t(`common.calendar-${calendar}`) }), 'part'),
        })
        .click();
      await page.getByRole('menuitem', { name: said(t(`common.calendar-${other}`)) }).click();
      await button(t, page, 'record.save').click();
      await expect.poll(birth).toMatchObject({ on: reader.byMouse, calendar: other });
    });
    await desk.launched.close();
  });

  test(`the moment of an activity is typed and picked (${calendar}, ${language})`, async () => {
    const desk = await openFor(reader);
    const { t, id } = desk;
    const page = desk.page();
    const { timeZone } = ((await asked(page, 'settings.get')) as { site: { timeZone: string } }).site;
    const logged = async (): Promise<readonly unknown[]> => {
      const { items } = (await asked(page, 'parties.timeline', { partyId: id })) as { items: { at: number }[] };
      return items.map(({ at }) => at);
    };
    const when = (place: Page | Locator): Locator =>
      place.getByRole('textbox', { name: said(t('activities.quick.when')) });
    const bar = page.getByRole('form', { name: t('activities.quick.title') });

    await test.step('a day picked by keyboard, with a time typed under it', async () => {
      await bar.getByLabel(t('activities.quick.subjectLabel'), { exact: true }).fill('12');
      await page.keyboard.press('Enter');
      await when(bar).fill(`${reader.typed} ٩:٣٠`);
      await openByKey(desk);
      await expect(inFocus(desk)).toHaveText(reader.day);
      await press(page, 'ArrowLeft', 'ArrowDown', 'PageDown');
      const time = popup(desk).getByRole('textbox', { name: said(t('common.time-of-day')) });
      await time.fill('۱۶:۴۵');
      await judge(desk, 'moment-picker');
      await press(page, 'Enter');
      await expect(popup(desk)).toBeHidden();
      await expect(when(bar)).toBeFocused();
      await page.keyboard.press('Control+Enter');
      await expect.poll(logged).toEqual([instantInZone(reader.byKeys, 16 * 60 + 45, timeZone)]);
    });
    await test.step('put right by mouse; the time of day stays', async () => {
      const entry = page.getByRole('feed').getByRole('article');
      await button(t, entry, 'activities.actions').click();
      await page.getByRole('menuitem', { name: said(t('activities.edit')) }).click();
      const editor = page.getByRole('dialog', { name: said(t('activities.editTitle')) });
      await button(t, editor, 'common.date-pick').click();
      await expect(popup(desk)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(popup(desk)).toBeHidden();
      await expect(editor).toBeVisible();
      await button(t, editor, 'common.date-pick').click();
      await button(t, popup(desk), 'common.month-next').click();
      await popup(desk).getByRole('gridcell').getByText(said('10')).click();
      await button(t, editor, 'record.save').click();
      await expect(editor).toBeHidden();
      await expect.poll(logged).toEqual([instantInZone(reader.byMouse, 16 * 60 + 45, timeZone)]);
    });
    await desk.launched.close();
  });

  test(`an occasion is typed without a year and picked with one (${calendar}, ${language})`, async () => {
    const desk = await openFor(reader);
    const { t, id } = desk;
    const page = desk.page();
    const occasions = async (): Promise<unknown> =>
      ((await asked(page, 'parties.get', { id })) as { occasions: unknown }).occasions;
    const section = page.getByRole('region', { name: t('record.section.occasions'), exact: true });
    const field = section.getByRole('textbox', { name: said(t('record.field.yearlyDay')) });
    const { text, month, day } = reader.leapDay;

    await test.step('a day that only some years have needs no year', async () => {
      await button(t, section, 'record.addOccasion').first().click();
      await field.fill(text);
      await button(t, section, 'record.save').click();
      await expect.poll(occasions).toMatchObject([{ calendar, month, day, year: null }]);
    });
    await test.step('month and year chosen in the calendar, in the reader’s digits: the year is kept', async () => {
      await section
        .getByRole('button', { name: said(t('record.editField', { field: t('record.section.occasions') })) })
        .click();
      await button(t, section, 'common.date-pick').click();
      await popup(desk)
        .getByRole('combobox', { name: t('common.month') })
        .selectOption('3');
      await popup(desk)
        .getByRole('textbox', { name: t('common.year') })
        .fill(reader.yearTyped);
      await expect(popup(desk).getByRole('checkbox', { name: t('common.date-with-year') })).toBeChecked();
      await judge(desk, 'occasion-picker');
      await popup(desk).getByRole('gridcell').getByText(said('12')).click();
      await button(t, section, 'record.save').click();
      await expect.poll(occasions).toMatchObject([{ calendar, month: 3, day: 12, year: reader.year }]);
    });
    await test.step('or left away', async () => {
      await section
        .getByRole('button', { name: said(t('record.editField', { field: t('record.section.occasions') })) })
        .click();
      await field.focus();
      await openByKey(desk);
      await popup(desk).getByText(t('common.date-with-year')).click();
      await popup(desk).getByRole('gridcell').getByText(said('14')).click();
      await button(t, section, 'record.save').click();
      await expect.poll(occasions).toMatchObject([{ calendar, month: 3, day: 14, year: null }]);
    });
    await desk.launched.close();
  });
}
