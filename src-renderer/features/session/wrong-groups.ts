// Which groups of a code or card a failure names.

/** Counted from 0. */
export function wrongGroups(error: { readonly details?: Readonly<Record<string, unknown>> } | null): number[] {
  const groups = error?.details?.['groups'];
  return Array.isArray(groups) ? groups.map((group) => Number(group) - 1) : [];
}
