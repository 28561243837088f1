// The body of a document's page. It holds no script and no style of its own: the page that it is put into brings both what it looks like
// and what it may load.

import { toDigits } from '../locale/digits';
import type { Letterhead, Paper, PaperBlock } from './paper';

/**
 * `pages` is how many pages it has, so that each says which of how many it is; 0 while nobody knows. Every text is fenced in its own
 * direction, so that a Latin number in an Arabic line stays where it was written.
 */
export function paperHtml(paper: Paper, pages: number): string {
  const head = paper.letterhead === null ? '' : letterhead(paper.letterhead);
  const title = `<div class="title"><h1>${text(paper.title)}</h1><p class="number">${text(paper.number)}</p></div>`;
  const feet = Array.from({ length: pages }, (_, index) => foot(paper, index + 1, pages)).join('');
  return `<div class="paper">${head}${title}${paper.blocks.map(block).join('')}</div><div class="feet" aria-hidden="true">${feet}</div>`;
}

function letterhead({ name, lines, logo }: Letterhead): string {
  const picture = logo === null ? '' : `<img src="${escaped(logo)}" alt="" />`;
  return `<header>${picture}<div><p class="office">${text(name)}</p>${lines.map(line).join('')}</div></header>`;
}

function block(one: PaperBlock): string {
  switch (one.kind) {
    case 'heading':
      return `<h2>${text(one.text)}</h2>`;
    case 'text':
      return one.text.split('\n').map(line).join('');
    case 'address':
      return `<section class="address"><p class="label">${text(one.label)}</p><p class="name">${text(one.name)}</p>${one.lines.map(line).join('')}</section>`;
    case 'facts':
      return `<dl>${one.facts.map(fact).join('')}</dl>`;
    case 'table':
      return table(one);
    case 'words':
      return `<div class="words">${one.lines.map(line).join('')}</div>`;
    case 'signatures':
      return `<div class="signatures">${one.labels.map((label) => `<p>${text(label)}</p>`).join('')}</div>`;
  }
}

function table({ columns, rows, sums }: Extract<PaperBlock, { kind: 'table' }>): string {
  const sort = (index: number): string => columns[index]?.kind ?? 'text';
  const head = columns.map(({ label, kind }) => `<th scope="col" class="${kind}">${text(label)}</th>`).join('');
  const body = rows.map(({ cells, note }) => {
    const tds = cells.map(
      (cell, index) => `<td class="${sort(index)}">${text(cell)}${index === noteAt ? small(note) : ''}</td>`,
    );
    return `<tr>${tds.join('')}</tr>`;
  });
  const below = sums.length === 0 ? '' : `<dl class="sums">${sums.map(fact).join('')}</dl>`;
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${below}`;
}

/** What is said of a row stands below the words of its second cell, after its number. */
const noteAt = 1;
const small = (note: string | undefined): string => (note === undefined ? '' : `<p class="note">${text(note)}</p>`);
const fact = ({ label, value }: { readonly label: string; readonly value: string }): string =>
  `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`;
const line = (content: string): string => `<p>${text(content)}</p>`;

function foot({ foot: { text: words, pages: pattern }, digits, number }: Paper, page: number, pages: number): string {
  const said = pattern
    .replace('{page}', toDigits(String(page), digits))
    .replace('{pages}', toDigits(String(pages), digits));
  return `<div class="foot"><span>${text(words)}</span><span>${text(number)}</span><span>${text(said)}</span></div>`;
}

const text = (content: string): string => `<bdi>${escaped(content)}</bdi>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (content: string): string => content.replace(/[&<>"']/g, (sign) => entities[sign]!);
