// The schema of a freshly migrated base as text: tables, indexes, full-text tables and the capture triggers of the catalogue.
import type { Database } from '../../../src-main/db';

const head = `-- The schema of a migrated base, for reading and for comparing. Generated; never edited by hand.
-- After a new migration or a change to the catalogue: DIWAN_UPDATE=1 npx vitest run --config tests/vitest.config.ts tests/system/schema.test.ts
`;

/** Tables that SQLite or FTS5 keep for themselves are left out. */
export function dumpSchema(database: Database): string {
  const statements = database
    .prepare(
      `select s.sql from sqlite_schema s
       where s.sql is not null and s.name not like 'sqlite\\_%' escape '\\'
         and s.tbl_name not in (select name from pragma_table_list where type = 'shadow')
       order by case s.type when 'table' then 0 when 'index' then 1 else 2 end, s.rowid`,
    )
    .pluck()
    .all() as string[];
  return `${head}\n${statements.map(tidy).join('\n\n')}\n`;
}

/** The statement as written in its migration, moved to the left margin. */
function tidy(statement: string): string {
  const lines = statement.split('\n').map((line) => line.trimEnd());
  const indents = lines
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.length - line.trimStart().length);
  const last = lines.length > 1 && indents.length > 0 ? Math.min(...indents) : 0;
  return `${lines.map((line, index) => (index === 0 ? line : line.slice(last))).join('\n')};`;
}
