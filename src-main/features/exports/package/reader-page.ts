// The page that opens a package: one file, its script and its style inside, allowed by their hashes; it may load the scripts with
// data beside it and nothing else, from nowhere else.

import { catalogue } from '@shared/catalogue';
import { languages, type Language } from '@shared/locale/language';
import type { Messages } from '@shared/locale/messages/index';
import { fold } from '@shared/text/fold';
import { sha256 } from '../../../keys';
import opener from './reader/opener.js?page';
import script from './reader/reader.js?raw';
import style from './reader/reader.css?raw';

export interface ReaderPage {
  /** What opens a package under a passphrase; the page asks for it. */
  readonly sealedKey: string | null;
  readonly language: Language;
  readonly messages: Readonly<Record<Language, Messages>>;
}

/** Words of the page itself; `reader.js` asks for them. */
const OWN = new Set([
  'exports.reader.title',
  'exports.reader.search',
  'exports.reader.results',
  'exports.reader.found',
  'exports.reader.first',
  'exports.reader.loading',
  'exports.reader.made',
  'exports.reader.missing',
  'exports.reader.files',
  'exports.reader.password',
  'exports.reader.unlock',
  'exports.reader.unlocking',
  'exports.reader.wrong',
  'exports.reader.damaged',
  'exports.reader.choose',
  'exports.reader.save',
  'exports.yes',
  'exports.no',
]);
const SHOWN =
  /^(?:catalogue\.(?:party|party_name|contact_point|address|identifier|party_role|occasion|preference|need|value_driver|relationship|activity)(?:\.|$)|relationships\.(?:type|inverse)\.|common\.calendar-(?:gregory|umalqura|persian)$)/;

export function readerPage({ sealedKey, messages, language }: ReaderPage): string {
  const words = Object.fromEntries(
    languages.map((one) => [
      one,
      Object.fromEntries(Object.entries(messages[one]).filter(([id]) => OWN.has(id) || SHOWN.test(id))),
    ]),
  );
  const choices = catalogue.flatMap(({ key, fields }) =>
    Object.entries(fields).flatMap(([name, field]) => (field.choices === undefined ? [] : [`${key}.${name}`])),
  );
  // `<` would end the element early.
  const data = JSON.stringify({ sealedKey, words, choices, fold: foldGroups() }).replaceAll('<', '\\u003c');
  const allowed = (text: string): string => `'sha256-${sha256(text).toString('base64')}'`;
  const scripts = sealedKey === null ? [script] : [opener, script];
  const policy = `default-src 'none'; script-src ${scripts.map(allowed).join(' ')} 'self' file:; style-src ${allowed(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Diwan</title>
<style>${style}</style>
</head>
<body>
<header><h1 id="title"></h1><p id="office"></p><p id="made"></p><div id="languages"></div></header>
<nav><div><input id="query" type="search" autofocus autocomplete="off"><p id="count" role="status"></p><div id="missing"></div></div><ul id="results"></ul></nav>
<main id="person" tabindex="-1"></main>
<form id="lock" hidden><label for="password"></label><input id="password" type="password" autocomplete="off"><button></button><p role="status"></p></form>
<script id="package" type="application/json">${data}</script>
${scripts.map((text) => `<script>${text}</script>`).join('\n')}
</body>
</html>
`;
}

/** Alphabets of the languages we fold, punctuation, presentation forms, full-width forms. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x0000, 0x08ff],
  [0x1e00, 0x24ff],
  [0xfb00, 0xfdff],
  [0xfe00, 0xffff],
];

/** What the fold of the program makes of single characters, as pairs of result and the characters that become it. */
export function foldGroups(): [string, string][] {
  const groups = new Map<string, string>();
  for (const [from, to] of RANGES)
    for (let unit = from; unit <= to; unit += 1) {
      const character = String.fromCharCode(unit);
      const folded = fold(`a${character}b`).slice(1, -1);
      if (folded !== character) groups.set(folded, (groups.get(folded) ?? '') + character);
    }
  return [...groups];
}
