// The rules of WCAG 2.2 AA that a machine can check, asked of what a window shows.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** All rules, or those of colours alone where the rest of the page was looked at before. */
export async function expectAccessible(page: Page, what: string, rules: 'all' | 'colours' = 'all'): Promise<void> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const chosen = rules === 'all' ? builder.withTags(standards) : builder.withRules(['color-contrast']);
  const { violations } = await chosen.analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html.slice(0, 300))
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect.soft(found, what).toEqual([]);
}
