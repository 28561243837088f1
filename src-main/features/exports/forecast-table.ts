// The forecast as a table: a line for all and one for each person, by currency, as the page shows it. Amounts are decimal numbers.

import type { Figures, PersonFigures } from '@shared/features/forecast/forecast';
import type { ExportList } from '@shared/features/exports/exports.contract';
import { majorUnits } from '@shared/locale/money';
import { forecastOf } from '../forecast';
import type { Asking } from './lists';
import type { Projecting } from './projecting';
import type { Cell, Table } from './table';

type ForecastList = Extract<ExportList, { list: 'forecast' }>;
type Line = Omit<PersonFigures, 'owner'> &
  Partial<Pick<Figures, 'gap' | 'coverage'>> & { readonly whose: string | null };

const amounts = ['won', 'commit', 'best', 'weighted', 'slipped', 'goal', 'gap'] as const;

/** Those of everybody have no name. */
export function forecastLines({ db, actor, at }: Asking, { filter }: ForecastList): readonly Line[] {
  const told = forecastOf({ db, actor, clock: { now: () => at } }, filter);
  if (!told.ok) return [];
  const { figures, people } = told.value;
  return [
    ...figures.map((one) => ({ ...one, whose: null })),
    ...people.map((one) => ({ ...one, whose: one.owner?.name ?? '' })),
  ];
}

export function forecastTable(projecting: Projecting, list: ForecastList): Table {
  const { words } = projecting;
  const lines = forecastLines(projecting, list);
  return {
    name: words('common.page-forecast'),
    columns: [
      { heading: words('catalogue.deal.owner_id'), type: 'text' },
      { heading: words('forecast.currency'), type: 'text' },
      ...amounts.map((figure) => ({ heading: words(`forecast.figure.${figure}`), type: 'number' as const })),
      { heading: words('forecast.figure.coverage'), type: 'number' },
    ],
    total: lines.length,
    *rows() {
      yield lines.map((line) => cellsOf(line, words('forecast.everybody')));
    },
  };
}

function cellsOf(line: Line, everybody: string): Cell[] {
  const { whose, currency, won, commit, best, weighted, slipped, goal, gap = null, coverage = null } = line;
  const told = [won.sum, commit, best, weighted, slipped.sum, goal, gap];
  const shown = told.map((minor) => (minor === null ? null : Number(majorUnits(minor, currency))));
  return [whose ?? everybody, currency, ...shown, coverage === null ? null : coverage / 100];
}
