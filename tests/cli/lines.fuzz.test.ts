// Hundreds of bad lines into `call --stdin`: each is answered or refused on its own, and the session goes on.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBase, openSession, type Place } from './support/cli';

const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_123);
const patience = 180_000;
let place: Place;
beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

const withoutLineEnds = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]/g, ' ');
const anyLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }).map(withoutLineEnds),
  fc.json().map(withoutLineEnds),
  fc
    .record(
      {
        // Never the number of a question that waits for its answer.
        id: fc.oneof(fc.string({ minLength: 2 }), fc.integer({ max: -1 }), fc.constantFrom(null, true, [], {}, 1.5)),
        op: fc.oneof(fc.string(), fc.constantFrom('parties.create', 'session.status', 'base.counts')),
        input: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((line) => withoutLineEnds(JSON.stringify(line))),
  fc.constantFrom(
    '{',
    '[]',
    'null',
    '0',
    '"x"',
    '{"id":"one"}',
    '{"id":{},"op":"x"}',
    `{"id":"long","op":"${'x'.repeat(300)}"}`,
    '\u0000',
    '{"id":1e999,"op":"parties.list"}',
    `{"id":"deep","op":"parties.get","input":${'['.repeat(500)}${']'.repeat(500)}}`,
  ),
);

it(
  `five hundred bad lines leave the session answering and the base sound (seed ${SEED})`,
  async () => {
    const session = openSession(place);
    const lines = fc.sample(anyLine, { seed: SEED, numRuns: 500 }).filter((line) => line.trim() !== '');
    for (const line of lines) session.write(line);
    expect(await session.ask('base.verify', {})).toMatchObject({
      ok: true,
      value: { sound: true, counts: { party: 0 } },
    });
    expect(await session.end()).toBe(0);
    const codes = session.others.map(
      (reply) => (reply as { ok: boolean; error?: { code: string } }).error?.code ?? 'ok',
    );
    expect(codes.length).toBe(lines.length);
    expect(codes.filter((code) => code === 'door.internal')).toEqual([]);
    expect(codes).toContain('cli.not-json');
    expect(session.stderr()).toBe('');
  },
  patience,
);
