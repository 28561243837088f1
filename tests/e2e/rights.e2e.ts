// Rights in the real window: a role set and previewed, a branch, cover, a portfolio handed over; and what the other person then sees.
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import {
  button,
  choose,
  confirmAgain,
  goTo,
  inLanguage,
  lock,
  notice,
  openDesk,
  said,
  type Desk,
} from '../support/desk';
import { ask, asked, passphrase, picture } from '../support/launch';
import { wordsOf } from '../support/words';

const colleague = { login: 'sara', displayName: 'سارة العلي', passphrase, role: 'staff' };

const client = {
  kind: 'person',
  names: [{ text: 'Salma Nasser' }],
  contactPoints: [{ kind: 'phone', value: '0501234567' }],
  birth: { on: '1985-03-02', calendar: 'gregory', text: '1985-03-02' },
  note: 'owes a favour',
};

/** One of the three parts of the page. */
const openTab = async ({ t, page }: Desk, tab: string): Promise<void> =>
  page()
    .getByText(t(`policy.tab.${tab}`), { exact: true })
    .first()
    .click();

const openRole = (desk: Desk, role: string): Promise<void> =>
  desk
    .page()
    .getByRole('navigation', { name: desk.t('policy.tab.roles') })
    .getByRole('button')
    .filter({ has: desk.page().getByText(desk.t(`policy.role-${role}`), { exact: true }) })
    .click();

