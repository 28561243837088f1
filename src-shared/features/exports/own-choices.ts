// The words of choices in our own sheets: each word stands for one choice in all three languages, or the choice's key is written.

import { catalogue, type Field } from '../../catalogue';
import type { Words } from './own-sheet';

export interface OwnChoices {
  /** What stands in the sheet for a value, in the language of the sheet. */
  word(entity: string, field: string, value: string): string;
  /** The value a cell means; undefined when it means none. */
  value(entity: string, field: string, text: string): string | undefined;
}

/** `languages` are all the product speaks; `shown` is the one the sheet is written in. */
export function createOwnChoices(languages: readonly Words[], shown: Words): OwnChoices {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const said = new Map<string, string>();
  const valuesOf = (entity: string, field: string): ReadonlyMap<string, string> => {
    const key = `${entity}.${field}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = tableOf(key, fieldOf(entity, field), languages);
    known.set(key, made);
    return made;
  };
  return {
    word(entity, field, value) {
      const key = `${entity}.${field}.${value}`;
      const before = said.get(key);
      if (before !== undefined) return before;
      const word = shown(wordId(`${entity}.${field}`, fieldOf(entity, field), value));
      const told = valuesOf(entity, field).get(word) === value ? word : value;
      said.set(key, told);
      return told;
    },
    value: (entity, field, text) => valuesOf(entity, field).get(text.trim()),
  };
}

const fieldOf = (entity: string, field: string): Field | undefined =>
  catalogue.find(({ key }) => key === entity)?.fields[field];

const calendars = ['gregory', 'umalqura', 'persian'];
const flags = ['1', '0'];

const choicesOf = (field: Field | undefined): readonly string[] =>
  field?.type === 'calendar' ? calendars : field?.type === 'flag' ? flags : (field?.choices ?? []);

function wordId(key: string, field: Field | undefined, value: string): string {
  if (field?.type === 'calendar') return `common.calendar-${value}`;
  if (field?.type === 'flag') return value === '1' ? 'exports.yes' : 'exports.no';
  return `catalogue.${key}.${value}`;
}

/** Keys first, so that a word never takes a key from its choice. */
function tableOf(key: string, field: Field | undefined, languages: readonly Words[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const choices = choicesOf(field);
  for (const choice of choices) table.set(choice, choice);
  for (const words of languages)
    for (const choice of choices) {
      const word = words(wordId(key, field, choice));
      if (!table.has(word)) table.set(word, choice);
    }
  return table;
}
