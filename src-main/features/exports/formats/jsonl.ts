// JSON lines: one value a line, in the keys of the catalogue, nothing translated and nothing shortened.

import { exportedEntities } from '@shared/catalogue';
import { openTextFile } from '../../../files';
import {
  activityRows,
  auditRows,
  countEntity,
  countOfActivities,
  countParties,
  edgeRows,
  entityRows,
  partyRows,
} from '../lists';
import { forecastLines } from '../forecast-table';
import { createFactsOf } from '../party-facts';
import type { Exporting, OpenedExport } from './opened';

export function openJsonLines(exporting: Exporting): OpenedExport {
  const text = openTextFile(exporting.target.create());
  const { total, values } = valuesOf(exporting);
  return {
    total,
    *steps() {
      for (const batch of values) {
        text.write(batch.map((value) => `${JSON.stringify(value)}\n`).join(''));
        yield batch.length;
      }
    },
    end() {
      text.end();
      return { shortened: 0 };
    },
    abandon: () => text.abandon(),
  };
}

interface Values {
  readonly total: number;
  readonly values: Iterable<readonly unknown[]>;
}

function valuesOf(exporting: Exporting): Values {
  const { what } = exporting;
  switch (what.list) {
    case 'parties':
      return { total: countParties(exporting, what), values: wholeParties(exporting) };
    case 'activities':
      return {
        total: countOfActivities(exporting, what),
        values: mapped(activityRows(exporting, what), ({ row, participants }) => ({
          ...row,
          participants,
        })),
      };
    case 'relationships':
      return { total: countEntity(exporting, 'relationship'), values: edgeRows(exporting) };
    case 'forecast': {
      const lines = forecastLines(exporting, what);
      return { total: lines.length, values: [lines] };
    }
    case 'audit':
      return { total: 0, values: auditRows(exporting, what) };
    case 'entity':
      return {
        total: countEntity(exporting, what.entity),
        values: entityRows(exporting, what.entity),
      };
    case 'everything':
      return {
        total: exportedEntities.reduce((sum, { key }) => sum + countEntity(exporting, key), 0),
        values: everything(exporting),
      };
  }
}

function* wholeParties(exporting: Exporting): Generator<readonly unknown[]> {
  const { what } = exporting;
  if (what.list !== 'parties') return;
  const factsOf = createFactsOf(exporting.db);
  for (const rows of partyRows(exporting, what))
    yield factsOf(rows.map(({ id }) => id)).map(({ party, parts }) => ({
      ...party,
      ...Object.fromEntries(parts),
    }));
}

function* everything(exporting: Exporting): Generator<readonly unknown[]> {
  for (const { key } of exportedEntities) yield* mapped(entityRows(exporting, key), (row) => ({ entity: key, ...row }));
}

function* mapped<Row, Value>(
  batches: Iterable<readonly Row[]>,
  value: (row: Row) => Value,
): Generator<readonly Value[]> {
  for (const batch of batches) yield batch.map(value);
}
