// Finds where one JSON value ends without building it, so that a file of any size is read value by value.

/** The index behind the value that begins at `from`; null when `text` ends before it does. */
export function valueEnd(text: string, from: number): number | null {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return stringEnd(text, from);
  if (first !== BRACE && first !== BRACKET) return scalarEnd(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (code === BRACE || code === BRACKET) depth += 1;
    else if (code === CLOSING_BRACE || code === CLOSING_BRACKET) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

const QUOTE = 34;
const BACKSLASH = 92;
const BRACE = 123;
const BRACKET = 91;
const CLOSING_BRACE = 125;
const CLOSING_BRACKET = 93;

function stringEnd(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return null;
}

/** A number or a word ends where a separator stands; at the end of the text it may go on. */
function scalarEnd(text: string, from: number): number | null {
  for (let at = from; at < text.length; at += 1) if (/[\s,\]}:]/.test(text[at] ?? '')) return Math.max(at, from + 1);
  return null;
}

/** The first index from `from` on that holds neither space nor comma. */
export function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,\ufeff\u001e]/.test(text[at] ?? '')) at += 1;
  return at;
}
