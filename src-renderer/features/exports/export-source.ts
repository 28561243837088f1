// What a window offers for export: a list as it stands there, the chosen of it, or activities; and which formats suit it.

import type { RawInputOf } from '@shared/core/contract';
import type { ExportFormat, exportsContract } from '@shared/features/exports/exports.contract';
import type { AuditFilter } from '@shared/features/access/access.contract';
import type { ViewDefinition } from '@shared/features/views/views.contract';

type Wish = RawInputOf<(typeof exportsContract)['operations']['make']>;
type ActivityFilter = NonNullable<Extract<Wish['what'], { list: 'activities' }>['filter']>;

type ForecastFilter = NonNullable<Extract<Wish['what'], { list: 'forecast' }>['filter']>;

export type ExportSource =
  | {
      readonly list: 'parties';
      readonly view: Pick<ViewDefinition, 'filter' | 'sort' | 'columns'>;
      /** Null while nobody has counted. */
      readonly count: { readonly value: number; readonly capped: boolean } | null;
      /** Only these. */
      readonly selected?: ReadonlySet<string>;
      /** For the name of the file. */
      readonly name: string;
    }
  | { readonly list: 'activities'; readonly filter: ActivityFilter; readonly name: string }
  | { readonly list: 'forecast'; readonly filter: ForecastFilter; readonly name: string }
  | { readonly list: 'audit'; readonly filter: AuditFilter; readonly name: string };

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly columns: 'shown' | 'all';
  readonly calendar: 'gregory' | 'umalqura' | 'persian';
  readonly byteOrderMark: boolean;
  readonly cards: '3.0' | '4.0';
}

const formats: Readonly<Record<ExportSource['list'], readonly ExportFormat[]>> = {
  parties: ['csv', 'xlsx', 'vcf', 'ics', 'jsonl'],
  activities: ['csv', 'xlsx', 'ics', 'jsonl'],
  forecast: ['xlsx', 'csv', 'jsonl'],
  audit: ['csv', 'xlsx', 'jsonl'],
};

export const formatsFor = ({ list }: ExportSource): readonly ExportFormat[] => formats[list];

export const isTable = (format: ExportFormat): boolean => format === 'csv' || format === 'xlsx';

export function whatOf(source: ExportSource, { columns, format }: ExportChoice): Wish['what'] {
  if (source.list === 'activities') return { list: 'activities', filter: source.filter };
  if (source.list === 'forecast') return { list: 'forecast', filter: source.filter };
  if (source.list === 'audit') return { list: 'audit', filter: source.filter };
  const { view, selected } = source;
  return {
    list: 'parties',
    filter: view.filter,
    sort: view.sort,
    ...(selected === undefined ? {} : { ids: [...selected] }),
    ...(isTable(format) && columns === 'shown' ? { columns: [...view.columns] } : {}),
  };
}

/** `people 2026-05-06.csv`, encrypted `….csv.age`; characters that no file system likes are main's to take out. */
export const fileName = (
  { name }: ExportSource,
  today: string,
  { format, isSealed }: { readonly format: ExportFormat; readonly isSealed: boolean },
): string => `${name} ${today}.${format}${isSealed ? '.age' : ''}`;
