// Checks an exported log by the rules of resources/audit/FORMAT.md. It needs no base and no key: whoever has the file can do it.

import { createSha256, sha256, verifyInDomain } from '../../keys';
import { shortHead } from '@shared/features/audit/short-head';
import { checkpointText, endLine, keyLine, logFormat, logLine, operationText, readingText } from './format';

export const logFaults = ['line', 'order', 'hash', 'checkpoint', 'signature', 'key', 'end'] as const;
export type LogFault = (typeof logFaults)[number];

export interface LogFinding {
  /** From 1; the line after the last one when something is missing at the end. */
  readonly line: number;
  readonly fault: LogFault;
}

export interface LogReport {
  readonly sound: boolean;
  readonly vault: string;
  readonly madeAt: number;
  readonly operations: number;
  readonly readings: number;
  readonly checkpoints: number;
  /** Entries behind the last checkpoint: only the end of the file signs them. */
  readonly unsigned: number;
  /** The last hash of the chain of operations, in hex. */
  readonly head: string;
  readonly keys: readonly { readonly key: string; readonly user: string }[];
  /** Of the one who exported; empty without an end. */
  readonly signedBy: string;
  readonly findings: readonly LogFinding[];
  /** Findings that are not listed. */
  readonly more: number;
  /** Where a head known from elsewhere stands: the number of its operation, or null. */
  readonly witness: number | null;
}

const MOST_FINDINGS = 100;
const NOTHING = Buffer.alloc(32).toString('hex');

type Value = Readonly<Record<string, unknown>>;

/** `head`: as printed (`shortHead`), or a whole hash in hex; found in the chain, it proves that everything before it is as it was then. */
export function createLogChecker({ head }: { readonly head?: string | undefined } = {}) {
  const checking = new LogChecking(head);
  return {
    /** A line without its line feed. */
    take: (line: string): void => checking.take(line),
    /** `whole`: whether the last line had its line feed. */
    end: ({ whole = true } = {}): LogReport => checking.end(whole),
  };
}

class LogChecking {
  readonly #sought: string | undefined;
  readonly #sum = createSha256();
  readonly #keys = new Map<string, string>();
  readonly #findings: LogFinding[] = [];
  #more = 0;
  #line = 0;
  #operation = { seq: 0, hash: NOTHING, changes: 0 };
  #access = { seq: 0, hash: NOTHING };
  #checkpoint = { seq: 0, hash: NOTHING, operation: 0, access: 0 };
  #log: { vault: string; madeAt: number } | null = null;
  #end: { key: string } | null = null;
  #witness: number | null = null;

  constructor(sought: string | undefined) {
    this.#sought = sought;
  }

