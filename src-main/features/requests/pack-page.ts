// The page of an access pack: read from the disk without any program, from right to left where the language is written so.

import { directionOf } from '@shared/locale/language';
import { createTranslator } from '@shared/locale/translate';
import type { FactTable, Facts } from './facts';

const style = `body{font-family:system-ui,sans-serif;line-height:1.5;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-block-start:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;min-width:100%}
th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:start;vertical-align:top;white-space:pre-line}th{background:#f4f1ea}
p{max-width:45rem}`;

export function packPage(facts: Facts): string {
  const t = createTranslator(facts.language);
  const { looked, sources, files } = facts;
  const tables: FactTable[] = [
    ...facts.tables,
    {
      title: t('privacy.pack-sources'),
      columns: [t('privacy.pack-source'), t('privacy.pack-times'), t('privacy.pack-first')],
      rows: sources.map(({ words, times, first }) => [words, String(times), first]),
    },
    {
      title: t('privacy.pack-looked'),
      columns: [t('privacy.pack-day'), t('privacy.pack-who'), t('privacy.pack-times')],
      rows: looked.map(({ from, who, times }) => [
        new Date(from).toISOString().slice(0, 10),
        who === null ? t('privacy.pack-program') : (who.name ?? who.roleName ?? t(`policy.role-${who.role}`)),
        String(times),
      ]),
    },
  ];
  const links = files.map(({ name, path }) => `<li><a href="${encodeURI(path)}">${escaped(name)}</a></li>`).join('');
  return `<!doctype html>
<html lang="${facts.language}" dir="${directionOf(facts.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(t('privacy.pack-title'))}</title><style>${style}</style></head><body>
<h1>${escaped(t('privacy.pack-title'))}</h1>
<p><strong><bdi>${escaped(facts.name)}</bdi></strong> · <bdi>${escaped(facts.officeName)}</bdi></p>
<p>${escaped(t('privacy.pack-lead'))}</p>
${tables.map(tableOf).join('\n')}
${links === '' ? '' : `<h2>${escaped(t('privacy.pack-files'))}</h2><ul>${links}</ul>`}
</body></html>
`;
}

const tableOf = ({ title, columns, rows }: FactTable): string =>
  rows.length === 0
    ? ''
    : `<h2>${escaped(title)}</h2><div class="wide"><table><thead><tr>${cells('th', columns)}</tr></thead><tbody>${rows
        .map((row) => `<tr>${cells('td', row)}</tr>`)
        .join('')}</tbody></table></div>`;

const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
  texts.map((text) => `<${tag}><bdi>${escaped(text)}</bdi></${tag}>`).join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
