// From a row of our own sheet back to the party it was made from. Nothing is guessed: what stands there is what was recorded.

import { entityOf, type Entity, type Field } from '../../catalogue';
import { err, ok, type Result } from '../../core/result';
import { unguarded } from '../../text/spreadsheet-guard';
import { rejection, type ImportDraft, type Rejection, type RejectionCode } from '../imports/mapping/draft';
import {
  AddressDraft,
  ContactPointDraft,
  IdentifierDraft,
  NameDraft,
  NeedDraft,
  OccasionDraft,
  PartyDraft,
  PreferenceDraft,
  RoleDraft,
  ValueDriverDraft,
} from '../parties/party';
import type { OwnChoices } from './own-choices';
import { ownColumn, sheetParts, type OwnColumn, type OwnSheet } from './own-sheet';

export interface OwnCell extends OwnColumn {
  readonly index: number;
}

export const ownCells = (columns: readonly { index: number; target: string | null }[]): OwnCell[] =>
  columns.flatMap(({ index, target }) => {
    const column = target === null ? null : ownColumn(target);
    return column === null ? [] : [{ ...column, index }];
  });

type DraftResult = Result<ImportDraft, Rejection[]>;

/** By entity: the list of the draft and the fields it takes. */
const drafts: Readonly<Record<string, { readonly list: string; readonly takes: ReadonlySet<string> }>> = {
  party_name: { list: 'names', takes: new Set(Object.keys(NameDraft.shape)) },
  contact_point: { list: 'contactPoints', takes: new Set(Object.keys(ContactPointDraft.shape)) },
  address: { list: 'addresses', takes: new Set(Object.keys(AddressDraft.shape)) },
  identifier: { list: 'identifiers', takes: new Set(Object.keys(IdentifierDraft.shape)) },
  party_role: { list: 'roles', takes: new Set(Object.keys(RoleDraft.shape)) },
  occasion: { list: 'occasions', takes: new Set(Object.keys(OccasionDraft.shape)) },
  preference: { list: 'preferences', takes: new Set(Object.keys(PreferenceDraft.shape)) },
  need: { list: 'needs', takes: new Set(Object.keys(NeedDraft.shape)) },
  value_driver: { list: 'valueDrivers', takes: new Set(Object.keys(ValueDriverDraft.shape)) },
};
const partyTakes = new Set(Object.keys(PartyDraft.shape));

/** Whether an import takes what stands in a column; owners and what is computed it finds by itself. */
export function isTaken(column: OwnColumn): boolean {
  const { entity, field, number } = column;
  if (field === 'id' || field.startsWith('birth_')) return true;
  if (isReference(column)) return false;
  return (number === undefined ? partyTakes : drafts[entity]?.takes)?.has(camel(field)) === true;
}

/** The sheet with the columns that an import takes. */
export const takenOf = (sheet: OwnSheet): OwnSheet => ({
  ...sheet,
  targets: sheet.targets.map((target) => {
    const column = target === null ? null : ownColumn(target);
    return column === null || isTaken(column) ? target : null;
  }),
});

/** A mapper for rows of our own sheet; columns a person has left out of it are left out. */
export function createOwnRowMapper(
  cells: readonly OwnCell[],
  choices: OwnChoices,
): (row: readonly string[]) => DraftResult {
  return (row) => {
    const values: Record<string, unknown> = {};
    const birth: Record<string, string> = {};
    const parts = new Map<string, Map<number, Record<string, unknown>>>();
    for (const cell of cells) {
      const text = unguarded(row[cell.index] ?? '');
      if (text === '') continue;
      const value = valueOf(cell, text, choices);
      if (value === undefined) return err([rejection('unknown-choice', text, cell.index)]);
      if (cell.number !== undefined) putPart(parts, cell, value);
      else if (cell.field === 'id') values['externalKey'] = text;
      else if (cell.field.startsWith('birth_')) birth[cell.field.slice('birth_'.length)] = String(value);
      else if (isTaken(cell)) values[camel(cell.field)] = value;
    }
    if (birth['on'] !== undefined) values['birth'] = { calendar: 'gregory', text: birth['on'], ...birth };
    return draftOf({ ...values, ...listsOf(parts) }, cells);
  };
}

const entityByKey = (key: string): Entity => sheetParts.find((part) => part.key === key) ?? entityOf(key);
const fieldOf = ({ entity, field }: OwnColumn): Field | undefined => entityByKey(entity).fields[field];
const isReference = (cell: OwnColumn): boolean => fieldOf(cell)?.type === 'reference';
const camel = (field: string): string => field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function valueOf(cell: OwnCell, text: string, choices: OwnChoices): unknown {
  const field = fieldOf(cell);
  if (field?.type === 'choice' || field?.type === 'calendar') return choices.value(cell.entity, cell.field, text);
  if (field?.type === 'flag') {
    const flag = choices.value(cell.entity, cell.field, text);
    return flag === undefined ? undefined : flag === '1';
  }
  return field?.type === 'integer' ? Number(text) : text;
}

function putPart(parts: Map<string, Map<number, Record<string, unknown>>>, cell: OwnCell, value: unknown): void {
  const { entity, number = 1, field } = cell;
  if (!isTaken(cell)) return;
  const numbered = parts.get(entity) ?? new Map<number, Record<string, unknown>>();
  parts.set(entity, numbered);
  const part = numbered.get(number) ?? {};
  numbered.set(number, part);
  part[camel(field)] = value;
}

const listsOf = (parts: ReadonlyMap<string, ReadonlyMap<number, object>>): Record<string, unknown> =>
  Object.fromEntries(
    [...parts].flatMap(([entity, numbered]) => {
      const list = drafts[entity]?.list;
      return list === undefined ? [] : [[list, [...numbered].toSorted(([a], [b]) => a - b).map(([, part]) => part)]];
    }),
  );

/** Checked like a record that is typed; the first thing that does not fit is the reason. */
function draftOf(values: Record<string, unknown>, cells: readonly OwnCell[]): DraftResult {
  const named = {
    names: [],
    contactPoints: [],
    addresses: [],
    identifiers: [],
    occasions: [],
    roles: [],
    ...values,
  };
  const parsed = PartyDraft.safeParse({ kind: 'person', ...named });
  if (parsed.success) return ok({ kind: 'person', ...named } as ImportDraft);
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map(String);
  const column = cells.find(({ field }) => camel(field) === path.at(-1))?.index;
  return err([rejection(codeOf(path, issue?.code), undefined, column)]);
}

function codeOf(path: readonly string[], code: string | undefined): RejectionCode {
  if (path[0] === 'names' && path.length === 1) return 'no-name';
  if (/^(?:on|birth|\w+On)$/.test(path.at(-1) ?? '')) return 'bad-date';
  if (code === 'too_big') return path.length === 1 ? 'too-many-values' : 'too-long';
  return 'unknown-choice';
}
