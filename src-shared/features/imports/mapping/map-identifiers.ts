// Numbers by which others know a party; an identity number finds its scheme by its own rule. A failing check is no rejection.

import { toLatinDigits } from '../../../locale/digits';
import { checkIdentifier } from '../../parties/identifiers';
import type { DraftIdentifier } from './draft';
import type { MappingContext } from './mapping-context';
import { likelyScheme, schemeOfNationalId } from './national-ids';
import type { RowCell } from './row-cells';

export function mapIdentifiers(cells: readonly RowCell[], context: MappingContext): DraftIdentifier[] {
  const found: DraftIdentifier[] = [];
  for (const cell of cells) {
    if (!cell.target.startsWith('identifier.')) continue;
    const named = cell.target.slice('identifier.'.length);
    const written = toLatinDigits(cell.text);
    const scheme =
      named === 'national'
        ? (schemeOfNationalId(written, context.country) ?? likelyScheme(written, context.country))
        : (named as DraftIdentifier['scheme']);
    const { normalised, verdict } = checkIdentifier(scheme, written);
    // A number that keeps its rule is stored in its plain form, with the zeros a spreadsheet took; any other as written.
    found.push({ scheme, value: verdict === 'valid' ? normalised : written });
  }
  return found;
}
