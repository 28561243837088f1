// A sliding window of decoded text over a file, in which every index can be named as a checkpoint and found again.

import type { ByteFile } from './byte-file';
import type { BlockEncoding } from './text-blocks';
import { textBlocks } from './text-blocks';

type Segment = { readonly start: number; readonly blockOffset: number; readonly charIndex: number };

/** A place in the file: byte offset of a decoded block and a character index in it, written `offset:index`. */
export type TextPlace = { readonly blockOffset: number; readonly charIndex: number };

export interface TextWindow {
  /** Text from the last `drop` on. */
  text(): string;
  atEnd(): boolean;
  /** Forgets the text before `index` and adds one block; false when the file has no more. */
  extend(index: number): Promise<boolean>;
  placeOf(index: number): TextPlace;
  /** File bytes up to a place, by the bytes that a character takes in the block read last: a file smaller than a block has a middle too. */
  bytesUpTo(place: TextPlace): number;
}

export type WindowStart = {
  readonly encoding: BlockEncoding;
  readonly place: TextPlace;
  readonly convert?: (text: string) => string;
};

export function openTextWindow(file: ByteFile, { encoding, place, convert }: WindowStart): TextWindow {
  const blocks = textBlocks(file, encoding, place.blockOffset);
  let text = '';
  let segments: Segment[] = [];
  let read = place.blockOffset;
  let ended = false;
  let skip = place.charIndex;
  let bytesPerCharacter = 1;
  return {
    text: () => text,
    atEnd: () => ended,
    bytesUpTo: ({ blockOffset, charIndex }) => Math.min(read, Math.round(blockOffset + charIndex * bytesPerCharacter)),
    placeOf: (index) => placeIn(segments, index, read),
    async extend(index) {
      const kept = segments
        .filter((segment, number) => (segments[number + 1]?.start ?? text.length) > index || segment.start >= index)
        .map((segment) => shifted(segment, index));
      const next = await blocks.next();
      if (next.done === true) {
        ended = true;
        return false;
      }
      const whole = convert ? convert(next.value.text) : next.value.text;
      const added = whole.slice(skip);
      const rest = text.slice(index);
      segments = [...kept, { start: rest.length, blockOffset: next.value.offset, charIndex: skip }];
      text = rest + added;
      skip = 0;
      read = next.value.end;
      bytesPerCharacter = (read - next.value.offset) / Math.max(1, whole.length);
      ended = read >= file.size;
      return true;
    },
  };
}

function shifted(segment: Segment, by: number): Segment {
  const cut = Math.max(0, by - segment.start);
  return {
    start: Math.max(0, segment.start - by),
    blockOffset: segment.blockOffset,
    charIndex: segment.charIndex + cut,
  };
}

function placeIn(segments: readonly Segment[], index: number, read: number): TextPlace {
  for (let number = segments.length - 1; number >= 0; number -= 1) {
    const segment = segments[number];
    if (segment && segment.start <= index)
      return { blockOffset: segment.blockOffset, charIndex: segment.charIndex + index - segment.start };
  }
  return { blockOffset: read, charIndex: 0 };
}

export function writePlace(place: TextPlace): string {
  return `${place.blockOffset}:${place.charIndex}`;
}

/** Null when the text is not a place within the file. */
export function readPlace(text: string, size: number): TextPlace | null {
  const match = /^(\d{1,15}):(\d{1,9})$/.exec(text);
  if (!match) return null;
  const place = { blockOffset: Number(match[1]), charIndex: Number(match[2]) };
  return place.blockOffset <= size ? place : null;
}
