// What the ids in conditions of price rules are called: products, categories, price books.

import type { Names } from '@shared/features/pipelines/pipeline';
import type { ReadDb } from '../../db';
import { categoriesById, selectProduct } from '../products';
import { booksOf } from './price-books.service';
import type { NamesOfId } from './price-words';

export function namesIn(db: ReadDb): NamesOfId {
  const known = new Map([...booksOf(db), ...categoriesById(db).values()].map(({ id, names }) => [id, names]));
  return (id) => {
    const product = known.has(id) ? undefined : db.first(selectProduct({ id }));
    return product === undefined ? known.get(id) : (JSON.parse(product.names) as Names);
  };
}
