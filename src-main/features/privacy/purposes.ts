// The purposes in force: those that ship, as the office changed them, and its own; each with its wordings.

import { purposePresets, type PurposePreset } from '@shared/features/privacy/presets';
import { DataCategories, PurposeNames, type Purpose } from '@shared/features/privacy/purpose';
import type { ReadDb } from '../../db';
import * as statements from './privacy.sql';
import type { PurposeRow } from './privacy.sql';

export function purposesOf(db: ReadDb): readonly Purpose[] {
  const rows = new Map(db.all(statements.selectPurposes({})).map((row) => [row.id, row]));
  const wordings = db.all(statements.selectWordings({}));
  const shipped = purposePresets.map((preset) => {
    const row = rows.get(preset.id);
    return row === undefined ? asShipped(preset) : stored(row, true);
  });
  const own = [...rows.values()]
    .filter(({ id }) => !purposePresets.some((preset) => preset.id === id))
    .map((row) => stored(row, false));
  return [...shipped, ...own].map((purpose) => ({
    ...purpose,
    wordings: wordings
      .filter(({ purpose_id }) => purpose_id === purpose.id)
      .map(({ id, language, version, text, created_at }) => ({ id, language, version, text, createdAt: created_at })),
  }));
}

export const purposeOf = (db: ReadDb, id: string): Purpose | undefined =>
  purposesOf(db).find((purpose) => purpose.id === id);

type Told = Omit<Purpose, 'wordings'>;

const asShipped = ({ id, basis, categories, active }: PurposePreset): Told => ({
  id,
  preset: true,
  isChanged: false,
  names: null,
  basis,
  balancing: null,
  categories: [...categories],
  active,
});

function stored(row: PurposeRow, preset: boolean): Told {
  const names = PurposeNames.safeParse(JSON.parse(row.names ?? 'null'));
  const categories = DataCategories.safeParse(JSON.parse(row.categories));
  return {
    id: row.id,
    preset,
    isChanged: preset,
    names: names.success ? names.data : null,
    basis: row.basis,
    balancing: row.balancing,
    categories: categories.success ? categories.data : [],
    active: row.active === 1,
  };
}
