// The ids of the parties that an import makes, told by the row: a row read again after a crash is the same party.

/**
 * Later than the import's own id and than every id made before it, earlier than those made after it. The time and the counter are the
 * import's, so that no other import of this device has the same; sixteen of its random bits tell devices apart.
 */
export function rowIds(importId: string): (row: number) => string {
  const head = `${importId.slice(0, 18)}-bfff-${importId.slice(-12, -8)}`;
  return (row) => head + row.toString(16).padStart(8, '0');
}
