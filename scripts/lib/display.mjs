// A virtual screen for machines without one, and the picture that is on it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Starts Xvfb on a free display: its name (":3"), a reader of its picture, and a way to end it. */
export async function startDisplay(size = '1600x1000') {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-display-'));
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${size}x24`,
    '-nolisten',
    'tcp',
    '-ac',
    '-nocursor',
    '-fbdir',
    folder,
  ];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((done, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended at once with code ${code}`)));
    server.stdio[3].once('data', (bytes) => done(String(bytes).trim()));
  });
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name: `:${number}`, picture: () => readScreen(join(folder, 'Xvfb_screen0')), stop };
}

/** The part of a screen that is painted, or undefined while all of it is one colour. `rows` holds packed RGB lines. */
export function readScreen(file) {
  // The X window dump format: a header of big-endian 32-bit words, then colour map entries of 12 bytes, then the pixels.
  const bytes = readFileSync(file);
  const word = (index) => bytes.readUInt32BE(index * 4);
  const [width, height, bytesPerLine] = [word(4), word(5), word(12)];
  const start = word(0) + word(19) * 12;
  const at = (x, y) => bytes.readUInt32LE(start + y * bytesPerLine + x * 4) & 0xffffff;
  const box = paintedBox({ width, height, at });
  if (!box) return undefined;
  const rows = [];
  for (let y = box.top; y <= box.bottom; y += 1) {
    const row = Buffer.alloc((box.right - box.left + 1) * 3);
    for (let x = box.left; x <= box.right; x += 1) row.writeUIntBE(at(x, y), (x - box.left) * 3, 3);
    rows.push(row);
  }
  return { width: box.right - box.left + 1, height: rows.length, rows };
}

function paintedBox({ width, height, at }) {
  const ground = at(0, 0);
  const box = { left: width, right: -1, top: height, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (at(x, y) === ground) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box.right < 0 ? undefined : box;
}

/** How many different lines a picture has: a blank window has one or two, a screen with words has hundreds. */
export function variety(picture) {
  return new Set(picture.rows.map((row) => row.toString('latin1'))).size;
}

/** The picture as a PNG file's bytes. */
export function toPng({ width, height, rows }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits per channel, RGB, the only compression, filter and interlace there are
  const lines = Buffer.concat(rows.flatMap((row) => [Buffer.from([0]), row]));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
