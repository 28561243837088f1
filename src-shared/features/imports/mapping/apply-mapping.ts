// From the cells of a row to a party, or to every reason why not: one pass per kind of part, then a look at the whole.

import type { roleTypes } from '../../../catalogue';
import type { Result } from '../../../core/result';
import { err, ok } from '../../../core/result';
import type { Calendar, Language } from '../../../locale/language';
import { createCountryNames } from './country-names';
import type { DraftName, DraftRole, ImportDraft, Rejection, RejectionCode } from './draft';
import { rejection } from './draft';
import { mapAddresses } from './map-addresses';
import { mapContacts } from './map-contacts';
import { mapDates } from './map-dates';
import { mapIdentifiers } from './map-identifiers';
import { mapNames, namesPerson } from './map-names';
import type { BadValuePolicy, DateOrder, MappingContext } from './mapping-context';
import type { RowCell } from './row-cells';
import { firstText, LONGEST_LINE, mappedColumns, rowCells, textsOf } from './row-cells';
import { createValueWords } from './value-words';

export type RowMapping = {
  readonly columns: readonly { readonly index: number; readonly target: string | null }[];
  readonly calendar?: Calendar;
  readonly kind?: 'person' | 'organisation' | 'guess';
  readonly roleType?: string | null | undefined;
  /** What activities or relationships are when no column says. */
  readonly recordType?: string | null | undefined;
};

export type MappingOptions = {
  readonly country: string;
  readonly language: Language;
  readonly today: string;
  readonly headers?: readonly string[];
  readonly dateOrder?: DateOrder;
  readonly badPhone?: BadValuePolicy;
  readonly badEmail?: BadValuePolicy;
  readonly badDate?: BadValuePolicy;
};

export type DraftResult = Result<ImportDraft, Rejection[]>;
export type RowMapper = (cells: readonly string[]) => DraftResult;

type RoleType = (typeof roleTypes)[number];
type Plan = { readonly kind: 'person' | 'organisation' | 'guess'; readonly roleType: RoleType | undefined };

const LONGEST_NOTE = 100_000;
const LONGEST_IDENTIFIER = 100;
const MOST_PARTS = 100;

/** A mapper for the rows of one file; making it costs some milliseconds, using it some microseconds. */
export function createRowMapper(mapping: RowMapping, options: MappingOptions): RowMapper {
  const context = contextOf(mapping, options);
  const columns = mappedColumns(mapping.columns);
  const plan = planOf(mapping, context);
  const headers = options.headers ?? [];
  return (row) => {
    return draftFromCells(rowCells(row, columns, headers), { context, plan });
  };
}

/** One row by itself; for many rows make a mapper. */
export function applyMapping(cells: readonly string[], mapping: RowMapping, options: MappingOptions): DraftResult {
  return createRowMapper(mapping, options)(cells);
}

export function contextOf(mapping: RowMapping, options: MappingOptions): MappingContext {
  return {
    country: options.country,
    language: options.language,
    today: options.today,
    calendar: mapping.calendar ?? 'gregory',
    dateOrder: options.dateOrder ?? 'dmy',
    badPhone: options.badPhone ?? 'reject',
    badEmail: options.badEmail ?? 'reject',
    badDate: options.badDate ?? 'reject',
    words: createValueWords(),
    countryOf: createCountryNames(),
  };
}

export function planOf(mapping: RowMapping, context: MappingContext): Plan {
  const roleType = mapping.roleType ? context.words.role(mapping.roleType) : undefined;
  return { kind: mapping.kind ?? 'guess', roleType };
}

export type Assembly = { readonly context: MappingContext; readonly plan: Plan };

export function draftFromCells(written: readonly RowCell[], { context, plan }: Assembly): DraftResult {
  const { cells, rejections } = shortened(written);
  const contacts = mapContacts(cells, context);
  const dates = mapDates(cells, context);
  const choices = mapChoices(cells, context);
  const kind = choices.kind ?? kindOf(cells, plan, context);
  const names = mapNames(cells, firstText(cells, 'organisation.name'));
  const notes = [...notesOf(cells), ...contacts.notes, ...dates.notes, ...loneTitle(cells)];
  const draft: ImportDraft = {
    kind,
    names,
    contactPoints: contacts.points,
    addresses: mapAddresses(cells, context),
    identifiers: mapIdentifiers(cells, context),
    occasions: dates.occasions,
    roles: rolesOf(choices.roles, plan),
    ...present({
      birth: dates.birth,
      gender: choices.gender,
      language: choices.language,
      nationality: firstText(cells, 'nationality'),
      industry: firstText(cells, 'industry'),
      legalForm: firstText(cells, 'legal-form'),
      note: notes.length === 0 ? undefined : notes.join('\n'),
      externalKey: firstText(cells, 'external-key'),
      organisation: employmentOf(cells, names),
    }),
  };
  const reasons = [
    ...rejections,
    ...contacts.rejections,
    ...dates.rejections,
    ...choices.rejections,
    ...limitsOf(draft),
  ];
  return reasons.length === 0 ? ok(draft) : err(reasons);
}

