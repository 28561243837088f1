// Ways in which somebody alters an exported log: a byte, a line, a value with its hash, with all the hashes after it.
import { createHash } from 'node:crypto';

type Line = Record<string, unknown>;
export interface Chance {
  /** A whole number from 0 up to `limit`. */
  below(limit: number): number;
}
type Mutation = (lines: readonly string[], chance: Chance) => string | Buffer;

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const placeOf = (lines: readonly string[], kind: string, chance: Chance): number => {
  const places = lines.flatMap((line, index) => (line.startsWith(`{"kind":"${kind}"`) ? [index] : []));
  if (places.length === 0) throw new Error(`the log has no ${kind}`);
  return places[chance.below(places.length)]!;
};

const altered = (value: unknown, chance: Chance): unknown => {
  if (typeof value === 'number') return value + 1 + chance.below(1000);
  if (value === null) return 'x';
  const of = String(value);
  const at = chance.below(Math.max(of.length, 1));
  return of.slice(0, at) + (of[at] === 'a' ? 'b' : 'a') + of.slice(at + 1);
};

/** As a forger without a key would: every hash from there on, and the end, made anew. */
function rechained(lines: readonly string[]): string {
  const last = { operation: '0'.repeat(64), reading: '0'.repeat(64) };
  const again = lines.slice(0, -1).map((line) => {
    const value = JSON.parse(line) as Line;
    const kind = value['kind'] as keyof typeof last;
    if (kind !== 'operation' && kind !== 'reading') return line;
    const payload = Buffer.from(String(value[kind === 'operation' ? 'payload' : 'people']), 'hex');
    last[kind] = sha256(Buffer.from(last[kind], 'hex'), JSON.stringify(value['header']), payload);
    return JSON.stringify({ ...value, hash: last[kind] });
  });
  const end = JSON.parse(lines.at(-1)!) as Line;
  return text([...again, JSON.stringify({ ...end, lines: again.length, hash: sha256(text(again)) })]);
}

const withValue = (lines: readonly string[], chance: Chance, kind: 'operation' | 'reading'): string[] => {
  const at = placeOf(lines, kind, chance);
  const value = JSON.parse(lines[at]!) as { header: unknown[] };
  const place = chance.below(value.header.length);
  const header = value.header.map((one, index) => (index === place ? altered(one, chance) : one));
  return lines.with(at, JSON.stringify({ ...value, header }));
};

export const mutations: Readonly<Record<string, Mutation>> = {
  'a byte': (lines, chance) => {
    const bytes = Buffer.from(text(lines));
    bytes[chance.below(bytes.length)]! ^= 1 + chance.below(255);
    return bytes;
  },
  'a cut': (lines, chance) => text(lines).slice(0, chance.below(text(lines).length)),
  'a tail cut off behind a checkpoint': (lines, chance) =>
    text(lines.slice(0, placeOf(lines, 'checkpoint', chance) + 1)),
  'a line less': (lines, chance) => text(lines.toSpliced(chance.below(lines.length), 1)),
  'a line less, with the end made anew': (lines, chance) =>
    rechained(lines.toSpliced(1 + chance.below(lines.length - 2), 1)),
  'a line twice': (lines, chance) => {
    const at = chance.below(lines.length);
    return text(lines.toSpliced(chance.below(lines.length + 1), 0, lines[at]!));
  },
  'two lines exchanged': (lines, chance) => {
    const [one, other] = [chance.below(lines.length), chance.below(lines.length)];
    return text(lines.with(one, lines[other]!).with(other, lines[one]!));
  },
  'another spelling of the same': (lines, chance) => {
    const at = chance.below(lines.length);
    return text(
      lines.with(
        at,
        lines[at]!.replace(/[:,]/, (mark) => `${mark} `),
      ),
    );
  },
  'a value': (lines, chance) => text(withValue(lines, chance, chance.below(2) === 0 ? 'operation' : 'reading')),
  'a value, with every hash made anew': (lines, chance) =>
    rechained(withValue(lines, chance, chance.below(2) === 0 ? 'operation' : 'reading')),
  'a checkpoint that signs another state': (lines, chance) => {
    const at = placeOf(lines, 'checkpoint', chance);
    const value = JSON.parse(lines[at]!) as { body: unknown[] };
    const place = chance.below(value.body.length);
    const body = value.body.map((one, index) => (index === place ? altered(one, chance) : one));
    return rechained(lines.with(at, JSON.stringify({ ...value, body })));
  },
};
