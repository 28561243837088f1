// Sealed values in statements: functions of every connection, which do nothing where the office seals nothing. So each statement says
// itself what it stores and compares, and a view can show the value to whoever has the key.

import { sealableFields } from '@shared/catalogue';
import {
  ClassKeyMissing,
  classOf,
  isSealed,
  noSealing,
  notShown,
  sealValue,
  systemRandom,
  tokenOf,
  tokensOf,
  unsealValue,
  type Sealing,
} from '../keys';
import type { Database } from './connection-profile';

const known = new WeakMap<Database, Sealing>();

/** What a connection was opened with. */
export const sealingOfConnection = (database: Database): Sealing => known.get(database) ?? noSealing();

/**
 * sealed(field, id, value): as it is to be stored. opened(field, id, value): as it was typed; throws `ClassKeyMissing`. unsealed(field, id,
 * value): the same for showing, masked where it cannot be told. token(field, normal): as a comparable form is stored. tokens(field,
 * normal): a JSON list of all that it may be stored as.
 */
export function registerSealing(database: Database, sealing: Sealing = noSealing()): void {
  known.set(database, sealing);
  const opened: Place = (field, id, value) =>
    typeof value === 'string' ? whole(unsealValue(sealing, { field: String(field), id: String(id) }, value)) : value;
  const sealed: Place = (field, id, value) =>
    typeof value === 'string'
      ? sealValue(sealing, { field: String(field), id: String(id), value }, systemRandom)
      : value;
  const always = { deterministic: true };
  database.function('sealed', sealed);
  database.function('opened', always, opened);
  database.function('unsealed', always, (field, id, value) => shown(() => opened(field, id, value)));
  database.function('in_clear', always, (field, value) => Number(isInClear(sealing, String(field), value)));
  database.function('token', always, (field, normal) => tokenOf(sealing, String(field), String(normal)));
  database.function('tokens', always, (field, normal) =>
    JSON.stringify(tokensOf(sealing, String(field), String(normal))),
  );
}

/** What SQLite hands over; text for `field` and `id`. */
type Place = (field: unknown, id: unknown, value: unknown) => unknown;

const isInClear = (sealing: Sealing, field: string, value: unknown): boolean =>
  typeof value === 'string' && !isSealed(value) && classOf(sealing, field) !== undefined;

/** A sealed value that was changed, or belongs to another record. */
class SealedValueDamaged extends Error {}

function whole(value: string | null): string {
  if (value === null) throw new SealedValueDamaged('a sealed value does not open where it stands');
  return value;
}

/** The connection refuses to store a value in clear where it is to be sealed, whoever wrote the statement. */
export function refuseInClear(writer: Database): void {
  for (const { key } of sealableFields) {
    const [table, column] = key.split('.') as [string, string];
    for (const event of ['INSERT', `UPDATE OF ${column}`])
      writer.exec(`CREATE TEMP TRIGGER "in_clear_${table}_${column}_${event.slice(0, 6)}" BEFORE ${event} ON main.${table}
        WHEN in_clear('${key}', NEW.${column}) BEGIN SELECT RAISE(ABORT, 'sealed: a value in clear'); END`);
  }
}

function shown(value: () => unknown): unknown {
  try {
    return value();
  } catch (error) {
    if (error instanceof ClassKeyMissing || error instanceof SealedValueDamaged) return notShown;
    throw error;
  }
}
