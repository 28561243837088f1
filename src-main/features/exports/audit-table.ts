// The log as a table: one line for each thing that was done or read, in the words of the page.

import { purposeSaid } from '@shared/core/purpose';
import { CONTENT, IDENTIFIER } from '@shared/core/reads';
import type { AuditEntry } from '@shared/features/access/access.contract';
import type { ExportList } from '@shared/features/exports/exports.contract';
import { auditRows } from './lists';
import type { Projecting, Wording } from './projecting';
import type { Cell, ColumnType, Table } from './table';

type Words = Wording['words'];

interface Column {
  readonly name: string;
  readonly type: ColumnType;
  value(entry: AuditEntry, words: Words): Cell;
}

const columns: readonly Column[] = [
  { name: 'at', type: 'instant', value: ({ at }) => at },
  { name: 'who', type: 'text', value: ({ userName }) => userName },
  { name: 'kind', type: 'text', value: ({ kind }, words) => words(`audit.kind.${kind}`) },
  { name: 'what', type: 'text', value: ({ what, kind }, words) => whatOf(what, kind, words) },
  { name: 'way', type: 'text', value: ({ way }, words) => (way === null ? null : words(`audit.way.${way}`)) },
  {
    name: 'fields',
    type: 'text',
    value: ({ fields }, words) => fields.map((field) => fieldWord(field, words)).join('; '),
  },
  {
    name: 'people',
    type: 'text',
    value: ({ people }, words) => (people === null ? words('audit.everyone') : String(people)),
  },
  { name: 'about', type: 'text', value: ({ parties }) => parties.map(({ name }) => name).join('; ') },
  { name: 'changes', type: 'number', value: ({ changes }) => changes },
  { name: 'refused', type: 'text', value: ({ refused }) => refused },
  {
    name: 'purpose',
    type: 'text',
    value: ({ purpose }, words) => (purpose === null ? null : purposeSaid(purpose, words)),
  },
];

/** Of readings the name of the operation: it says which program's page it was. */
const whatOf = (what: string, kind: AuditEntry['kind'], words: Words): string =>
  kind === 'readings' ? what : words(`operations.command.${what}`);

function fieldWord(field: string, words: Words): string {
  if (field === 'party') return words('catalogue.party');
  if (field === CONTENT) return words('audit.content');
  return field === IDENTIFIER ? words('audit.number') : words(`catalogue.${field}`);
}

export const auditTable = (projecting: Projecting, list: Extract<ExportList, { list: 'audit' }>): Table => ({
  name: projecting.words('audit.title'),
  columns: columns.map(({ name, type }) => ({ heading: projecting.words(`audit.column.${name}`), type })),
  total: 0,
  *rows() {
    for (const entries of auditRows(projecting, list))
      yield entries.map((entry) => columns.map(({ value }) => value(entry, projecting.words)));
  },
});
