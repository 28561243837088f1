// A PDF read by tools that are not ours (poppler): its words in the order in which they are read, its fonts, its pages as pictures.
import { spawnSync } from 'node:child_process';

function poppler(tool: string, args: readonly string[], pdf: Uint8Array): Buffer {
  const done = spawnSync(tool, args, { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) throw new Error(`${tool}: ${done.stderr.toString('utf8')}`);
  return done.stdout;
}

/** Lines without the marks of direction that the tool adds. Lam and alef, which are one sign, it tells the other way round (ال for لا). */
export const wordsOf = (pdf: Uint8Array): string =>
  poppler('pdftotext', ['-', '-'], pdf)
    .toString('utf8')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .split('\n')
    .map((line) => line.replace(/[\s\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

export interface Font {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
  readonly hasUnicode: boolean;
}

export function fontsOf(pdf: Uint8Array): Font[] {
  const [, , ...lines] = poppler('pdffonts', ['-'], pdf).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [, name = '', type = '', embedded, hasUnicode] =
      /^(\S+)\s+(.+?)\s+\S+\s+(yes|no) (?:yes|no) +(yes|no)/.exec(line) ?? [];
    return { name, type, embedded: embedded === 'yes', hasUnicode: hasUnicode === 'yes' };
  });
}

export const factsOf = (pdf: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    poppler('pdfinfo', ['-'], pdf)
      .toString('utf8')
      .split('\n')
      .map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
  ) as Record<string, string>;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0 black … 255 white, line by line. */
  readonly grey: Uint8Array;
}

/** The first page, some 500 dots across. */
export function pictureOf(pdf: Uint8Array): Picture {
  const file = poppler('pdftoppm', ['-gray', '-r', '60', '-f', '1', '-l', '1', '-'], pdf);
  return readGrey(file);
}

/** The format of a portable grey map: `P5`, width, height, 255, and a byte for each dot. */
export function readGrey(file: Buffer): Picture {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
  if (head === undefined) throw new Error('this is no picture');
  return { width: Number(width), height: Number(height), grey: file.subarray(head.length) };
}

export const writeGrey = ({ width, height, grey }: Picture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);

const SIDE = 4;
const NOTICED = 24;

/** Which part of the squares of two pictures differ in how dark they are; 1 when they are not of one size. */
export function unlike(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [across, down] = [Math.floor(one.width / SIDE), Math.floor(one.height / SIDE)];
  const squares = Array.from({ length: across * down }, (_, index) => ({
    x: (index % across) * SIDE,
    y: Math.floor(index / across) * SIDE,
  }));
  const differ = squares.filter((square) => Math.abs(darkness(one, square) - darkness(other, square)) > NOTICED);
  return differ.length / squares.length;
}

function darkness({ width, grey }: Picture, { x, y }: { readonly x: number; readonly y: number }): number {
  const dots = Array.from(
    { length: SIDE * SIDE },
    (_, at) => grey[(y + Math.floor(at / SIDE)) * width + x + (at % SIDE)]!,
  );
  return dots.reduce((sum, dot) => sum + dot, 0) / dots.length;
}
