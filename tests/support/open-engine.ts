// A real engine in this process for tests: an encrypted base in a temporary folder, a clock that tests move, cheap key derivation.

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract, Operation } from '@shared/core/contract';
import { contracts, type DiwanClient } from '@shared/features/contracts';
import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { createEngine, type Engine } from '../../src-main/engine/engine';
import type { PassphraseKdf } from '../../src-main/keys';
import type { Committed } from '../../src-main/ledger';
import { forkWithNode } from '../../src-main/import';
import { parserModule } from './parser-module';

export interface TestEngine {
  readonly engine: Engine;
  readonly client: DiwanClient;
  readonly folder: string;
  readonly clock: { at: number; now(): number };
  readonly committed: Committed[];
  readonly imports: ImportStatus[];
  readonly jobs: JobStatus[];
  readonly reported: unknown[];
  /** Shown when the base was made. */
  recoveryCode: string;
  /** The login of a second person who approves whatever takes two; null when nobody does. */
  approver: string | null;
  close(): Promise<void>;
}

export const passphrase = 'درخت سبز کنار رودخانه آرام';

export interface TestEngineOptions {
  readonly folder?: string;
  readonly create?: boolean;
  readonly country?: string;
  readonly language?: 'ar' | 'fa' | 'en';
  readonly sample?: boolean;
  /** How passphrases become keys; cheaply when left out. */
  readonly kdf?: PassphraseKdf;
  /** Takes up interrupted jobs and runs scheduled ones, as the desktop does. */
  readonly background?: boolean;
}

/** Opens a new base as its administrator "amal", unless `create` is false. */
export async function openEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'diwan-test-'));
  const clock = { at: Date.UTC(2026, 4, 6, 7, 14), now: () => clock.at };
  const committed: Committed[] = [];
  const reported: unknown[] = [];
  const imports: ImportStatus[] = [];
  const jobs: JobStatus[] = [];
  const engine = createEngine({
    folder,
    version: '0.0.0-test',
    clock,
    random: { bytes: (count) => randomBytes(count) },
    keyring: { kdf: options.kdf ?? cheapKdf },
    imports: {
      fork: () => forkWithNode(parserModule())(),
      resolveFile: (token) => token,
      onProgress: (status) => imports.push(status),
    },
    jobs: { onProgress: (status) => jobs.push(status), background: options.background ?? false },
    onCommitted: (done) => committed.push(done),
    report: (_, error) => {
      reported.push(error);
      return `T-${reported.length}`;
    },
  });
  const test: TestEngine = {
    engine,
    folder,
    clock,
    committed,
    imports,
    jobs,
    reported,
    client: clientOf(engine, () => test.approver),
    recoveryCode: '',
    approver: null,
    async close() {
      await engine.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  if (options.create !== false) {
    const { language = 'ar', country = 'SA', sample = false } = options;
    const created = await test.client.session.create({
      login: 'amal',
      displayName: 'آمال',
      passphrase,
      language,
      country,
      sample,
    });
    if (!created.ok) throw new Error(`the test base was not made: ${JSON.stringify(created.error)}`);
    test.recoveryCode = created.value.recoveryCode;
  }
  return test;
}

/** Stands in for Argon2id where its cost is not what is tested. */
const cheapKdf = async (secret: Uint8Array, { salt }: { salt: Uint8Array }): Promise<Buffer> =>
  createHash('sha256').update(salt).update(secret).digest();

/** Every answer is held against its contract on the way: an output that does not fit throws. */
export const clientOf = (engine: Engine, approver: () => string | null = () => null): DiwanClient =>
  clientBy((op, { output }) => async (input) => {
    const reply = await confirmed(engine, { op, input }, approver());
    if (reply.ok) output.parse(reply.value);
    return reply;
  });

/** Held at the door: confirmed by the passphrase that all people of tests have, and approved by a second person where there is one. */
async function confirmed(
  engine: Engine,
  { op: operation, input }: { op: string; input: unknown },
  second: string | null,
) {
  const reply = await engine.call(operation, input);
  if (reply.ok || reply.error.code !== 'door.approval-needed') return reply;
  const isTwo = reply.error.details?.['needs'] === 'two';
  if (isTwo && second === null) return reply;
  const asked = await engine.call('approvals.request', { operation, input, purpose: 'as in any test', passphrase });
  if (!asked.ok) throw new Error(`the approval was not asked for: ${JSON.stringify(asked.error)}`);
  const { id } = asked.value as { id: string };
  if (isTwo) await engine.call('approvals.approve', { id, login: second, passphrase });
  return engine.call(operation, input);
}

/** The door and nothing else, as a window's port or the command line has it: for measuring. */
export const plainClientOf = (engine: Engine): DiwanClient => clientBy((op) => (input) => engine.call(op, input));

type Ask = (op: string, operation: Operation) => (input: unknown) => Promise<unknown>;

function clientBy(ask: Ask): DiwanClient {
  const nouns = Object.values<Contract>(contracts).map(({ noun, operations }) => [
    noun,
    Object.fromEntries(
      Object.entries(operations).map(([name, operation]) => [name, ask(`${noun}.${name}`, operation)]),
    ),
  ]);
  return Object.fromEntries(nouns) as DiwanClient;
}

/** The value of a result that must be ok. */
export function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error code of a result that must have failed. */
export function code(result: { ok: true; value: unknown } | { ok: false; error: { code: string } }): string {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.error.code;
}

/** The end of a job, once it has one. */
export async function ended(test: TestEngine, id: string): Promise<JobStatus> {
  for (;;) {
    const status = value(await test.client.jobs.get({ id }));
    if (status.state !== 'queued' && status.state !== 'running') return status;
    await new Promise((done) => setTimeout(done, 5));
  }
}
