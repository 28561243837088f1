// Moves through the text of a JSON file: to the first record, over separators, to the end of a value, reading on as needed.

import type { TextWindow } from '../text/text-window';
import { skipSeparators, valueEnd } from './json-scanner';

/** `inList`: the records are the values of a list, whose closing bracket ends them; otherwise a stray bracket is passed over. */
export type Walk = { at: number; inList: boolean; readonly window: TextWindow };

/** Moves into the list that holds the records, if there is one; otherwise the values of the file are the records. */
export async function firstRecord(walk: Walk, limit: number): Promise<void> {
  if (!(await skipToken(walk))) return;
  const sign = walk.window.text()[walk.at];
  if (sign === '[') {
    walk.at += 1;
    walk.inList = true;
  } else if (sign === '{') await intoList(walk, limit);
}

/** Of `{"contacts": [{…}, {…}]}` the list is meant; an object without such a list among its own parts is a record itself. */
async function intoList(walk: Walk, limit: number): Promise<void> {
  for (;;) {
    const start = listStart(walk.window.text(), walk.at);
    if (start !== 'more') {
      walk.inList = start !== null;
      if (start !== null) walk.at = start;
      return;
    }
    if (walk.window.atEnd() || walk.window.text().length - walk.at > limit) return;
    await readOn(walk);
  }
}

/** Index behind the `[` of the first list of objects among the object's own parts; null when it has none; 'more' when the text ends first. */
function listStart(text: string, from: number): number | null | 'more' {
  let at = from + 1;
  for (;;) {
    at = skipSeparators(text, at);
    if (at >= text.length) return 'more';
    if (text[at] !== '"') return null;
    const name = valueEnd(text, at);
    if (name === null) return 'more';
    at = skipSeparators(text, name);
    if (at >= text.length) return 'more';
    if (text[at] !== ':') return null;
    at = skipSeparators(text, at + 1);
    if (text[at] === '[') {
      const first = skipSeparators(text, at + 1);
      if (first >= text.length) return 'more';
      if (text[first] === '{') return at + 1;
    }
    const end = valueEnd(text, at);
    if (end === null) return 'more';
    at = end;
  }
}

/** Moves to the next value; false at the end of the list or of the file. */
export async function skipToken(walk: Walk): Promise<boolean> {
  for (;;) {
    const text = walk.window.text();
    walk.at = skipSeparators(text, walk.at);
    if (walk.at < text.length) {
      if (text[walk.at] !== ']' && text[walk.at] !== '}') return true;
      if (walk.inList) return false;
      walk.at += 1;
      continue;
    }
    if (walk.window.atEnd()) return false;
    await readOn(walk);
  }
}

/** Index behind the value at the cursor; null when it is not ended within the limit or the file. */
export async function valueEndIn(walk: Walk, limit: number): Promise<number | null> {
  for (;;) {
    const text = walk.window.text();
    const end = valueEnd(text, walk.at);
    if (end !== null) return end;
    if (walk.window.atEnd()) return /^[-\w.+]+$/.test(text.slice(walk.at)) ? text.length : null;
    if (text.length - walk.at > limit) return null;
    await readOn(walk);
  }
}

async function readOn(walk: Walk): Promise<void> {
  await walk.window.extend(walk.at);
  walk.at = 0;
}
