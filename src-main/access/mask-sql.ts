// A field as somebody with a policy sees it, as SQL. The whole value never leaves the database.

import type { Entity, Field } from '@shared/catalogue';
import { ruleFor, type FieldRule, type RolePolicy } from '@shared/features/policy/policy';
import { notShown } from '../keys';
import { partyInScope } from './scope-sql';

/** What stands for text that is not shown. */
export const MASK = notShown;
/** Of a shorter value the last four characters would be half of it or all. */
const LEAST_SHOWN = 8;

/** Whether a text is one that a mask has left. */
export const isMasked = (text: string | null): boolean => text?.startsWith(MASK) === true;

/** First letters of the words, as `م. ع.`; registered on the connection as the function `initials`. */
export const initials = (text: unknown): string | null =>
  typeof text === 'string'
    ? text
        .split(/\s+/u)
        .flatMap((word) => [...word].slice(0, 1))
        .map((letter) => `${letter}.`)
        .join(' ')
    : null;

/** How one field of an entity is to be shown. */
export interface MaskedField {
  readonly name: string;
  readonly rule: FieldRule;
  /** What a required value is replaced by when nothing of it is shown; undefined when its whole record has to go. */
  readonly blank: string | undefined;
  readonly required: boolean;
}

export function maskedFields(policy: RolePolicy, entity: Entity): readonly MaskedField[] {
  return Object.entries(entity.fields).flatMap(([name, field]) => {
    const rule = ruleFor(policy, entity, name);
    if (rule === undefined) return [];
    return [{ name, rule, blank: blanks[field.type], required: field.required === true }];
  });
}

const blanks: Readonly<Partial<Record<Field['type'], string>>> = { text: MASK, 'long-text': MASK, json: '{}' };

/** What a hidden value cannot be left out of: its whole record is not shown. */
export const hidesRecord = ({ rule, required, blank }: MaskedField): boolean =>
  rule.mask === 'hidden' && required && blank === undefined;

/** The value that is shown, of a column or any other expression. */
export function masked({ rule, required, blank }: MaskedField, value: string): string {
  switch (rule.mask) {
    case 'last4':
      return `('${MASK}' || CASE WHEN length(${value}) < ${LEAST_SHOWN} THEN '' ELSE substr(${value}, -4) END)`;
    case 'initials':
      return `('${MASK} ' || initials(${value}))`;
    case 'year':
      return `substr(${value}, 1, 4)`;
    case 'show':
      return value;
    case 'hidden':
      return required && blank !== undefined ? `'${blank}'` : 'NULL';
  }
}

/** Whether a row is about a party of the scope under which a field is shown whole; undefined when it never is. */
export function shownWhole(rule: FieldRule, entity: Entity, row: string): string | undefined {
  if (rule.unless === undefined) return undefined;
  if (entity.key === 'party') return partyInScope(rule.unless, row) ?? 'true';
  const about = partyInScope(rule.unless, 's') ?? 'true';
  if (entity.subject !== null)
    return `EXISTS (SELECT 1 FROM main.party s WHERE s.id = ${row}.${entity.subject} AND ${about})`;
  if (entity.key !== 'activity') return 'false';
  return `EXISTS (SELECT 1 FROM main.activity_party a JOIN main.party s ON s.id = a.party_id WHERE a.activity_id = ${row}.id AND ${about})`;
}
