// The record of processing in words: lines of a table, and a page that prints well by itself. Pure; words and dates come from outside.

import type { ProcessingRecord } from './processing.contract';

export interface ProcessingWords {
  /** The words of an id. */
  readonly t: (id: string) => string;
  readonly language: 'ar' | 'fa' | 'en';
  readonly date: (at: number) => string;
}

export interface ProcessingSection {
  /** `purposes`, `data`, `recipients`, `retention`, `safety`. */
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const comma = { ar: '، ', fa: '، ', en: ', ' } as const;

export function sectionsOf(record: ProcessingRecord, words: ProcessingWords): readonly ProcessingSection[] {
  const { t } = words;
  const section = (
    id: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
  ): ProcessingSection => ({
    id,
    title: t(`processing.section.${id}`),
    head: columns.map((column) => t(`processing.column.${column}`)),
    rows,
  });
  return [
    section('purposes', ['purpose', 'basis', 'balancing', 'data'], purposeRows(record, words)),
    section('data', ['category', 'class', 'kept', 'fields'], dataRows(record, words)),
    section('recipients', ['role', 'holders', 'sees', 'sensitive'], recipientRows(record, words)),
    section('retention', ['rule', 'source'], retentionRows(record, words)),
    section(
      'safety',
      ['measure'],
      safety.map((id) => [t(`processing.safety.${id}`)]),
    ),
  ];
}

const safety = ['encrypted', 'rights', 'log', 'local', 'backups', 'cards'] as const;

const purposeRows = ({ purposes }: ProcessingRecord, { t, language }: ProcessingWords): string[][] =>
  purposes.map(({ id, names, preset, basis, balancing, categories }) => [
    names?.[language] ?? t(`privacy.purpose.${id}`),
    t(`catalogue.purpose.basis.${basis}`),
    balancing ?? (preset && basis === 'legitimate-interest' ? t(`privacy.balancing.${id}`) : ''),
    categories.map((category) => t(`privacy.category.${category}`)).join(comma[language]),
  ]);

const dataRows = ({ data }: ProcessingRecord, { t, language }: ProcessingWords): string[][] =>
  data.map(({ category, privacy, kept, fields }) => [
    t(`privacy.category.${category}`),
    t(`processing.class.${privacy}`),
    kept.map((time) => t(`processing.kept.${time}`)).join(comma[language]),
    fields.map((field) => fieldWords(t, field)).join(comma[language]),
  ]);

function fieldWords(t: ProcessingWords['t'], field: string): string {
  const [entity = ''] = field.split('.');
  return entity === field ? t(`catalogue.${entity}`) : `${t(`catalogue.${entity}`)}: ${t(`catalogue.${field}`)}`;
}

const recipientRows = ({ recipients }: ProcessingRecord, { t }: ProcessingWords): string[][] =>
  recipients.map(({ id, name, holders, scope, sensitive }) => [
    name ?? t(`policy.role-${id}`),
    String(holders),
    t(`policy.scope.${scope}`),
    t(`policy.mask.${sensitive}`),
  ]);

const retentionRows = ({ retention }: ProcessingRecord, { t }: ProcessingWords): string[][] =>
  retention.length === 0
    ? [[t('processing.no-rule'), '']]
    : retention.map(({ id, name, source }) => [name ?? t(`privacy.retention.${id}`), source ?? '']);

/** One document without anything from elsewhere. */
export function processingPage(record: ProcessingRecord, words: ProcessingWords): string {
  const { t, language, date } = words;
  const parts = sectionsOf(record, words).map(
    ({ title, head, rows }) =>
      `<h2>${escaped(title)}</h2><table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows
        .map((row) => `<tr>${cells('td', row)}</tr>`)
        .join('')}</tbody></table>`,
  );
  const title = `${t('processing.title')} · ${record.office}`;
  return `<!doctype html><html lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}"><head><meta charset="utf-8">
<title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>
<p>${escaped(`${record.country} · ${date(record.at)}`)}</p><p>${escaped(t('processing.lead'))}</p>${parts.join('\n')}</body></html>\n`;
}

const style =
  'body{font:15px/1.6 Vazirmatn,Tahoma,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2430}' +
  'table{border-collapse:collapse;width:100%;margin-bottom:2rem}th,td{border:1px solid #ccc;padding:.4rem .6rem;text-align:start;vertical-align:top}' +
  'th{background:#f1eee6}tr{break-inside:avoid}h2{break-after:avoid}';

const cells = (tag: 'td' | 'th', row: readonly string[]): string =>
  row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
