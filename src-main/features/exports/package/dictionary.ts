// What every table and field of a package means, made from the catalogue: for programs as JSON, for people as one page in three languages.

import { catalogue } from '@shared/catalogue';
import { languages, type Language } from '@shared/locale/language';
import type { Translate } from '@shared/locale/translate';
import type { PackageTable } from './package-tables';

export type Translators = Readonly<Record<Language, Translate>>;
type Spoken = Readonly<Record<Language, string>>;

interface DictionaryField {
  readonly name: string;
  readonly type: string;
  readonly words: Spoken | null;
  readonly required: boolean;
  /** 0 public, 1 internal, 2 personal, 3 sensitive. */
  readonly privacy: number | null;
  readonly refersTo: string | null;
  readonly derived: boolean;
  /** Stored sealed in the base: the value is here when whoever took it out had the key, and masked otherwise. */
  readonly sealed: boolean;
  readonly choices: readonly { readonly value: string; readonly words: Spoken }[];
}

export interface DictionaryTable {
  readonly table: string;
  readonly key: string;
  readonly words: Spoken;
  readonly about: Spoken | null;
  readonly fields: readonly DictionaryField[];
}

/** `sealed`: fields that the office has sealed, as `entity.field`. */
export function dictionaryOf(
  tables: readonly PackageTable[],
  translators: Translators,
  sealed: readonly string[],
): DictionaryTable[] {
  const spoken = (id: string): Spoken =>
    Object.fromEntries(languages.map((language) => [language, translators[language](id)])) as Spoken;
  return tables.map(({ name, key, columns }) => {
    const entity = catalogue.find((candidate) => candidate.key === name);
    return {
      table: name,
      key,
      words: spoken(entity === undefined ? `exports.history.${name}` : `catalogue.${name}`),
      about: entity === undefined ? spoken(`exports.history.${name}.about`) : null,
      fields: columns.map((column) => {
        const field = entity?.fields[column.name];
        return {
          name: column.name,
          type: column.type,
          words: field === undefined ? null : spoken(`catalogue.${name}.${column.name}`),
          required: field?.required === true || column.name === key,
          privacy: field?.privacy ?? null,
          refersTo: field?.to ?? null,
          derived: field?.derived === true,
          sealed: sealed.includes(`${name}.${column.name}`),
          choices: (field?.choices ?? []).map((value) => ({
            value,
            words: spoken(`catalogue.${name}.${column.name}.${value}`),
          })),
        };
      }),
    };
  });
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const directionOf = (language: Language): string => `lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}"`;

/** Nothing in it is loaded from anywhere and nothing runs. */
export function dictionaryPage(tables: readonly DictionaryTable[], translators: Translators): string {
  const t = translators.en;
  const inAll = (spoken: Spoken | null): string =>
    languages.map((language) => `<td ${directionOf(language)}>${escaped(spoken?.[language] ?? '')}</td>`).join('');
  const fieldRow = (field: DictionaryField): string => {
    const choices = field.choices.map(
      ({ value, words }) =>
        `<tr class="choice"><td></td><td><code>${escaped(value)}</code></td>${inAll(words)}<td></td></tr>`,
    );
    const marks = [
      field.refersTo === null ? '' : `→ ${field.refersTo}`,
      field.required ? '•' : '',
      field.derived ? '=' : '',
      field.sealed ? '∎' : '',
    ];
    return `<tr><th scope="row"><code>${escaped(field.name)}</code></th><td>${field.type}</td>${inAll(field.words)}<td>${escaped(marks.filter(Boolean).join(' '))}</td></tr>${choices.join('')}`;
  };
  const sections = tables.map(
    ({ table, words, about, fields }) => `<section id="${table}"><h2><code>${table}</code></h2>
<table><thead><tr><th></th><th></th>${inAll(words)}<th></th></tr></thead><tbody>${about === null ? '' : `<tr><td></td><td></td>${inAll(about)}<td></td></tr>`}${fields.map(fieldRow).join('\n')}</tbody></table></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(t('exports.dictionary'))}</title><style>
body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-inline-size:72rem;padding-inline:1rem;color:#1c2430;background:#fbfaf7}
table{border-collapse:collapse;inline-size:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .6rem;border-block-end:1px solid #e4e0d8}
thead td{font-weight:600}.choice td{border:0;color:#5a6372;font-size:.9em}code{font-size:.95em}
</style></head><body>
${languages.map((language) => `<p ${directionOf(language)}>${escaped(translators[language]('exports.dictionary.about'))}</p>`).join('\n')}
<nav>${tables.map(({ table }) => `<a href="#${table}"><code>${table}</code></a>`).join(' · ')}</nav>
${sections.join('\n')}
</body></html>
`;
}