/** Lines longer than a party may hold refuse the row; what follows sees them cut, so that it reports nothing else about them. */
function shortened(cells: readonly RowCell[]): { cells: readonly RowCell[]; rejections: Rejection[] } {
  const tooLong = cells.filter((cell) => cell.target !== 'note' && cell.text.length > LONGEST_LINE);
  if (tooLong.length === 0) return { cells, rejections: [] };
  return {
    cells: cells.map((cell) => (tooLong.includes(cell) ? { ...cell, text: cell.text.slice(0, LONGEST_LINE) } : cell)),
    rejections: tooLong.map((cell) => rejection('too-long', cell.text, cell.column)),
  };
}

type Choices = Pick<ImportDraft, 'gender' | 'language'> & {
  kind?: ImportDraft['kind'];
  roles: RoleType[];
  rejections: Rejection[];
};

function mapChoices(cells: readonly RowCell[], { words }: MappingContext): Choices {
  const choices: Choices = { roles: [], rejections: [] };
  const known = <T>(code: RejectionCode, cell: RowCell, choice: T | undefined): T | undefined => {
    if (choice === undefined) choices.rejections.push(rejection(code, cell.text, cell.column));
    return choice;
  };
  for (const cell of cells) {
    if (cell.target === 'kind') choices.kind = known('unknown-kind', cell, words.kind(cell.text));
    else if (cell.target === 'gender') choices.gender = known('unknown-gender', cell, words.gender(cell.text));
    else if (cell.target === 'language') choices.language = known('unknown-language', cell, words.language(cell.text));
    else if (cell.target === 'role')
      for (const text of cell.text.split(/\s*(?:[;؛،,|/]|:::)\s*/).filter(Boolean)) {
        const role = known('unknown-role', { ...cell, text }, words.role(text));
        if (role) choices.roles.push(role);
      }
  }
  return choices;
}

function kindOf(cells: readonly RowCell[], plan: Plan, context: MappingContext): ImportDraft['kind'] {
  if (plan.kind !== 'guess') return plan.kind;
  if (namesPerson(cells)) return 'person';
  const shown = firstText(cells, 'name.display');
  if (shown === undefined) return firstText(cells, 'organisation.name') === undefined ? 'person' : 'organisation';
  return context.words.isOrganisationName(shown) ||
    cells.some((cell) => cell.target === 'identifier.ir-company-id' || cell.target === 'legal-form')
    ? 'organisation'
    : 'person';
}

function rolesOf(found: readonly RoleType[], plan: Plan): DraftRole[] {
  const types = new Set(found.length > 0 || plan.roleType === undefined ? found : [plan.roleType]);
  return [...types].map((type) => ({ type }));
}

/** Several note columns keep their headings, so that the lines can be told apart. */
function notesOf(cells: readonly RowCell[]): string[] {
  const notes = cells.filter((cell) => cell.target === 'note');
  return notes.map((cell) => (notes.length > 1 && cell.header ? `${cell.header}: ${cell.text}` : cell.text));
}

function employmentOf(cells: readonly RowCell[], names: readonly DraftName[]): ImportDraft['organisation'] {
  const name = firstText(cells, 'organisation.name');
  if (name === undefined || names.some((known) => known.text === name)) return undefined;
  const title = textsOf(cells, 'organisation.title').join('، ');
  return title === '' ? { name } : { name, title };
}

/** A job title without an employer has no relationship to stand on. */
function loneTitle(cells: readonly RowCell[]): string[] {
  return firstText(cells, 'organisation.name') === undefined ? textsOf(cells, 'organisation.title') : [];
}

function limitsOf(draft: ImportDraft): Rejection[] {
  const found: Rejection[] = [];
  if (draft.names.length === 0) found.push(rejection('no-name'));
  const lines = [
    ...draft.names.map((name) => name.text),
    ...draft.contactPoints.map((point) => point.value),
    ...draft.addresses.flatMap((address) => Object.values(address).map(String)),
    draft.organisation?.title ?? '',
  ];
  const tooLong =
    lines.find((line) => line.length > LONGEST_LINE) ??
    draft.identifiers.find((identifier) => identifier.value.length > LONGEST_IDENTIFIER)?.value ??
    ((draft.note?.length ?? 0) > LONGEST_NOTE ? draft.note : undefined);
  if (tooLong) found.push(rejection('too-long', tooLong));
  const counts = [draft.contactPoints, draft.addresses, draft.identifiers, draft.occasions, draft.roles].map(
    (parts) => parts.length,
  );
  if (Math.max(...counts) > MOST_PARTS || draft.names.length > MOST_PARTS / 2) found.push(rejection('too-many-values'));
  return found;
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
