// Changes of the ledger in words: which entity, which field, from what to what.

import { catalogue } from '@shared/catalogue';
import type { HistoryEntry } from '@shared/features/parties/parties.contract';
import type { Format, Translate } from '../../ui';

export type Change = HistoryEntry['changes'][number];
export type FieldChange = Change['fields'][number];

export interface ChangeLine {
  readonly key: string;
  readonly label: string;
  readonly old: string | null;
  readonly next: string | null;
}

/** Fields that only the machinery needs; a reader learns nothing from them. */
const silent = new Set(['party_id', 'position', 'created_at', 'created_by', 'ext', 'activity_id', 'role_id', 'by_id', 'normal', 'external_key', 'author_id']);

export function commandWords(t: Translate, command: string): string {
  const id = `operations.command.${command}`;
  return t.has(id) ? t.any(id) : command;
}

export function changeTitle(t: Translate, change: Change): string {
  return t(`operations.action.${change.action}`, { entity: t.any(`catalogue.${change.entity}`) });
}

/** The lines of one change; `words` says values of choices, dates and references for people. */
export function changeLines(t: Translate, format: Format, change: Change): readonly ChangeLine[] {
  return change.fields
    .filter((field) => !silent.has(field.field))
    .filter((field) => change.action === 'update' || !isNothing(field.old) || !isNothing(field.new))
    .map((field) => ({
      key: field.field,
      label: t.any(`catalogue.${change.entity}.${field.field}`),
      old: valueWords(t, format, { change, field: field.field, value: field.old }),
      next: valueWords(t, format, { change, field: field.field, value: field.new }),
    }));
}

interface Valued {
  readonly change: Change;
  readonly field: string;
  readonly value: unknown;
}

function valueWords(t: Translate, format: Format, { change, field, value }: Valued): string | null {
  if (isNothing(value)) return null;
  const type = catalogue.find((entity) => entity.key === change.entity)?.fields[field]?.type;
  if (type === 'flag') return value === 1 || value === true ? t('operations.yes') : t('operations.no');
  if (type === 'choice') {
    const id = `catalogue.${change.entity}.${field}.${String(value)}`;
    return t.has(id) ? t.any(id) : String(value);
  }
  if (type === 'instant' && typeof value === 'number') return format.instant(value);
  if (type === 'civil-date' && typeof value === 'string') return format.date(value);
  if (type === 'integer' && typeof value === 'number') return format.number(value, { useGrouping: false });
  if (change.entity === 'relationship' && field === 'type') return t.any(`relationships.type.${String(value)}`);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';
