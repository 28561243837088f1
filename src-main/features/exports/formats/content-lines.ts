// The line syntax that vCard and iCalendar share (RFC 6350 §3, RFC 5545 §3.1): escapes, lists, folding at 75 bytes.

const LONGEST_LINE = 75;

/** Values of text: backslash, separators and line ends escaped. */
export const escapedText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

/** A value of a parameter; it has no place for quotes and line ends. */
export const parameterText = (text: string): string => `"${text.replace(/["\r\n]/g, "'")}"`;

/** The line with its end, folded between characters. */
export function contentLine(line: string): string {
  if (line.length <= LONGEST_LINE && !/[^ -~]/.test(line)) return `${line}\r\n`;
  let folded = '';
  let room = LONGEST_LINE;
  for (const character of line) {
    const bytes = Buffer.byteLength(character, 'utf8');
    if (bytes > room) {
      folded += '\r\n ';
      room = LONGEST_LINE - 1;
    }
    folded += character;
    room -= bytes;
  }
  return `${folded}\r\n`;
}
