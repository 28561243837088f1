// The program's own source files, parsed: what each imports, and a walk over its syntax tree, for the tests of the house rules.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { parseSync } from 'vite';

export const root = resolve(import.meta.dirname, '../../..');

/** A node of the syntax tree (ESTree with TypeScript and JSX). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  /** As written. */
  readonly from: string;
  /** The file it resolves to, from the root of the project; null for a package. */
  readonly file: string | null;
}

export interface Source {
  /** From the root of the project, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly body: readonly Node[];
  readonly comments: readonly { readonly value: string; readonly start: number }[];
}

const folders = ['src-shared', 'src-main', 'src-renderer', 'migrations'];

export function filesUnder(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && pattern.test(item.name))
    .map((item) =>
      posix.join(
        ...join(item.parentPath, item.name)
          .slice(root.length + 1)
          .split(/[\\/]/),
      ),
    )
    .sort();
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every TypeScript file of the product, parsed. */
export function readSources(): readonly Source[] {
  const files = folders.flatMap((folder) => filesUnder(folder, /\.tsx?$/));
  const known = new Set(files);
  return files.map((file) => parseSource(file, known));
}

/** The tree of a file; its name says whether it holds JSX. */
export function parse(file: string, text: string): Pick<Source, 'body' | 'comments'> {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  return { body: program.body as unknown as Node[], comments };
}

function parseSource(file: string, known: ReadonlySet<string>): Source {
  const text = read(file);
  const { body, comments } = parse(file, text);
  const imports = [...walk(body)].flatMap((node) => {
    const from = (node['source'] as { value?: unknown } | null | undefined)?.value;
    return typeof from === 'string' && /Import|Export/.test(node.type)
      ? [{ from, file: resolveImport(file, from, known) }]
      : [];
  });
  return { file, text, imports, body, comments };
}

function resolveImport(importer: string, from: string, known: ReadonlySet<string>): string | null {
  const path = from.startsWith('@shared/')
    ? `src-shared/${from.slice('@shared/'.length)}`
    : from.startsWith('.')
      ? posix.join(dirname(importer), from)
      : null;
  if (path === null) return null;
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

/** Every node below the given ones, parents first. */
export function* walk(value: unknown): Iterable<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
  } else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* walk(child);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

/** One round trip of names that lead back to the first, or null. */
export function findCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): readonly string[] | null => {
    const at = path.indexOf(name);
    if (at >= 0) return [...path.slice(at), name];
    if (done.has(name)) return null;
    path.push(name);
    for (const next of edges.get(name) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(name);
    return null;
  };
  for (const name of edges.keys()) {
    const cycle = visit(name);
    if (cycle !== null) return cycle;
  }
  return null;
}
