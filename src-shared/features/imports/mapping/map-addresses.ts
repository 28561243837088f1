// Addresses of a row: parts gathered by kind and by the label they stand under.

import type { DraftAddress } from './draft';
import type { MappingContext } from './mapping-context';
import type { RowCell } from './row-cells';
import type { AddressPart, AddressTargetKind } from './targets';

const ADDRESS = /^address\.(home|work|other)\.(\w+)$/;

export function mapAddresses(cells: readonly RowCell[], context: MappingContext): DraftAddress[] {
  const byPlace = new Map<string, DraftAddress>();
  for (const cell of cells) {
    const match = ADDRESS.exec(cell.target);
    if (!match) continue;
    const told = cell.label === undefined ? undefined : context.words.addressKind(cell.label.replace(/^\*\s*/, ''));
    const kind = told ?? (match[1] as AddressTargetKind);
    const place = `${kind} ${cell.labelColumn ?? ''}`;
    const address = byPlace.get(place) ?? { kind };
    byPlace.set(place, address);
    setPart(address, match[2] as AddressPart, { text: cell.text, context });
  }
  return [...byPlace.values()];
}

function setPart(
  address: DraftAddress,
  part: AddressPart,
  { text, context }: { text: string; context: MappingContext },
): void {
  if (part !== 'country') {
    address[part] = joined(address[part], text);
    return;
  }
  const code = context.countryOf(text);
  if (code === undefined) address.lines = joined(address.lines, text);
  else address.country = code;
}

function joined(before: string | null | undefined, text: string): string {
  if (before === undefined || before === null || before === '') return text;
  return `${before}${/[\u0600-\u06ff]/.test(text) ? '، ' : ', '}${text}`;
}
