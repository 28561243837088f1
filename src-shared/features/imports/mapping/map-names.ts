// The names of a row: one shown name with its parts, and the same person's name in other scripts or on paper.

import type { DraftName } from './draft';
import type { RowCell } from './row-cells';
import { firstText, textsOf } from './row-cells';

const partOrder = ['given', 'father', 'grandfather', 'family', 'suffix'] as const;

/** Empty when the cells name nobody. The prefix stays out of the shown text, so that lists sort by the name itself. */
export function mapNames(cells: readonly RowCell[], fallback?: string): DraftName[] {
  const part = (name: string): string | undefined => firstText(cells, `name.${name}` as RowCell['target']);
  const composed = partOrder
    .map(part)
    .filter((text) => text !== undefined)
    .join(' ');
  const shown =
    part('display') ??
    (composed === '' ? (part('latin') ?? part('kunya') ?? part('nickname') ?? part('legal') ?? fallback) : composed);
  if (shown === undefined || !/[\p{L}\p{N}]/u.test(shown)) return [];
  const used: DraftName = { kind: 'used', text: shown };
  for (const name of ['prefix', 'given', 'father', 'grandfather', 'family', 'kunya', 'nickname'] as const) {
    const text = part(name);
    if (text !== undefined) used[name] = text;
  }
  const others: DraftName[] = [
    ...textsOf(cells, 'name.latin').map((text) => ({ kind: 'transliteration' as const, text })),
    ...textsOf(cells, 'name.legal').map((text) => ({ kind: 'legal' as const, text })),
    ...textsOf(cells, 'name.alias').map((text) => ({ kind: 'alias' as const, text })),
    ...textsOf(cells, 'name.display')
      .slice(1)
      .map((text) => ({ kind: 'alias' as const, text })),
  ];
  return [used, ...others.filter((name) => name.text !== shown)];
}

/** Whether the cells hold a name only a person has. */
export function namesPerson(cells: readonly RowCell[]): boolean {
  return ['name.given', 'name.family', 'name.father', 'name.kunya'].some((target) =>
    cells.some((cell) => cell.target === target),
  );
}
