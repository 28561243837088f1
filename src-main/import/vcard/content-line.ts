// Takes one unfolded vCard line apart (group, name, parameters, value) in every dialect from 2.1 to 4.0.
// Sources: vCard 2.1 (versit), RFC 2426, RFC 6350 §3.3, RFC 6868.

export type ContentLine = {
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  /** Parameter names upper case; bare 2.1 parameters are values of TYPE, ENCODING or CHARSET by what they are. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
};

/** More parameters than any writer has; the rest are not looked at. */
const MOST_PARAMETERS = 100;
const ENCODINGS: ReadonlySet<string> = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT']);

/** Null when the line has no colon outside quotes or no name. */
export function parseContentLine(line: string): ContentLine | null {
  const colon = unquoted(line, ':', 0);
  if (colon <= 0) return null;
  const head = splitUnquoted(line.slice(0, colon), ';');
  const full = head[0]?.trim() ?? '';
  const dot = full.lastIndexOf('.');
  const name = full.slice(dot + 1).toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  const parameters = new Map<string, string[]>();
  for (const part of head.slice(1, MOST_PARAMETERS)) addParameter(parameters, part);
  return { group: dot < 0 ? '' : full.slice(0, dot).toUpperCase(), name, parameters, value: line.slice(colon + 1) };
}

function addParameter(parameters: Map<string, string[]>, part: string): void {
  const equals = unquoted(part, '=', 0);
  const key = (equals < 0 ? bareKey(part.trim()) : part.slice(0, equals).trim()).toUpperCase();
  const written = equals < 0 ? part : part.slice(equals + 1);
  const values = splitUnquoted(written, ',').map((value) => parameterValue(value.trim()));
  // TYPE="work,voice": a quoted list is a list all the same.
  const split = key === 'TYPE' ? values.flatMap((value) => value.split(',')) : values;
  parameters.set(key, [
    ...(parameters.get(key) ?? []),
    ...split.map((value) => value.trim()).filter((value) => value !== ''),
  ]);
}

function bareKey(value: string): string {
  return ENCODINGS.has(value.toUpperCase()) ? 'ENCODING' : 'TYPE';
}

function parameterValue(text: string): string {
  const bare = text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  return bare.replace(/\^([n'^])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === "'" ? '"' : '^'));
}

/** Index of `mark` outside double quotes, or -1; an unclosed quote is taken as a character. */
function unquoted(text: string, mark: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text[at] === mark) return at;
    if (text[at] === '"') {
      const close = text.indexOf('"', at + 1);
      if (close > 0) at = close;
    }
    at += 1;
  }
  return -1;
}

function splitUnquoted(text: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const at = unquoted(text, mark, from);
    if (at < 0) return [...parts, text.slice(from)];
    parts.push(text.slice(from, at));
    from = at + 1;
  }
}

export function parameter(line: ContentLine, name: string): string | undefined {
  return line.parameters.get(name)?.[0];
}

/** TYPE values in lower case, with PREF as a type of its own whatever way it was written. */
export function typesOf(line: ContentLine): string[] {
  const types = (line.parameters.get('TYPE') ?? []).map((type) => type.toLowerCase());
  return line.parameters.has('PREF') && !types.includes('pref') ? [...types, 'pref'] : types;
}
