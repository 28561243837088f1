// From a JSON value to cells under column names: nested parts get names with dots, lists of plain values become one cell.

/** Names and texts of one record, in the order they stand in it. */
export type FlatRecord = ReadonlyMap<string, string>;

const DEEPEST = 6;
/** Of a list of objects this many get columns of their own; the others stay readable as JSON. */
const MOST_OF_A_LIST = 10;
/** As Google parts several values of one cell, which the mapping knows. */
const LIST_SEPARATOR = ' ::: ';

export function flatRecord(value: unknown): FlatRecord {
  const record = new Map<string, string>();
  if (Array.isArray(value))
    value.forEach((item, index) => addValue(record, String(index + 1), { value: item, depth: 1 }));
  else if (isObject(value))
    for (const [name, part] of Object.entries(value)) addValue(record, name, { value: part, depth: 1 });
  else addValue(record, 'value', { value, depth: 1 });
  return record;
}

function addValue(record: Map<string, string>, name: string, part: { value: unknown; depth: number }): void {
  const { value, depth } = part;
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) addList(record, name, { list: value, depth });
  else if (!isObject(value)) record.set(name, scalar(value));
  else if (depth >= DEEPEST) record.set(name, JSON.stringify(value));
  else
    for (const [inner, innerValue] of Object.entries(value))
      addValue(record, `${name}.${inner}`, { value: innerValue, depth: depth + 1 });
}

function addList(record: Map<string, string>, name: string, { list, depth }: { list: unknown[]; depth: number }): void {
  if (list.every((item) => !isObject(item) && !Array.isArray(item))) {
    const text = list.filter((item) => item !== null && item !== '').map(scalar);
    if (text.length > 0) record.set(name, text.join(LIST_SEPARATOR));
    return;
  }
  list
    .slice(0, MOST_OF_A_LIST)
    .forEach((item, index) => addValue(record, `${name}.${index + 1}`, { value: item, depth: depth + 1 }));
  if (list.length > MOST_OF_A_LIST) record.set(name, JSON.stringify(list.slice(MOST_OF_A_LIST)));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const scalar = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The cells under `columns`; what has no column stands in the last one, `name: value` line by line: nothing is dropped in silence. */
export function cellsUnder(record: FlatRecord, columns: readonly string[]): string[] {
  const known = new Set(columns);
  const rest = [...record].filter(([name]) => !known.has(name)).map(([name, text]) => `${name}: ${text}`);
  return columns.map((name, index) =>
    index === columns.length - 1 && name === REST_COLUMN ? rest.join('\n') : (record.get(name) ?? ''),
  );
}

export const REST_COLUMN = '…';
