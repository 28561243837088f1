// The native menu says everything in the person's language.
import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { menuCommands } from '@shared/features/app/app-events';
import { menuTemplate } from '../../src-main/app/menu';
import { wordsIn } from '../../src-main/app/words';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each(['ar', 'fa', 'en'] as const)('the menu in %s', (language) => {
  const pressed: string[] = [];
  const actions = { command: (name: string) => pressed.push(name), program: (name: string) => pressed.push(name) };
  const items = flat(menuTemplate(wordsIn(language), actions, 'linux'));

  it('has words of its own on every item, also on the system’s', () => {
    const bare = items.filter((item) => item.type !== 'separator' && (item.label ?? '').trim() === '');
    expect(bare).toEqual([]);
  });

  it('says no two things in the same words and nothing in another language’s letters', () => {
    const labels = items.flatMap((item) => (item.type === 'separator' || item.submenu ? [] : [item.label ?? '']));
    expect(new Set(labels).size).toBe(labels.length);
    const latin = labels.filter((label) => /[a-z]/i.test(label));
    expect(latin).toHaveLength(language === 'en' ? labels.length : 0);
  });

  it('offers every command the window knows, and leaves the keys to the window', () => {
    const ids = items.map(({ id }) => id);
    expect(menuCommands.filter((command) => !ids.includes(command))).toEqual([]);
    const taking = items.filter(
      (item) => (item.accelerator ?? item.role) !== undefined && item.registerAccelerator !== false,
    );
    expect(taking).toEqual([]);
  });
});
