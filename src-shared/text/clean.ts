// What becomes of a line a person typed or an import brought, before it is stored; and how a text is fenced for display.

/**
 * One line as stored: NFC, without direction controls (they can make a name or a file type look like another) and
 * control characters, one space between words. The half-space (ZWNJ) stays, for it is Persian spelling.
 */
export function cleanLine(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ').trim();
}

/** Text of several lines: the same, but lines and their indents stay; CRLF becomes LF. */
export function cleanText(text: string): string {
  const lines = cleaned(text.replace(/\r\n?/g, '\n')).split('\n');
  // Line by line, for a pattern of trailing space takes quadratic time over a long run of spaces.
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** A text whose direction cannot disturb the sentence around it, for sinks without markup (menus, notifications, titles). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** A text without isolates and direction marks, for file names, clipboard and exports. */
export const withoutDirectionMarks = (text: string): string => text.replace(directionControls, '');

const directionControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** C0 and C1 controls except tab and line feed, direction controls, BOM, soft hyphen, zero width space, word joiner. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unwanted =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** One half-space joins two letters; at an edge or beside a space it is a slip of the keyboard. */
const strayHalfSpace = /\u200c(?=\s|$)|(?<=^|\s)\u200c/g;

const plainAscii = /^[ -~]*$/;

function cleaned(text: string): string {
  if (plainAscii.test(text)) return text;
  return text
    .replace(unwanted, '')
    .replace(/\u200c+/g, '\u200c')
    .replace(strayHalfSpace, '')
    .normalize('NFC');
}
