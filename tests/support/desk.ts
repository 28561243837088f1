// A desk for window tests: a base with somebody at it, and the words and steps every test needs, as a person sees and does them.
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { toLatinDigits } from '@shared/locale/digits';
import type { Launched, LaunchOptions } from './launch';
import { asked, createBase, launch, passphrase } from './launch';
import type { Words } from './words';
import { wordsOf } from './words';

export interface Desk {
  readonly launched: Launched;
  readonly t: Words;
  readonly language: Language;
  readonly recoveryCode: string;
  page(): Page;
}

export interface DeskOptions extends LaunchOptions {
  readonly sample?: boolean;
}

/** A new base past the wizard, with its administrator signed in and the first page shown. */
export async function openDesk(language: Language, options: DeskOptions = {}): Promise<Desk> {
  const launched = await launch({ ...options, language });
  const recoveryCode = await createBase(launched.page(), language, { sample: options.sample });
  const desk = { launched, language, recoveryCode, t: wordsOf(language), page: () => launched.page() };
  await expect(desk.page().getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible();
  return desk;
}

/** The same window in another language: several tests of a file share one. */
export async function inLanguage(desk: Desk, language: Language): Promise<Desk> {
  await asked(desk.page(), 'settings.updateUser', { language });
  const t = wordsOf(language);
  await expect(desk.page().locator('html')).toHaveAttribute('lang', language);
  await expect(desk.page().getByRole('navigation', { name: t('common.rail') })).toBeVisible();
  return { ...desk, language, t };
}

type Place = Pick<Page, 'getByRole'>;
type Values = Readonly<Record<string, string | number>>;

/** A button by its words; in the page, or in a part of it. */
export const button = (t: Words, place: Place, id: string, values?: Values): Locator =>
  place.getByRole('button', { name: said(t(id, values)) });

/** Types the passphrase again where the program asks for it before it does something. */
export async function confirmAgain({ t, page }: Pick<Desk, 't' | 'page'>): Promise<void> {
  const dialog = page().getByRole('dialog', { name: t('approvals.title') });
  await dialog.getByLabel(said(t('approvals.own-passphrase'), 'part')).fill(passphrase);
  await button(t, dialog, 'approvals.confirm').click();
  await expect(dialog).toHaveCount(0);
}

/** Goes to a page by the rail. */
export async function goTo(desk: Desk, page: string): Promise<void> {
  const rail = desk.page().getByRole('navigation', { name: desk.t('common.rail') });
  await rail.getByRole('link', { name: desk.t(`common.page-${page}`), exact: true }).click();
}

/** Nothing of the page is on its way any more. */
export const settled = (page: Page): Promise<void> => expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

/** Goes to a place by its address, and waits until it is there: every page has a title of its own. */
export async function goToAddress(page: Page, path: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  const before = (await title.allTextContents()).join();
  const there = await page.evaluate((hash) => {
    const same = location.hash === hash || (hash === '#/' && location.hash === '');
    location.hash = hash;
    return same;
  }, `#/${path}`);
  if (!there) await expect.poll(async () => ['', before].includes((await title.allTextContents()).join())).toBe(false);
  await expect(title).toBeVisible();
  await settled(page);
}

/** Locks with the button of the top bar; answers the fresh page. */
export async function lock(desk: Desk, page = desk.page()): Promise<Page> {
  const next = desk.launched.nextPage();
  await page
    .getByRole('banner')
    .getByRole('button', { name: desk.t('common.lock'), exact: true })
    // The page is gone before its click could be waited for.
    .click({ noWaitAfter: true });
  return next;
}

/** Finds a party with Ctrl+K and opens it. */
export async function openParty(desk: Desk, name: string): Promise<void> {
  const page = desk.page();
  await page.keyboard.press('Control+KeyK');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(name);
  await dialog.getByRole('option').filter({ hasText: name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** The short word at the corner after something was done. */
export const notice = (desk: Desk, id: string, values?: Values): Locator =>
  desk
    .page()
    .getByRole('alert')
    .filter({ hasText: said(desk.t(id, values), 'part') });

/** Chooses from a list that opens under a field. */
export async function choose(place: Page | Locator, label: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name: said(label) }).click();
  const page = 'keyboard' in place ? place : place.page();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The words as the window may write them: digits of any of the three sets, grouped or not, with invisible marks of direction. */
export function said(words: string, how: 'whole' | 'part' = 'whole'): RegExp {
  const parts = plain(words)
    .split(/(\d|\s+|[^\p{L}\p{M}\u200c])/u)
    .filter((part) => part !== '');
  const pattern = parts.map(partPattern).join('\\p{Cf}*');
  return new RegExp(how === 'whole' ? `^[\\s\\p{Cf}]*${pattern}[\\s\\p{Cf}]*$` : pattern, 'u');
}

function partPattern(part: string): string {
  if (/^\s/.test(part)) return '\\s+';
  if (!/^\d$/.test(part)) return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return `[${part}${String.fromCharCode(0x660 + Number(part), 0x6f0 + Number(part))}][,٬]?`;
}

/** What is written there, in Latin digits, without invisible marks and without the signs between groups of digits. */
export const plain = (text: string): string =>
  toLatinDigits(text)
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/(\d)[,٬](?=\d)/g, '$1')
    .trim();
