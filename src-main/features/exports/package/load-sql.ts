// The script by which the stock `sqlite3` reads a package: tables, rows, guards taken off, numbers and instants as numbers.

import type { PackageColumn, PackageTable } from './package-tables';

const sqlType = ({ type }: PackageColumn): string => (type === 'integer' || type === 'flag' ? 'INTEGER' : 'TEXT');

export function loadScript(tables: readonly PackageTable[]): string {
  const lines = [
    '-- sqlite3 office.db < load.sql, in the folder of the package.',
    '.mode csv',
    ...tables.flatMap(tableLines),
    'CREATE INDEX party_name_party ON party_name (party_id);',
    'CREATE INDEX contact_point_party ON contact_point (party_id);',
    'CREATE INDEX activity_party_party ON activity_party (party_id);',
    'CREATE INDEX activity_party_activity ON activity_party (activity_id);',
  ];
  return `${lines.join('\n')}\n`;
}

function tableLines({ name, key, columns }: PackageTable): string[] {
  const declared = columns.map(
    (column) => `"${column.name}" ${sqlType(column)}${column.name === key ? ' PRIMARY KEY' : ''}`,
  );
  const texts = columns.filter((column) => sqlType(column) === 'TEXT');
  const numbers = columns.filter((column) => sqlType(column) === 'INTEGER');
  const unguarded = texts.map(
    ({ name: column }) =>
      `"${column}" = nullif(iif(substr("${column}", 1, 1) = '''', substr("${column}", 2), "${column}"), '')`,
  );
  const nothing = numbers.map(({ name: column }) => `"${column}" = nullif("${column}", '')`);
  return [
    `CREATE TABLE "${name}" (${declared.join(', ')});`,
    `.import --skip 1 csv/${name}.csv ${name}`,
    `UPDATE "${name}" SET ${[...unguarded, ...nothing].join(', ')};`,
  ];
}
