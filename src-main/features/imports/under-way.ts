// Imports that run or wait: what they wrote is not yet done, and is taken back on their own page only.

import type { ReadDb } from '../../db';
import { selectUnderWay } from './imports.sql';

/** Ids, which are also the groups of their operations. */
export const importsUnderWay = (db: ReadDb): string[] => db.all(selectUnderWay({})).map(({ id }) => id);
