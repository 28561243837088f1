// The products in use, as texts in which the words of a need are looked for.

import { matchText, type MatchTexts } from '@shared/features/needs/match';
import { pathOf } from '@shared/features/products/product';
import type { Names } from '@shared/features/pipelines/pipeline';
import type { ReadDb } from '../../db';
import { categoriesById, eachProduct } from '../products';

export interface Offer {
  readonly id: string;
  readonly code: string;
  readonly names: Names;
  readonly category: Names | null;
  readonly texts: MatchTexts;
}

export function* offersOf(db: ReadDb): Generator<Offer> {
  const categories = categoriesById(db);
  for (const { id, code, names, descriptions, category_id } of eachProduct(db, { active: true })) {
    const path = pathOf(categories, category_id).flatMap((one) => categories.get(one) ?? []);
    const own = JSON.parse(names) as Names;
    const described = descriptions === null ? [] : Object.values(JSON.parse(descriptions) as Record<string, string>);
    yield {
      id,
      code,
      names: own,
      category: path[0]?.names ?? null,
      texts: {
        name: matchText(Object.values(own)),
        category: matchText(path.flatMap((category) => Object.values(category.names))),
        description: matchText(described),
      },
    };
  }
}
