// Changes of the ledger in words: which entity, which field, from what to what.

import { catalogue } from '@shared/catalogue';
import type { HistoryEntry } from '@shared/features/parties/parties.contract';
import type { Language } from '@shared/locale/language';
import type { Format, Translate } from '../../ui';
import { salesWords } from './sales-words';

export type Change = HistoryEntry['changes'][number];
export type FieldChange = Change['fields'][number];

export interface ChangeLine {
  readonly key: string;
  readonly label: string;
  readonly old: string | null;
  readonly next: string | null;
}

/** Fields that only the machinery needs; a reader learns nothing from them. */
const silent = new Set([
  'party_id',
  'position',
  'created_at',
  'created_by',
  'ext',
  'activity_id',
  'role_id',
  'by_id',
  'normal',
  'external_key',
  'author_id',
  'birth_calendar',
  'birth_text',
  'withdrawn_by',
  'attachment_id',
  'authority_id',
]);

/** The engine refuses to reverse these; they are changed back where they were made. */
export const undoneByHand = (command: string): boolean => /^(users|settings|session|base|operations)\./.test(command);

export function commandWords(t: Translate, command: string): string {
  const id = `operations.command.${command}`;
  return t.has(id) ? t.any(id) : command;
}

export interface ToldChange {
  readonly change: Change;
  /** How many alike this one stands for. */
  readonly count: number;
}

/** Taking part in many activities is said once; every other change is told by itself. */
export function withoutNoise(changes: readonly Change[]): readonly ToldChange[] {
  const told: ToldChange[] = [];
  const places = new Map<string, number>();
  for (const change of changes) {
    const kind = change.entity === 'activity_party' ? change.action : change.recordId + change.action + change.entity;
    const place = places.get(kind);
    const before = place === undefined ? undefined : told[place];
    if (place === undefined || before === undefined) places.set(kind, told.push({ change, count: 1 }) - 1);
    else told[place] = { change: before.change, count: before.count + 1 };
  }
  return told;
}

export function changeTitle(t: Translate, change: Change): string {
  return t(`operations.action.${change.action}`, { entity: t.any(`catalogue.${change.entity}`) });
}

/** What turns stored values into words. */
export interface ChangeReader {
  readonly t: Translate;
  readonly format: Format;
  readonly language: Language;
  /** Names of the parties, users and stages that changes may refer to. */
  readonly names: ReadonlyMap<string, string>;
}

/** The lines of one change; references to nobody known here say nothing and are left out. */
export function changeLines(reader: ChangeReader, change: Change): readonly ChangeLine[] {
  const { entity, fields } = change;
  const told = fields.find(({ field }) => field === 'currency');
  return fields
    .filter(({ field }) => !silent.has(field))
    .map(({ field, old, new: next }) => ({
      key: field,
      label: reader.t.any(`catalogue.${entity}.${field}`),
      old: valueWords(reader, { entity, field, value: old, currency: told?.old ?? told?.new }),
      next: valueWords(reader, { entity, field, value: next, currency: told?.new ?? told?.old }),
    }))
    .filter((line) => line.old !== null || line.next !== null);
}

interface Valued {
  readonly entity: string;
  readonly field: string;
  readonly value: unknown;
  /** Told by the same change. */
  readonly currency: unknown;
}

function valueWords(reader: ChangeReader, valued: Valued): string | null {
  const { t, format, names } = reader;
  const { entity, field, value } = valued;
  if (value === null || value === undefined || value === '') return null;
  const ofSales = salesWords(reader, valued);
  if (ofSales !== undefined) return ofSales;
  const words = (id: string): string => (t.has(id) ? t.any(id) : String(value));
  if (entity === 'relationship' && field === 'type') return words(`relationships.type.${String(value)}`);
  if (entity === 'authority' && field === 'matters')
    return format.list(mattersIn(value).map((one) => t.any(`authority.matter.${one}`)));
  switch (catalogue.find((one) => one.key === entity)?.fields[field]?.type) {
    case 'flag':
      return t(value === 1 || value === true ? 'operations.yes' : 'operations.no');
    case 'choice':
      return words(`catalogue.${entity}.${field}.${String(value)}`);
    case 'calendar':
      return words(`common.calendar-${String(value)}`);
    case 'reference':
      return names.get(String(value)) ?? null;
    case 'instant':
      return typeof value === 'number' ? format.instant(value) : String(value);
    case 'civil-date':
      return typeof value === 'string' ? format.date(value) : String(value);
    case 'integer':
      return typeof value === 'number' ? format.number(value, { useGrouping: false }) : String(value);
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/** Kinds of data as the ledger holds them: a JSON list, as text or read already. */
function mattersIn(value: unknown): readonly string[] {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.map(String) : [];
}
