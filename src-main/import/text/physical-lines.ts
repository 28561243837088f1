// The lines of a file as they stand in it, each with the places before and behind it, so that a reader can begin again there.

import type { TextPlace, TextWindow } from './text-window';

export type PhysicalLine = { readonly text: string; readonly before: TextPlace; readonly after: TextPlace };

/** Lines ended by CRLF, LF or CR; of one longer than `limit` the first `limit` + 1 characters come, so that its reader sees it was cut. */
export async function* physicalLines(window: TextWindow, limit: number): AsyncGenerator<PhysicalLine> {
  let at = 0;
  let kept = '';
  let before = window.placeOf(0);
  for (;;) {
    const text = window.text();
    const end = lineEnd(text, at);
    const whole = end < text.length && (text[end] === '\n' || end + 1 < text.length || window.atEnd());
    if (!whole && !window.atEnd()) {
      if (text.length - at > limit * 2) kept = (kept + text.slice(at)).slice(0, limit + 1);
      await window.extend(text.length - at > limit * 2 ? text.length : at);
      if (kept === '') before = window.placeOf(0);
      at = 0;
      continue;
    }
    if (at >= text.length && kept === '') return;
    const next = end >= text.length ? text.length : text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    yield {
      text: kept + text.slice(at, end),
      before: kept === '' ? window.placeOf(at) : before,
      after: window.placeOf(next),
    };
    kept = '';
    at = next;
  }
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
