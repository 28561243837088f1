// How much a page may send at once. What is heavier is refused before anything looks into it: a page that was taken over could
// otherwise keep the engine busy with one message.

/** Characters and bytes, and values; the largest form or choice of records of ours has a tenth of it. */
const MOST_CHARACTERS = 16_000_000;
const MOST_VALUES = 500_000;

/** Walks without recursion, and no further than the limits: a value may contain itself. */
export function isTooHeavy(input: unknown): boolean {
  const open: unknown[] = [input];
  let characters = 0;
  for (let values = 0; open.length > 0; values += 1) {
    const value = open.pop();
    characters += lengthOf(value);
    if (characters > MOST_CHARACTERS || values + open.length > MOST_VALUES) return true;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (Array.isArray(value) && value.length > MOST_VALUES) return true;
    for (const part of Object.values(value)) open.push(part);
  }
  return false;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  return 1;
}
