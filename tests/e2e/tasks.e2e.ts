// Tasks in the real window: a day's work typed in one line, done by a key and taken back, what comes back in three calendars, a party's tasks.
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, choose, goTo, inLanguage, notice, openDesk, openParty, said } from '../support/desk';
import { asked, picture } from '../support/launch';

test('a day is filled by one line, worked through by keyboard, and what comes back is said in words and follows its calendar', async () => {
  let desk: Desk = await openDesk('ar');
  const page = desk.page();
  try {
    const party = (await asked(page, 'parties.create', { kind: 'person', names: [{ text: 'نورة القحطاني' }] })) as {
      id: string;
    };
    const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    await asked(page, 'tasks.create', {
      title: 'مراجعة متأخرة',
      kind: 'other',
      priority: 'high',
      due: { on: day(-3) },
    });
    await asked(page, 'tasks.create', {
      title: 'إرسال الوثيقة',
      kind: 'letter',
      partyId: party.id,
      due: { on: day(-2) },
    });
    await goTo(desk, 'tasks');
    const line = page.getByRole('textbox', { name: desk.t('tasks.quick') });
    await line.fill('غدا ١٠ اتصال بأمل');
    await line.press('Enter');
    const next = (): Locator => page.getByRole('region', { name: desk.t('tasks.part.next') });
    await expect(next().getByRole('button', { name: 'اتصال بأمل', exact: true })).toBeVisible();
    await expect(line).toHaveValue('');
    await expectAccessible(page, 'my day');
    await picture(page, 'tasks-day-ar');

    const first = page.getByRole('button', { name: 'مراجعة متأخرة', exact: true });
    await first.focus();
    await page.keyboard.press('Space');
    await expect(notice(desk, 'tasks.done', { title: 'مراجعة متأخرة' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'إرسال الوثيقة', exact: true })).toBeFocused();
    await page.keyboard.press('KeyT');
    await expect(next().getByRole('button', { name: 'إرسال الوثيقة', exact: true })).toBeVisible();
    await notice(desk, 'tasks.done', { title: 'مراجعة متأخرة' }).getByRole('button').first().click();
    await expect(page.getByRole('region', { name: desk.t('tasks.part.overdue') })).toContainText('مراجعة متأخرة');

    desk = await inLanguage(desk, 'fa');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('KeyN');
    const dialog = page.getByRole('dialog', { name: desk.t('tasks.new') });
    await dialog.getByRole('textbox', { name: said(desk.t('catalogue.task.title'), 'part') }).fill('نشست نمایندگان');
    await dialog.getByRole('textbox', { name: desk.t('tasks.due') }).fill('۱۵ رمضان');
    await choose(dialog, desk.t('tasks.unit'), desk.t('tasks.unit.year'));
    await choose(dialog, desk.t('tasks.calendar'), desk.t('common.calendar-umalqura'));
    await expect(dialog.getByRole('status')).toContainText(/رمضان.? هر سال/);
    await expectAccessible(page, 'new task');
    await picture(page, 'tasks-new-fa');
    await button(desk.t, dialog, 'common.save').click();
    await expect(next().getByRole('button', { name: 'نشست نمایندگان', exact: true })).toBeVisible();
    await expect(next()).toContainText(/رمضان.? هر سال/);

    desk = await inLanguage(desk, 'en');
    const made = page.locator('[data-task]').filter({ hasText: 'نشست نمایندگان' });
    await made.getByRole('button', { name: said(desk.t('tasks.more', { title: 'نشست نمایندگان' })) }).click();
    await page.getByRole('menuitem', { name: desk.t('tasks.drop') }).click();
    const why = page.getByRole('dialog');
    await why.getByRole('textbox').fill('Not this year');
    await button(desk.t, why, 'tasks.drop').click();
    await expect(notice(desk, 'tasks.dropped', { title: 'نشست نمایندگان' })).toBeVisible();
    await made.getByRole('button', { name: 'نشست نمایندگان', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText(desk.t('catalogue.task_event.kind.made'));
    await picture(page, 'tasks-task-en');
    await page.keyboard.press('Escape');

    await openParty(desk, 'نورة القحطاني');
    const own = page.getByRole('region', { name: desk.t('common.page-tasks') });
    await expect(own.getByRole('button', { name: 'إرسال الوثيقة', exact: true })).toBeVisible();
    await own.getByRole('button', { name: said(desk.t('tasks.doIt', { title: 'إرسال الوثيقة' })) }).click();
    await expect(own.locator('[data-state="done"]')).toContainText('إرسال الوثيقة');
  } finally {
    await desk.launched.close();
  }
});

test('a line of the quick bar that begins with a mark is a promise; it is put off by agreement, broken with a reason, and the page says how many words were kept', async () => {
  let desk: Desk = await openDesk('ar');
  const page = desk.page();
  try {
    await asked(page, 'parties.create', { kind: 'person', names: [{ text: 'نورة القحطاني' }] });
    await openParty(desk, 'نورة القحطاني');
    const bar = (): Locator => page.getByRole('form', { name: desk.t('activities.quick.title') });
    const line = (): Locator => bar().getByRole('textbox', { name: desk.t('activities.quick.subjectLabel') });
    const promise = async (words: string): Promise<void> => {
      await line().fill(words);
      await line().press('Control+Enter');
      await expect(line()).toHaveValue('');
    };
    await line().fill('!غدا ١٠ اتصال');
    await expect(bar()).toContainText('اتصال');
    await picture(page, 'promise-bar-ar');
    await promise('!غدا ١٠ اتصال');
    await promise('!غدا إرسال الوثيقة');
    await promise('!!بعد غد سيسدد القسط');
    const own = (): Locator => page.getByRole('region', { name: desk.t('common.page-tasks') });
    const task = (title: string): Locator => own().locator('[data-task]').filter({ hasText: title });
    await expect(task('سيسدد القسط')).toContainText(desk.t('catalogue.task.word.theirs'));

    desk = await inLanguage(desk, 'fa');
    await task('إرسال الوثيقة')
      .getByRole('button', { name: said(desk.t('tasks.more', { title: 'إرسال الوثيقة' })) })
      .click();
    await page.getByRole('menuitem', { name: desk.t('tasks.renegotiate') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: said(desk.t('tasks.due'), 'part') }).fill('۳ روز دیگر');
    await button(desk.t, dialog, 'common.save').click();
    await expect(dialog).toHaveCount(0);

    desk = await inLanguage(desk, 'en');
    await task('اتصال')
      .getByRole('button', { name: said(desk.t('tasks.doIt', { title: 'اتصال' })) })
      .click();
    await task('إرسال الوثيقة')
      .getByRole('button', { name: said(desk.t('tasks.more', { title: 'إرسال الوثيقة' })) })
      .click();
    await page.getByRole('menuitem', { name: desk.t('tasks.sayBroken') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('forgotten');
    await button(desk.t, page.getByRole('dialog'), 'tasks.sayBroken').click();
    await expect(own()).toContainText(/We kept .?1.? of .?2/);
    await expectAccessible(page, 'promises of a party');
    await picture(page, 'promises-party-en');
  } finally {
    await desk.launched.close();
  }
});
