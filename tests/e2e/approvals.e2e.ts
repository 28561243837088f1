// What takes two, in the real window: asked for at one desk, signed there or in the other's own session, done once, listed for good.
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, goTo, inLanguage, lock, openDesk, said, type Desk } from '../support/desk';
import { asked, passphrase, picture } from '../support/launch';

const second = { login: 'omar', displayName: 'عمر الفارس', passphrase, role: 'administrator' };

/** A change of rights on the page of rights, as far as the question who else agrees. */
async function changeRights(desk: Desk): Promise<void> {
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'rights');
  await page
    .getByRole('navigation', { name: t('policy.tab.roles') })
    .getByRole('button', { name: said(t('policy.role-reader'), 'part') })
    .click();
  await page.getByRole('switch', { name: t('policy.may.imports.run') }).press('Space');
  await button(t, page, 'common.save').click();
}

async function amal(desk: Desk): Promise<void> {
  const page = await lock(desk);
  await asked(page, 'session.unlock', { login: 'amal', passphrase });
  await page.reload();
  await inLanguage(desk, 'en');
}

test('two people change rights together, and nobody does so alone', async () => {
  test.setTimeout(240_000);
  const desk = await openDesk('en');
  const { t } = desk;
  const page = desk.page();
  await asked(page, 'users.create', second);
  const dialog = page.getByRole('dialog', { name: t('approvals.title-two') });

  await test.step('whoever asks says what for and types their passphrase; the second person signs at the same desk', async () => {
    await changeRights(desk);
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'asking');
    await dialog.getByLabel(said(t('approvals.purpose'), 'part')).fill('readers import the price list');
    await dialog.getByLabel(said(t('approvals.own-passphrase'), 'part')).fill(passphrase);
    await picture(page, 'approvals-ask-en');
    await button(t, dialog, 'approvals.ask').click();
    await dialog.getByLabel(said(t('approvals.approver-passphrase'), 'part')).fill('not theirs at all');
    await button(t, dialog, 'approvals.approve-here').click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByLabel(said(t('approvals.approver-passphrase'), 'part')).fill(passphrase);
    await picture(page, 'approvals-here-en');
    await button(t, dialog, 'approvals.approve-here').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(t('policy.unsaved'))).toBeHidden();
  });

  await test.step('what is left for later waits on the page of approvals, and the edit is kept', async () => {
    await changeRights(desk);
    await dialog.getByLabel(said(t('approvals.purpose'), 'part')).fill('and back again');
    await dialog.getByLabel(said(t('approvals.own-passphrase'), 'part')).fill(passphrase);
    await button(t, dialog, 'approvals.ask').click();
    await button(t, dialog, 'approvals.later').click();
    await expect(page.getByText(t('policy.unsaved'))).toBeVisible();
  });

  await test.step('the second person is told in their own session, reads exactly what it is, and signs', async () => {
    const theirs = await lock(desk);
    await asked(theirs, 'session.unlock', { login: 'omar', passphrase });
    await theirs.reload();
    await inLanguage(desk, 'en');
    await expect(theirs.getByText(said(t('approvals.waits-for-you', { count: 1 })))).toBeVisible();
    await goTo(desk, 'approvals');
    for (const language of languages) {
      const look = await inLanguage(desk, language);
      await asked(theirs, 'settings.updateUser', { theme: language === 'fa' ? 'dark' : 'light' });
      await expect(button(look.t, theirs, 'approvals.approve')).toBeVisible();
      await picture(theirs, `approvals-${language}`);
      await expectAccessible(theirs, `approvals ${language}`);
    }
    await inLanguage(desk, 'en');
    await button(t, theirs, 'approvals.approve').click();
    const sign = theirs.getByRole('dialog');
    await sign.getByText(t('approvals.exactly')).click();
    await expect(sign.getByText('"reader"', { exact: false })).toBeVisible();
    await sign.getByLabel(said(t('approvals.own-passphrase'), 'part')).fill(passphrase);
    await picture(theirs, 'approvals-sign-en');
    await button(t, sign, 'approvals.approve').click();
    await expect(theirs.getByText(said(t('approvals.state.granted'), 'part'))).toBeVisible();
  });
  await test.step('a code carries a request to another seat, and its answer back', async () => {
    await amal(desk);
    const mine = desk.page();
    await asked(mine, 'approvals.request', {
      operation: 'settings.updateSite',
      input: { approvalRemovals: 60 },
      purpose: 'the seat in the branch',
      passphrase,
    });
    const { approvals } = (await asked(mine, 'approvals.list', { state: 'waiting' })) as {
      approvals: { id: string; purpose: string }[];
    };
    const { id } = approvals.find(({ purpose }) => purpose === 'the seat in the branch')!;
    await goTo(desk, 'approvals');
    await button(t, mine, 'approvals.elsewhere').first().click();
    const carried = mine.getByRole('dialog');
    const question = await carried.getByLabel(t('approvals.request-code')).innerText();
    expect(question).toMatch(/^DIWAN-ASK-/);
    for (const language of languages) {
      const look = await inLanguage(desk, language);
      await asked(mine, 'settings.updateUser', { theme: language === 'ar' ? 'dark' : 'light' });
      await expect(carried.getByLabel(look.t('approvals.request-code'))).toBeVisible();
      await picture(mine, `approvals-code-${language}`);
      await expectAccessible(mine, `code ${language}`);
    }
    await mine.keyboard.press('Escape');
    await expect(carried).toHaveCount(0);
    const there = await lock(desk);
    await asked(there, 'session.unlock', { login: 'omar', passphrase });
    await there.reload();
    await inLanguage(desk, 'en');
    await goTo(desk, 'approvals');
    await button(t, there, 'approvals.sign-code').click();
    const sign = there.getByRole('dialog');
    await sign.getByLabel(said(t('approvals.request-code'), 'part')).fill(question);
    await button(t, sign, 'approvals.read-code').click();
    await expect(sign.getByText('the seat in the branch', { exact: false })).toBeVisible();
    await sign.getByLabel(said(t('approvals.own-passphrase'), 'part')).fill(passphrase);
    await picture(there, 'approvals-sign-code-en');
    await button(t, sign, 'approvals.approve').click();
    const answer = await sign.getByLabel(t('approvals.answer-code')).innerText();
    expect(answer).toMatch(/^DIWAN-YES-/);
    await there.keyboard.press('Escape');
    await expect(sign).toHaveCount(0);
    await amal(desk);
    await goTo(desk, 'approvals');
    const back = desk.page();
    await button(t, back, 'approvals.elsewhere').first().click();
    await back
      .getByRole('dialog')
      .getByLabel(said(t('approvals.answer-code'), 'part'))
      .fill(answer);
    await button(t, back.getByRole('dialog'), 'approvals.accept-code').click();
    await expect(back.getByRole('dialog')).toHaveCount(0);
    const listed = (await asked(back, 'approvals.list', { ids: [id] })) as { approvals: { state: string }[] };
    expect(listed.approvals[0]!.state).toBe('granted');
  });
  await desk.launched.close();
});
