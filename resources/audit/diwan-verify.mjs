#!/usr/bin/env node
// Checks a log exported by Diwan (`diwan audit export`) without Diwan: one file, no dependencies, any Node from 20 on.
// The rules are those of FORMAT.md beside this file.
//
//   node diwan-verify.mjs LOG [--head XXXX-XXXX-XXXX-XXXX] [--backup FOLDER] [--json]
//
// Exit code 0: everything fits. 1: something does not. 2: wrong usage, or the file cannot be read.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { pathToFileURL } from 'node:url';

const NOTHING = '0'.repeat(64);
const MOST_FINDINGS = 100;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const bytes = (hex) => Buffer.from(hex, 'hex');
const isHex = (value, length) => typeof value === 'string' && value.length === length * 2 && /^[0-9a-f]*$/.test(value);
const isList = (value, lengths) => Array.isArray(value) && lengths.includes(value.length) && Number.isInteger(value[0]);

/** 16 letters and digits of the first 80 bits, in groups of four. */
export function shortHead(hash) {
  let bits = BigInt(`0x${hash.slice(0, 20)}`);
  let text = '';
  for (let place = 0; place < 16; place += 1) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text.match(/.{4}/g).join('-');
}

function isSigned(domain, key, { message, signature }) {
  const spki = Buffer.concat([bytes('302a300506032b6570032100'), bytes(key)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(`diwan/${domain}/v1\n${message}`), publicKey, bytes(signature));
}

const shapes = {
  log: ({ format, vault, madeAt }) => format === 1 && typeof vault === 'string' && typeof madeAt === 'number',
  key: ({ key, user }) => isHex(key, 32) && typeof user === 'string',
  operation: ({ header, payload, hash }) => isList(header, [15, 16]) && isHex(payload, 32) && isHex(hash, 32),
  reading: ({ header, people, hash }) => isList(header, [12]) && isHex(people, 32) && isHex(hash, 32),
  checkpoint: ({ body, signature }) => isList(body, [11]) && isHex(signature, 64),
  end: ({ lines, hash, key, signature }) =>
    typeof lines === 'number' && isHex(hash, 32) && isHex(key, 32) && isHex(signature, 64),
};

/** In this order and no other. */
const spelling = {
  log: ['kind', 'format', 'vault', 'madeAt'],
  key: ['kind', 'key', 'user'],
  operation: ['kind', 'header', 'payload', 'hash'],
  reading: ['kind', 'header', 'people', 'hash'],
  checkpoint: ['kind', 'body', 'signature'],
  end: ['kind', 'lines', 'hash', 'key', 'signature'],
};

/** `take` every line without its line feed, then ask for the `report`. */
export class Verifier {
  #findings = [];
  #more = 0;
  #line = 0;
  #sum = createHash('sha256');
  #log = null;
  #end = null;
  #keys = new Map();
  #operation = { seq: 0, hash: NOTHING, changes: 0 };
  #reading = { seq: 0, hash: NOTHING };
  #checkpoint = { seq: 0, hash: NOTHING, operation: 0, reading: 0 };
  #sought;
  #headAt = null;
  #witnessed = null;

  /** `head`: as printed. `witness`: `{ operations, head }` of a backup's manifest. */
  constructor({ head, witness } = {}) {
    this.#sought = { head, witness };
    if (witness !== undefined) this.#witnessed = false;
  }

  take(text) {
    this.#line += 1;
    if (this.#end !== null) return this.#note('end');
    const value = parsed(text);
    if (typeof value?.kind !== 'string' || !Object.hasOwn(shapes, value.kind)) this.#note('line');
    else this.#takeValue(text, value);
    if (this.#end === null) this.#sum.update(`${text}\n`);
  }

  /** `whole`: whether the last line had its line feed. */
  report(whole = true) {
    this.#line += 1;
    if (this.#end === null || !whole) this.#note('end');
    if (this.#log === null) this.#note('line');
    const missed = this.#sought.head !== undefined && this.#headAt === null;
    const [operation, reading, checkpoint] = [this.#operation, this.#reading, this.#checkpoint];
    return {
      sound: this.#findings.length === 0 && !missed && this.#witnessed !== false,
      vault: this.#log?.vault ?? '',
      madeAt: this.#log?.madeAt ?? 0,
      operations: operation.seq,
      readings: reading.seq,
      checkpoints: checkpoint.seq,
      unsigned: operation.seq - checkpoint.operation + reading.seq - checkpoint.reading,
      head: operation.hash,
      shortHead: shortHead(operation.hash),
      keys: [...this.#keys].map(([key, user]) => ({ key, user, fingerprint: shortHead(key) })),
      signedBy: this.#end?.key ?? '',
      headAt: this.#headAt,
      backup: this.#witnessed,
      findings: this.#findings,
      more: this.#more,
    };
  }

  #note(fault) {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push({ line: this.#line, fault });
    else this.#more += 1;
  }

  #takeValue(text, value) {
    const { kind } = value;
    if ((kind === 'log') !== (this.#line === 1)) this.#note('order');
    if (!shapes[kind](value)) return this.#note('line');
    const spelled = JSON.stringify(Object.fromEntries(spelling[kind].map((name) => [name, value[name]])));
    if (text !== spelled) this.#note('line');
    if (kind === 'log') this.#log = value;
    else if (kind === 'key') this.#takeKey(value);
    else if (kind === 'operation') this.#takeOperation(value);
    else if (kind === 'reading') this.#takeReading(value);
    else if (kind === 'checkpoint') this.#takeCheckpoint(value);
    else this.#takeEnd(value);
  }

  #takeKey({ key, user }) {
    if (this.#operation.seq > 0 || this.#keys.has(key)) this.#note('order');
    this.#keys.set(key, user);
  }

  #takeOperation({ header, payload, hash }) {
    const { seq, hash: previous, changes } = this.#operation;
    const [first, last, count] = header.length === 16 ? header.slice(13) : header.slice(11, 14);
    const made = Number(count);
    const none = made === 0 && first === null && last === null;
    const fits = none || (made !== 0 && first === changes + 1 && last === changes + made);
    if (header[0] !== seq + 1 || !fits) this.#note('order');
    if (sha256(bytes(previous), JSON.stringify(header), bytes(payload)) !== hash) this.#note('hash');
    this.#operation = { seq: header[0], hash, changes: changes + made };
    const { head, witness } = this.#sought;
    if (head !== undefined && head === shortHead(hash)) this.#headAt = header[0];
    if (witness?.operations === header[0]) this.#witnessed = witness.head === hash;
  }

  #takeReading({ header, people, hash }) {
    const { seq, hash: previous } = this.#reading;
    if (header[0] !== seq + 1) this.#note('order');
    if (sha256(bytes(previous), JSON.stringify(header), bytes(people)) !== hash) this.#note('hash');
    this.#reading = { seq: header[0], hash };
  }

  #takeCheckpoint({ body, signature }) {
    const [operation, reading, last] = [this.#operation, this.#reading, this.#checkpoint];
    const expected = [last.seq + 1, operation.seq, operation.hash, reading.seq, reading.hash, last.hash];
    const found = [body[0], ...body.slice(5, 10)];
    if (expected.some((value, place) => value !== found[place])) this.#note('checkpoint');
    const [message, key] = [JSON.stringify(body), body[10]];
    if (!isHex(key, 32) || this.#keys.get(key) !== body[2]) this.#note('key');
    else if (!isSigned('checkpoint', key, { message, signature })) this.#note('signature');
    const hash = sha256(message, bytes(signature));
    this.#checkpoint = { seq: body[0], hash, operation: operation.seq, reading: reading.seq };
  }

  #takeEnd({ lines, hash, key, signature }) {
    if (lines !== this.#line - 1 || hash !== this.#sum.digest('hex')) this.#note('end');
    if (!this.#keys.has(key)) this.#note('key');
    else if (!isSigned('audit-log', key, { message: hash, signature })) this.#note('signature');
    this.#end = { key };
  }
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The same for bytes as they come. */
export function createReader(options = {}) {
  const verifier = new Verifier(options);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    write(piece) {
      const lines = (rest + decoder.write(piece)).split('\n');
      rest = lines.pop();
      for (const line of lines) verifier.take(line);
    },
    end() {
      rest += decoder.end();
      if (rest !== '') verifier.take(rest);
      return verifier.report(rest === '');
    },
  };
}

/** A file in pieces of one mebibyte. Throws the system's error. */
export function verifyFile(path, options = {}) {
  const reader = createReader(options);
  const handle = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  try {
    for (let count = readSync(handle, buffer); count > 0; count = readSync(handle, buffer))
      reader.write(buffer.subarray(0, count));
    return reader.end();
  } finally {
    closeSync(handle);
  }
}

const typed = (text) =>
  text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .match(/.{1,4}/g)
    ?.join('-') ?? '';

const say = (text) => process.stdout.write(`${text}\n`);

/** null when it is not as it should be called. */
function argumentsOf(given) {
  const words = [...given];
  const found = { file: null, json: false, options: {} };
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--json') found.json = true;
    else if (word === '--head') found.options.head = typed(words.shift() ?? '');
    else if (word === '--backup')
      found.options.witness = JSON.parse(readFileSync(join(words.shift() ?? '', 'manifest.json'), 'utf8')).audit;
    else if (found.file === null && !word.startsWith('--')) found.file = word;
    else return null;
  }
  return found.file === null ? null : found;
}

function tell({ operations, readings, checkpoints, unsigned, findings, more, ...report }, { head }) {
  say(report.sound ? 'SOUND: every line fits.' : 'NOT SOUND.');
  say(`${operations} operations, ${readings} readings, ${checkpoints} checkpoints, ${unsigned} entries not signed yet`);
  say(`head ${report.shortHead} (${report.head})`);
  for (const { fingerprint, user } of report.keys) say(`key ${fingerprint} of user ${user}`);
  if (head !== undefined)
    say(report.headAt === null ? `head ${head} NOT FOUND` : `head ${head} is operation ${report.headAt}`);
  if (report.backup !== null) say(report.backup ? 'the backup agrees' : 'the backup DOES NOT AGREE');
  for (const { line, fault } of findings) say(`line ${line}: ${fault}`);
  if (more > 0) say(`and ${more} more`);
}

function main(given) {
  const called = argumentsOf(given);
  if (called === null) {
    process.stderr.write('node diwan-verify.mjs LOG [--head XXXX-XXXX-XXXX-XXXX] [--backup FOLDER] [--json]\n');
    return 2;
  }
  const report = verifyFile(called.file, called.options);
  if (called.json) say(JSON.stringify(report));
  else tell(report, called.options);
  return report.sound ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