  take(line: string): void {
    this.#line += 1;
    const value = parsed(line);
    if (this.#end !== null) return this.#note('end');
    if (value === null) this.#note('line');
    else this.#takeValue(line, value);
    if (this.#end === null) this.#sum.update(Buffer.from(`${line}\n`));
  }

  end(whole: boolean): LogReport {
    this.#line += 1;
    if (this.#end === null || !whole) this.#note('end');
    if (this.#log === null) this.#note('line');
    return {
      sound: this.#findings.length === 0,
      vault: this.#log?.vault ?? '',
      madeAt: this.#log?.madeAt ?? 0,
      operations: this.#operation.seq,
      readings: this.#access.seq,
      checkpoints: this.#checkpoint.seq,
      unsigned: this.#operation.seq - this.#checkpoint.operation + this.#access.seq - this.#checkpoint.access,
      head: this.#operation.hash,
      keys: [...this.#keys].map(([key, user]) => ({ key, user })),
      signedBy: this.#end?.key ?? '',
      findings: this.#findings,
      more: this.#more,
      witness: this.#witness,
    };
  }

  #note(fault: LogFault): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push({ line: this.#line, fault });
    else this.#more += 1;
  }

  #takeValue(line: string, value: Value): void {
    if ((value['kind'] === 'log') !== (this.#line === 1)) this.#note('order');
    switch (value['kind']) {
      case 'log':
        return this.#takeLog(line, value);
      case 'key':
        return this.#takeKey(line, value);
      case 'operation':
        return this.#takeOperation(line, value);
      case 'reading':
        return this.#takeReading(line, value);
      case 'checkpoint':
        return this.#takeCheckpoint(line, value);
      case 'end':
        return this.#takeEnd(line, value);
      default:
        return this.#note('line');
    }
  }

  #takeLog(line: string, { format, vault, madeAt }: Value): void {
    if (format !== logFormat || typeof vault !== 'string' || typeof madeAt !== 'number') return this.#note('line');
    if (line !== logLine(vault, madeAt)) this.#note('line');
    this.#log = { vault, madeAt };
  }

  #takeKey(line: string, { key, user }: Value): void {
    if (!isHex(key, 32) || typeof user !== 'string' || line !== keyLine(key, user)) return this.#note('line');
    if (this.#operation.seq > 0 || this.#keys.has(key)) this.#note('order');
    this.#keys.set(key, user);
  }

  #takeOperation(line: string, { header, payload, hash }: Value): void {
    if (!isHeader(header, [15, 16]) || !isHex(payload, 32) || !isHex(hash, 32)) return this.#note('line');
    const text = JSON.stringify(header);
    if (line !== operationText(text, payload, hash)) this.#note('line');
    const { seq, hash: previous, changes } = this.#operation;
    const made = changesOf(header);
    if (header[0] !== seq + 1 || !follows(made, changes)) this.#note('order');
    if (chained(previous, text, payload) !== hash) this.#note('hash');
    this.#operation = { seq: Number(header[0]), hash, changes: changes + made.count };
    if (this.#sought !== undefined && (this.#sought === hash || this.#sought === shortHead(hash)))
      this.#witness = Number(header[0]);
  }

  #takeReading(line: string, { header, people, hash }: Value): void {
    if (!isHeader(header, [12]) || !isHex(people, 32) || !isHex(hash, 32)) return this.#note('line');
    const text = JSON.stringify(header);
    if (line !== readingText(text, people, hash)) this.#note('line');
    if (header[0] !== this.#access.seq + 1) this.#note('order');
    if (chained(this.#access.hash, text, people) !== hash) this.#note('hash');
    this.#access = { seq: Number(header[0]), hash };
  }

  #takeCheckpoint(line: string, { body, signature }: Value): void {
    if (!isHeader(body, [11]) || !isHex(signature, 64)) return this.#note('line');
    const text = JSON.stringify(body);
    if (line !== checkpointText(text, signature)) this.#note('line');
    const [seq, , user, , , operation, operationHash, access, accessHash, previous, key] = body;
    const fits =
      seq === this.#checkpoint.seq + 1 &&
      previous === this.#checkpoint.hash &&
      operation === this.#operation.seq &&
      operationHash === this.#operation.hash &&
      access === this.#access.seq &&
      accessHash === this.#access.hash;
    if (!fits) this.#note('checkpoint');
    if (!isHex(key, 32) || this.#keys.get(key) !== user) this.#note('key');
    else if (!isSigned('checkpoint', key, { message: text, signature })) this.#note('signature');
    const hash = sha256(Buffer.concat([Buffer.from(text), Buffer.from(signature, 'hex')])).toString('hex');
    this.#checkpoint = { seq: Number(seq), hash, operation: this.#operation.seq, access: this.#access.seq };
  }

  #takeEnd(line: string, { lines, hash, key, signature }: Value): void {
    if (typeof lines !== 'number' || !isHex(hash, 32) || !isHex(key, 32) || !isHex(signature, 64))
      return this.#note('line');
    if (line !== endLine({ lines, hash, key, signature })) this.#note('line');
    if (lines !== this.#line - 1 || hash !== this.#sum.digest()) this.#note('end');
    if (!this.#keys.has(key)) this.#note('key');
    else if (!isSigned('audit-log', key, { message: hash, signature })) this.#note('signature');
    this.#end = { key };
  }
}

function parsed(line: string): Value | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Value) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);

const isHeader = (value: unknown, lengths: readonly number[]): value is readonly unknown[] =>
  Array.isArray(value) && lengths.includes(value.length) && Number.isInteger(value[0]);

interface Changes {
  readonly first: unknown;
  readonly last: unknown;
  readonly count: number;
}

/** Of both forms of a header: the later one has a hash behind the count. */
function changesOf(header: readonly unknown[]): Changes {
  const end = header.length === 16 ? 16 : 14;
  const [first, last, count] = header.slice(end - 3, end);
  return { first, last, count: Number(count) };
}

const follows = ({ first, last, count }: Changes, before: number): boolean =>
  count === 0 ? first === null && last === null : first === before + 1 && last === before + count;

const chained = (previous: string, text: string, payload: string): string =>
  sha256(Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(text), Buffer.from(payload, 'hex')])).toString('hex');

const isSigned = (
  domain: 'checkpoint' | 'audit-log',
  key: string,
  { message, signature }: { readonly message: string; readonly signature: string },
): boolean =>
  verifyInDomain(domain, Buffer.from(key, 'hex'), {
    message: Buffer.from(message),
    signature: Buffer.from(signature, 'hex'),
  });
