// Units in the order of a tree: each after the one it is part of. Units in a circle, or below one that is gone, stand at the top.

interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

export interface Placed<Unit> {
  readonly unit: Unit;
  /** 0 at the top. */
  readonly depth: number;
}

export function inTree<Unit extends Node>(units: readonly Unit[]): readonly Placed<Unit>[] {
  const known = new Set(units.map(({ id }) => id));
  const placed = new Map<string, Placed<Unit>>();
  const place = (unit: Unit, depth: number): void => {
    if (placed.has(unit.id)) return;
    placed.set(unit.id, { unit, depth });
    for (const child of units) if (child.parentId === unit.id) place(child, depth + 1);
  };
  for (const unit of units) if (unit.parentId === null || !known.has(unit.parentId)) place(unit, 0);
  for (const unit of units) place(unit, 0);
  return [...placed.values()];
}