test('rights are set by role, previewed, and hold for the one who has the role', async () => {
  const desk = await openDesk('en', { sample: true });
  const { t } = desk;
  const page = desk.page();
  const preview = page.getByRole('complementary', { name: t('policy.preview-title') });
  try {
    await asked(page, 'users.create', colleague);
    const me = ((await asked(page, 'session.status')) as { user: { id: string } }).user.id;
    const { id: theirs } = (await asked(page, 'parties.create', { ...client, ownerId: me })) as { id: string };
    const { id: nobodys } = (await asked(page, 'parties.create', { ...client, names: [{ text: 'Nobody’s' }] })) as {
      id: string;
    };

    await asked(page, 'activities.log', {
      kind: 'call',
      subject: 'About the policy',
      body: 'a secret',
      partyIds: [theirs],
    });

    await test.step('an administrator gives somebody the role of a broker agent', async () => {
      await goTo(desk, 'users');
      await button(t, page, 'users.edit-who', { name: colleague.displayName }).click();
      await page.getByRole('radio', { name: said(t('policy.role-broker-agent'), 'part') }).check();
      await button(t, page.getByRole('dialog'), 'common.save').click();
      await expect(page.getByRole('dialog')).toBeHidden();
    });

    await test.step('the role of administrators is shown and cannot be changed', async () => {
      await goTo(desk, 'rights');
      await expect(page.getByText(t('policy.fixed'))).toBeVisible();
      await expect(page.getByRole('switch', { name: t('policy.may.imports.run') })).toBeDisabled();
    });

    await test.step('a role is edited, kept as a draft, previewed as somebody has it, and saved', async () => {
      await openRole(desk, 'broker-agent');
      await page.locator('summary', { hasText: t('catalogue.contact_point') }).click();
      const field = t('catalogue.contact_point.value');
      await choose(page, t('policy.mask-of', { field }), t('policy.mask.last4'));
      await page
        .locator('summary', { hasText: said(t('catalogue.party'), 'part') })
        .first()
        .click();
      const party = page.getByRole('table', { name: t('catalogue.party'), exact: true });
      await choose(party, t('policy.mask-of', { field: t('catalogue.party.note') }), t('policy.mask.hidden'));
      await choose(party, t('policy.mask-of', { field: t('catalogue.party.birth_on') }), t('policy.mask.year'));
      await page
        .locator('summary', { hasText: t('catalogue.activity') })
        .first()
        .click();
      const activity = page.getByRole('table', { name: t('catalogue.activity'), exact: true });
      await choose(activity, t('policy.mask-of', { field: t('catalogue.activity.body') }), t('policy.mask.hidden'));
      await choose(page, t('policy.may.parties.read'), t('policy.scope.all'));
      await expect(preview).toContainText(said('••••', 'part'));
      await goTo(desk, 'users');
      await goTo(desk, 'rights');
      await openRole(desk, 'broker-agent');
      await expect(page.getByText(t('policy.unsaved'))).toBeVisible();
      await choose(page, t('policy.may.parties.read'), t('policy.scope.own'));
      await expect(preview).toContainText(t('policy.preview-nothing'));
      await button(t, page, 'common.save').click();
      await confirmAgain(desk);
      await expect(notice(desk, 'policy.role-saved', { name: t('policy.role-broker-agent') })).toBeVisible();
      await expect(page.getByText(t('policy.unsaved'))).toBeHidden();
    });

    await test.step('by keyboard a right is given and the edit discarded', async () => {
      await page.getByRole('switch', { name: t('policy.may.imports.run') }).press('Space');
      await expect(page.getByText(t('policy.unsaved'))).toBeVisible();
      await button(t, page, 'policy.discard').press('Enter');
      await expect(page.getByRole('switch', { name: t('policy.may.imports.run') })).not.toBeChecked();
    });

    await test.step('a branch is made, and somebody works in it', async () => {
      await openTab(desk, 'organisation');
      await button(t, page, 'policy.add-unit').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: t('catalogue.org_unit.name') }).fill('Riyadh');
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await button(t, page, 'policy.add-member', { name: 'Riyadh' }).click();
      await choose(dialog, t('catalogue.org_member.user_id'), colleague.displayName);
      await button(t, dialog, 'common.save').click();
      await expect(page.getByRole('list', { name: said(t('policy.members', { name: 'Riyadh' })) })).toContainText(
        colleague.displayName,
      );
      await expectAccessible(page, 'organisation');
    });

    await test.step('somebody stands in for a colleague, and a portfolio is handed over', async () => {
      await openTab(desk, 'cover');
      await button(t, page, 'policy.add-stand-in').click();
      const dialog = page.getByRole('dialog');
      await choose(dialog, t('policy.away'), colleague.displayName);
      await choose(dialog, t('policy.stands-in'), 'أمل الحسن');
      await button(t, dialog, 'common.save').click();
      await expect(dialog).toBeHidden();
      await expect(
        page.getByText(said(t('policy.stand-in-line', { by: 'أمل الحسن', other: colleague.displayName }))),
      ).toBeVisible();
      await choose(page, t('policy.hand-from'), 'أمل الحسن');
      await choose(page, t('policy.hand-to'), colleague.displayName);
      await button(t, page, 'policy.hand-over').click();
      await expect(dialog).toContainText(t('policy.hand-undo'));
      await button(t, dialog, 'policy.hand-over').click();
      await expect(dialog).toBeHidden();
      await expectAccessible(page, 'cover');
    });

    await test.step('the page reads well in three languages, light and dark', async () => {
      for (const language of languages) {
        const theirs = await inLanguage(desk, language);
        await asked(page, 'settings.updateUser', { theme: language === 'ar' ? 'dark' : 'light' });
        for (const tab of ['organisation', 'cover', 'roles']) {
          await openTab(theirs, tab);
          if (tab === 'roles') await openRole(theirs, 'broker-agent');
          await picture(page, `rights-${tab}-${language}`);
          await expectAccessible(page, `${tab} ${language}`);
        }
      }
      await inLanguage(desk, 'en');
    });

    await test.step('a record is given to the branch on its page', async () => {
      await page.evaluate((id) => (location.hash = `#/party/${id}`), theirs);
      const unit = t('record.field.unit');
      await page.getByRole('button', { name: said(t('record.editField', { field: unit }), 'part') }).click();
      await choose(page, unit, 'Riyadh');
      await button(t, page, 'record.save').click();
      await expect(
        page.getByRole('button', { name: said(`${t('record.editField', { field: unit })} Riyadh`, 'part') }),
      ).toBeVisible();
    });

    await test.step('the list is narrowed to a unit, and to the team of the owner', async () => {
      await goTo(desk, 'people');
      for (const filter of ['unit', 'team']) {
        await button(t, page, 'people.filter.add').click();
        await choose(page, t(`people.filter.${filter}`), 'Riyadh');
        await page.keyboard.press('Escape');
        await expect(
          page.getByText(said(t('people.filter.chip', { name: t(`people.filter.${filter}`), value: 'Riyadh' }))),
        ).toBeVisible();
        await expect(page.getByRole('row').filter({ hasText: 'Salma Nasser' })).toBeVisible();
        await expect(page.getByRole('row').filter({ hasText: 'Nobody’s' })).toHaveCount(0);
        await button(t, page, 'people.filter.clear').click();
      }
    });

    await test.step('the broker sees what is theirs, with locks where something is hidden, and nobody else’s', async () => {
      // She has not chosen a language yet.
      const hers = wordsOf('ar');
      const sara = await lock(desk);
      await sara.getByText(colleague.login, { exact: true }).click();
      await sara.locator('input[type="password"]').first().fill(passphrase);
      await sara.keyboard.press('Enter');
      const rail = sara.getByRole('navigation', { name: hers('common.rail') });
      await expect(rail).toBeVisible();
      await expect(rail.getByRole('link', { name: hers('common.page-rights'), exact: true })).toHaveCount(0);
      await sara.evaluate((id) => (location.hash = `#/party/${id}`), theirs);
      await expect(sara.getByRole('heading', { level: 1 })).toContainText('Salma');
      await expect(sara.getByText(said('••••4567', 'part')).first()).toBeVisible();
      await expect(button(hers, sara, 'record.hiddenEdit')).toBeDisabled();
      await expect(sara.getByText(hers('record.hiddenByRole')).last()).toBeVisible();
      await expect(sara.getByText(said('1985', 'part')).first()).toBeVisible();
      await expect(sara.getByText('owes a favour')).toHaveCount(0);
      await expect(sara.getByText('Riyadh')).toBeVisible();
      const call = sara.getByRole('article').filter({ hasText: 'About the policy' });
      await expect(call.getByText(hers('record.hiddenByRole'))).toBeVisible();
      await expect(sara.getByText('a secret')).toHaveCount(0);
      await expect(sara.getByRole('meter')).toBeVisible();
      await expect(sara.getByText(hers('quality.rule.phone-unknown'))).toHaveCount(0);
      await picture(sara, 'rights-record');
      await expectAccessible(sara, 'masked record');
      const refused = await ask(sara, 'parties.update', { id: theirs, set: { note: 'mine' } });
      expect(refused).toMatchObject({ ok: false, error: { code: 'door.out-of-reach' } });
      await sara.evaluate((id) => (location.hash = `#/party/${id}`), nobodys);
      await expect(sara.getByText(hers('record.notFound'))).toBeVisible();
    });
  } finally {
    await desk.launched.close();
  }
});
