// `--first-screenshot FILE`: a picture of the first screen, so that a machine without a display, and the test of the packaged
// program, can see the real window without a debugging port.

import { writeFileSync } from 'node:fs';
import type { NativeImage } from 'electron';

const LOOK_EVERY_MS = 400;
const MOST_LOOKS = 50;
/** An empty window has one or two colours; a screen with words on it has many more. */
const LEAST_COLOURS = 24;

export interface Photographed {
  capture(): Promise<NativeImage>;
}

/** Writes the PNG when the window has something on it and stood still for one look; resolves to whether it did. */
export async function photographFirstScreen(window: Photographed, file: string): Promise<boolean> {
  const seen: { painted: Buffer | null } = { painted: null };
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await new Promise((done) => {
      setTimeout(done, LOOK_EVERY_MS);
    });
    const image = await window.capture();
    if (image.isEmpty() || countColours(image.toBitmap()) < LEAST_COLOURS) continue;
    const png = image.toPNG();
    const still = seen.painted?.equals(png) ?? false;
    seen.painted = png;
    if (still) break;
  }
  if (seen.painted === null) return false;
  writeFileSync(file, seen.painted);
  return true;
}

/** Different colours in every 97th pixel of a 32-bit bitmap: enough to tell words from an empty sheet. */
export function countColours(bitmap: Buffer): number {
  const colours = new Set<number>();
  for (let at = 0; at + 4 <= bitmap.length; at += 4 * 97) colours.add(bitmap.readUInt32LE(at));
  return colours.size;
}
