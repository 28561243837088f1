// Numbers by which others know a party; an identity number finds its scheme by its own rule. A failing check is no rejection.

import { toLatinDigits } from '../../../locale/digits';
import type { DraftIdentifier } from './draft';
import type { MappingContext } from './mapping-context';
import { likelyScheme, schemeOfNationalId } from './national-ids';
import type { RowCell } from './row-cells';

export function mapIdentifiers(cells: readonly RowCell[], context: MappingContext): DraftIdentifier[] {
  const found: DraftIdentifier[] = [];
  for (const cell of cells) {
    if (!cell.target.startsWith('identifier.')) continue;
    const named = cell.target.slice('identifier.'.length);
    const value = toLatinDigits(cell.text);
    const scheme =
      named === 'national'
        ? (schemeOfNationalId(value, context.country) ?? likelyScheme(value, context.country))
        : (named as DraftIdentifier['scheme']);
    found.push({ scheme, value: scheme === 'ir-national-id' ? restored(value) : value });
  }
  return found;
}

/** Spreadsheets take the leading zeros of an Iranian number for nothing: eight or nine digits get them back. */
function restored(value: string): string {
  return /^\d{8,9}$/.test(value) ? value.padStart(10, '0') : value;
}
