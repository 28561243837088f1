// May I tell this caller? In the real window: given on a page, asked at a call, proven by an answer, and seen in three languages.
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, goToAddress, inLanguage, notice, openDesk, said, type Desk } from '../support/desk';
import { asked, picture } from '../support/launch';

const person = async ({ page }: Desk, text: string, more: object = {}): Promise<string> =>
  ((await asked(page(), 'parties.create', { kind: 'person', names: [{ text }], ...more })) as { id: string }).id;

/** The light of one kind of data on the card of a call. */
const lightOf = ({ page }: Desk, matter: string, deed = 'told') =>
  page().getByRole('dialog').locator(`tr[data-matter="${matter}"] td[data-deed="${deed}"] [data-light]`);

test('who may be told is given on the page, asked at a call, proven and written down', async () => {
  const desk = await openDesk('en', { sample: true });
  const { t } = desk;
  const page = desk.page();
  const dialog = page.getByRole('dialog');
  try {
    const birth = { birth: { on: '2016-02-03', calendar: 'gregory', text: '2016-02-03' } };
    const child = await person(desk, 'Salem Omar', birth);
    await person(desk, 'Huda Omar', { contactPoints: [{ kind: 'phone', value: '0501234567' }] });

    await test.step('a mother is written down as guardian of her child, with a question', async () => {
      await goToAddress(page, `party/${child}`);
      const related = page.getByRole('tab', { name: t('record.tab.related'), exact: true });
      if ((await related.count()) > 0) await related.click();
      await button(t, page, 'authority.add').click();
      await dialog.getByRole('textbox', { name: t('authority.agent') }).fill('Huda');
      await page.getByRole('option').filter({ hasText: 'Huda Omar' }).click();
      await dialog.getByRole('checkbox', { name: t('authority.matter.medical') }).check();
      await dialog.getByRole('textbox', { name: t('authority.question') }).fill('Name of the first school?');
      await dialog.getByRole('textbox', { name: t('authority.answer') }).fill('Hope School 12');
      await button(t, dialog, 'common.save').click();
      await expect(notice(desk, 'authority.saved', { name: 'Huda Omar' })).toBeVisible();
      await expect(page.getByText(said(t('catalogue.authority.basis.guardian'), 'part')).first()).toBeVisible();
    });

    await test.step('at a call her word is not enough; the right answer is', async () => {
      await button(t, page, 'authority.ask').first().click();
      await dialog.getByRole('textbox', { name: t('authority.caller') }).fill('0501234567');
      await page.getByRole('option').filter({ hasText: 'Huda Omar' }).click();
      await expect(lightOf(desk, 'medical')).toHaveAttribute('data-light', 'amber');
      await expect(lightOf(desk, 'financial')).toHaveAttribute('data-light', 'red');
      await dialog.getByRole('textbox', { name: t('authority.said') }).fill('Another');
      await button(t, dialog, 'authority.compare').click();
      await expect(dialog.getByText(said(t('authority.wrong', { count: 2 })))).toBeVisible();
      await dialog.getByRole('textbox', { name: t('authority.said') }).fill('hope school ١٢');
      await button(t, dialog, 'authority.compare').click();
      await expect(lightOf(desk, 'medical')).toHaveAttribute('data-light', 'green');
      await expect(lightOf(desk, 'medical', 'act')).toHaveAttribute('data-light', 'red');
      await picture(page, 'authority-card-en');
      await expectAccessible(page, 'call card');
    });

    await test.step('a number that is not hers is said to be so, and so are papers', async () => {
      await dialog.getByText(t('authority.proof.number'), { exact: true }).click();
      await dialog.getByRole('textbox', { name: t('authority.number') }).fill('0509999999');
      await dialog.getByText(t('authority.proof.papers'), { exact: true }).click();
      await expect(lightOf(desk, 'medical')).toHaveAttribute('data-light', 'green');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });

    await test.step('a dispute turns every light to red until it is settled; a withdrawal is undone', async () => {
      const menu = page.getByRole('button', { name: said(t('authority.actions', { name: 'Huda Omar' })) });
      await menu.click();
      await page.getByRole('menuitem', { name: t('authority.dispute') }).click();
      await expect(page.getByText(t('authority.is-disputed'), { exact: true })).toBeVisible();
      await page.getByRole('button', { name: said(t('authority.why', { name: 'Huda Omar' })) }).click();
      await expect(page.getByText(t('authority.reason.disputed')).first()).toBeVisible();
      await menu.click();
      await page.getByRole('menuitem', { name: t('authority.settle') }).click();
      await expect(page.getByText(t('authority.is-disputed'), { exact: true })).toBeHidden();
      await menu.click();
      await page.getByRole('menuitem', { name: t('authority.withdraw') }).click();
      await expect(page.getByText(t('authority.reason.withdrawn')).first()).toBeVisible();
      await page.keyboard.press('Control+KeyZ');
      await expect(page.getByText(t('authority.reason.withdrawn'))).toHaveCount(0);
      // What was undone is not offered to be undone again.
      const withdrew = notice(desk, 'authority.withdrew', { name: 'Huda Omar' });
      await expect(button(t, withdrew, 'common.undo')).toHaveCount(0);
    });

    await test.step('the quick log offers the question when somebody else takes part', async () => {
      await goToAddress(page, '');
      const who = page.getByRole('textbox', { name: t('activities.quick.who') });
      for (const name of ['Salem Omar', 'Huda Omar']) {
        await who.fill(name);
        await page.getByRole('option').filter({ hasText: name }).first().click();
      }
      await page
        .getByRole('button', { name: said(t('authority.ask-about', { caller: 'Huda Omar', subject: 'Salem Omar' })) })
        .click();
      await expect(lightOf(desk, 'appointments')).toHaveAttribute('data-light', 'green');
      await page.keyboard.press('Escape');
    });

    await test.step('the look stands in the log with its purpose', async () => {
      const log = (await asked(page, 'access.events', { partyId: child, kinds: ['readings'] })) as {
        entries: { what: string; purpose: string }[];
      };
      expect(log.entries).toContainEqual(expect.objectContaining({ what: 'authority.check', purpose: 'call' }));
    });

    await test.step('it reads right in three languages, light and dark', async () => {
      for (const language of languages) {
        const theirs = await inLanguage(desk, language);
        await asked(page, 'settings.updateUser', { theme: language === 'fa' ? 'dark' : 'light' });
        await goToAddress(page, `party/${child}`);
        const related = page.getByRole('tab', { name: theirs.t('record.tab.related'), exact: true });
        if ((await related.count()) > 0) await related.click();
        await page.getByRole('button', { name: said(theirs.t('authority.why', { name: 'Huda Omar' })) }).click();
        await picture(page, `authority-page-${language}`);
        await expectAccessible(page, `authority ${language}`);
        await button(theirs.t, page, 'authority.ask').first().click();
        await dialog.getByRole('textbox', { name: theirs.t('authority.caller') }).fill('Huda');
        await page.getByRole('option').filter({ hasText: 'Huda Omar' }).click();
        await expect(lightOf(theirs, 'medical')).toHaveAttribute('data-light', 'green');
        await picture(page, `authority-card-${language}`);
        await expectAccessible(page, `card ${language}`);
        await page.keyboard.press('Escape');
        await button(theirs.t, page, 'authority.add').click();
        await picture(page, `authority-form-${language}`);
        await page.keyboard.press('Escape');
      }
    });
  } finally {
    await desk.launched.close();
  }
});
