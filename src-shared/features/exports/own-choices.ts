// The words of choices in our own sheets: each word stands for one choice in all three languages, or the choice's key is written.

import { catalogue, type Field } from '../../catalogue';
import type { Words } from './own-sheet';

export interface OwnChoices {
  /** The same for one field, for writing many. */
  wordsOf(entity: string, field: string): (value: string) => string;
  /** What stands in the sheet for a value, in the language of the sheet. */
  word(entity: string, field: string, value: string): string;
  /** The value a cell means; undefined when it means none. */
  value(entity: string, field: string, text: string): string | undefined;
}

/** `languages` are all the product speaks; `shown` is the one the sheet is written in. */
export function createOwnChoices(languages: readonly Words[], shown: Words): OwnChoices {
  const tables = remembered((key) => {
    const [entity = '', field = ''] = key.split('.');
    return tableOf(key, fieldOf(entity, field), languages);
  });
  const wordsOf = remembered((key) => {
    const [entity = '', name = ''] = key.split('.');
    const field = fieldOf(entity, name);
    return remembered((value) => {
      const word = shown(wordId(key, field, value));
      return tables(key).get(word) === value ? word : value;
    });
  });
  return {
    wordsOf: (entity, field) => wordsOf(`${entity}.${field}`),
    word: (entity, field, value) => wordsOf(`${entity}.${field}`)(value),
    value: (entity, field, text) => tables(`${entity}.${field}`).get(text.trim()),
  };
}

function remembered<Value>(work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = work(key);
    known.set(key, made);
    return made;
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
