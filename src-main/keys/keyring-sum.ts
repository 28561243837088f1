// What every reader of a keyring file checks first: JSON, whole by its `sum`, of a release we know. Apart from the shape, whose schemas
// take longer to load than the lock screen may wait.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { canonicalJson, type JsonValue } from './canonical-json';
import { sha256 } from './crypto';

/**
 * 2: slots may hold a carried data key, which earlier releases would not find; written by the first rotation. 3: values may be sealed under
 * keys of classes, which earlier releases would take for what was typed; written when the first field is sealed.
 */
export const keyringFormat = 3;

export type KeyringReadError = Failure<'keys.keyring-damaged' | 'keys.keyring-newer'>;

/** A file written whole by a release like ours. Its shape is not checked. */
export function parseSummed(text: string): Result<Readonly<Record<string, unknown>>, KeyringReadError> {
  const json = parseJson(text);
  if (json === null) return fail('keys.keyring-damaged', { reason: 'not-json' });
  const { sum, ...summed } = json;
  if (typeof sum !== 'string' || sum !== sumOf(summed)) return fail('keys.keyring-damaged', { reason: 'sum' });
  if (typeof json['fmt'] === 'number' && json['fmt'] > keyringFormat)
    return fail('keys.keyring-newer', { fmt: json['fmt'] });
  return ok(json);
}

export const sumOf = (members: object): string =>
  sha256(`diwan/keyring-sum/v1\n${canonicalJson(asJson(members))}`).toString('hex');

// Keyrings are made of JSON only: they come out of JSON.parse or go into JSON.stringify.
export const asJson = (value: object): JsonValue => value as JsonValue;

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
