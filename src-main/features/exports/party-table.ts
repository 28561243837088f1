// Everything known of each party in one row: as many numbered columns for names, telephones, addresses … as the list needs, and of
// each only the fields in which something stands.

import { partyEntity, type Entity, type Field } from '@shared/catalogue';
import type { ExportList } from '@shared/features/exports/exports.contract';
import {
  ownHeading,
  partFields,
  partySheetFields,
  sheetParts,
  type OwnColumn,
} from '@shared/features/exports/own-sheet';
import { countParties, partyRows } from './lists';
import { createFactsOf, type FactsOf, type PartyFacts } from './party-facts';
import { selectBreadth, selectHasMembers, type EntityRow } from './projection.sql';
import type { Cell, ColumnType, Table } from './table';
import type { Projecting } from './projecting';

type PartyList = Extract<ExportList, { list: 'parties' }>;
/** The most parts any party of the list has, and the fields in which something stands. */
type Breadth = { readonly most: number; readonly fields: readonly string[] };

export function wholePartyTable(projecting: Projecting, list: PartyList): Table {
  const factsOf = createFactsOf(projecting.db);
  const columns = columnsFor(projecting, list, factsOf);
  const cells = columns.map((column) => cellReader(projecting, column));
  return {
    name: projecting.words(`catalogue.${partyEntity.key}`),
    columns: columns.map((column) => ({
      heading: ownHeading(projecting.words, column),
      type: typeOf(column),
    })),
    total: countParties(projecting, list),
    *rows() {
      for (const rows of partyRows(projecting, list))
        yield factsOf(rows.map(({ id }) => id)).map((facts) => cells.map((read) => read(facts)));
    },
  };
}

function columnsFor(projecting: Projecting, list: PartyList, factsOf: FactsOf): OwnColumn[] {
  const own = ['id', ...partySheetFields].map((field): OwnColumn => ({
    entity: partyEntity.key,
    field,
  }));
  const breadth = breadthOf(projecting, list, factsOf);
  const parts = sheetParts.flatMap((entity) => {
    const { most, fields } = breadth.get(entity.key) ?? { most: 0, fields: [] };
    return Array.from({ length: most }, (_, index) =>
      fields.map((field): OwnColumn => ({ entity: entity.key, field, number: index + 1 })),
    ).flat();
  });
  return [...own, ...parts];
}

/** Of the whole base by one statement each; of a part of it, or where records were merged, by looking through the list once. */
function breadthOf(projecting: Projecting, list: PartyList, factsOf: FactsOf): ReadonlyMap<string, Breadth> {
  const isWhole = list.ids === undefined && Object.values(list.filter).every((value) => value === undefined);
  if (isWhole && projecting.db.first(selectHasMembers()) === undefined) return breadthOfBase(projecting);
  const most = new Map<string, number>();
  const used = new Map<string, Set<string>>(sheetParts.map(({ key }) => [key, new Set()]));
  for (const rows of partyRows(projecting, list))
    for (const { parts } of factsOf(rows.map(({ id }) => id)))
      for (const entity of sheetParts) note(entity, parts.get(entity.key) ?? [], { most, used });
  return new Map(
    sheetParts.map((entity) => [
      entity.key,
      {
        most: most.get(entity.key) ?? 0,
        fields: partFields(entity).filter((name) => used.get(entity.key)?.has(name)),
      },
    ]),
  );
}

function note(
  { key, fields }: Entity,
  rows: readonly EntityRow[],
  { most, used }: { readonly most: Map<string, number>; readonly used: ReadonlyMap<string, Set<string>> },
): void {
  if (rows.length > (most.get(key) ?? 0)) most.set(key, rows.length);
  for (const row of rows)
    for (const name of Object.keys(fields)) if ((row[name] ?? null) !== null) used.get(key)?.add(name);
}

const breadthOfBase = ({ db }: Projecting): ReadonlyMap<string, Breadth> =>
  new Map(
    sheetParts.map((entity) => {
      const counted = db.first(selectBreadth(entity)) ?? {};
      return [
        entity.key,
        {
          most: counted['most'] ?? 0,
          fields: partFields(entity).filter((name) => (counted[name] ?? 0) > 0),
        },
      ];
    }),
  );

const entityOfColumn = ({ entity }: OwnColumn): Entity => sheetParts.find(({ key }) => key === entity) ?? partyEntity;
const fieldOf = (column: OwnColumn): Field | undefined => entityOfColumn(column).fields[column.field];

function typeOf(column: OwnColumn): ColumnType {
  const type = fieldOf(column)?.type;
  return type === 'civil-date' ? 'day' : type === 'instant' ? 'instant' : type === 'integer' ? 'number' : 'text';
}

function cellReader(projecting: Projecting, column: OwnColumn): (facts: PartyFacts) => Cell {
  const { entity, field, number } = column;
  const show = shower(projecting, column);
  if (field === 'id') return ({ key }) => key;
  if (number === undefined) return ({ party }) => show(party[field] ?? null);
  return ({ parts }) => show(parts.get(entity)?.[number - 1]?.[field] ?? null);
}

function shower({ choices, userName }: Projecting, column: OwnColumn): (value: Cell) => Cell {
  const { entity, field } = column;
  const type = fieldOf(column)?.type;
  if (type === 'reference') return (value) => userName(value === null ? null : String(value));
  if (type !== 'choice' && type !== 'calendar' && type !== 'flag') return (value) => value;
  const word = choices.wordsOf(entity, field);
  return (value) => (value === null ? null : word(String(value)));
}
