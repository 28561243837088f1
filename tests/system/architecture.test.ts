// The plan of the house, held by force: who may import whom, and the habits every file keeps. There is no list of exceptions.
import { describe, expect, it } from 'vitest';
import { sidesInCode, sidesInStyles } from './support/sides-in-code';
import { filesUnder, findCycle, read, readSources, walk, type Node, type Source } from './support/sources';
import { wordsInCode } from './support/words-in-code';

const sources = readSources();
const under = (folder: string): readonly Source[] => sources.filter(({ file }) => file.startsWith(`${folder}/`));

type Edge = { readonly from: string; readonly to: string };
/** Imports that break a rule, as "file → what it imports". */
function offending(
  of: readonly Source[],
  breaks: (edge: Edge & { readonly file: string | null }) => boolean,
): string[] {
  return of.flatMap((source) =>
    source.imports
      .filter((target) => breaks({ from: source.file, to: target.from, file: target.file }))
      .map((target) => `${source.file} → ${target.from}`),
  );
}

const isPackage = ({ file }: { file: string | null }): boolean => file === null;
const leaves = (folder: string, { file }: { file: string | null }): boolean =>
  file !== null && !file.startsWith(`${folder}/`);
const packageName = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

/** `src-main/features/parties` for any file of it. */
const featureOf = (file: string): string | null =>
  /^(src-(?:main|renderer)\/features\/[^/]+)\//.exec(file)?.[1] ?? null;
const plumbing = ['db', 'ledger', 'access', 'search', 'keys', 'files', 'import', 'jobs', 'backup'].map(
  (name) => `src-main/${name}`,
);
const startedByTheSystem = new Set([
  'src-main/main.ts',
  'src-main/preload.ts',
  'src-main/cli/cli.ts',
  'src-main/engine/engine-process.ts',
  'src-main/engine/reader-worker.ts',
  'src-main/engine/preparing-worker.ts',
  'src-main/engine/task-worker.ts',
  'src-main/import/parser-process.ts',
  'src-renderer/main.tsx',
]);

describe('who may import whom', () => {
  it('shared is pure: itself and its named libraries only', () => {
    const named = /^(zod|libphonenumber-js|@formatjs\/[a-z-]+)$/;
    expect(
      offending(under('src-shared'), (edge) =>
        isPackage(edge) ? !named.test(packageName(edge.to)) : leaves('src-shared', edge),
      ),
    ).toEqual([]);
  });

  it('renderer and main never meet', () => {
    expect(offending(under('src-renderer'), ({ file }) => file?.startsWith('src-main/') === true)).toEqual([]);
    expect(offending(under('src-main'), ({ file }) => file?.startsWith('src-renderer/') === true)).toEqual([]);
  });

  it('the renderer knows neither Node nor Electron, and no migration', () => {
    expect(
      offending(
        under('src-renderer'),
        ({ to, file }) => /^(node:|electron)/.test(to) || file?.startsWith('migrations/') === true,
      ),
    ).toEqual([]);
  });

  it('migrations are frozen history: they import nothing but themselves', () => {
    expect(offending(under('migrations'), (edge) => isPackage(edge) || leaves('migrations', edge))).toEqual([]);
  });

  const desktop = /^src-main\/(main\.ts|preload\.ts|app\/)/;

  it('electron is known to the desktop program only', () => {
    expect(offending(sources, ({ from, to }) => /^electron(\/|$)/.test(to) && !desktop.test(from))).toEqual([]);
  });

  it('better-sqlite3 is known to db/ only', () => {
    expect(
      offending(sources, ({ from, to }) => to.startsWith('better-sqlite3') && !from.startsWith('src-main/db/')),
    ).toEqual([]);
  });

  it('kysely is known to db/, search/ and files of statements only', () => {
    const allowed = /^src-main\/(db|search)\/|\.sql\.ts$/;
    expect(offending(sources, ({ from, to }) => packageName(to) === 'kysely' && !allowed.test(from))).toEqual([]);
  });

  it('cryptography is known to keys/ only; processes that never hold a key, the desktop and the reader of foreign files, may make names and sums', () => {
    const keyless = (from: string): boolean => desktop.test(from) || from.startsWith('src-main/import/');
    const crypto = /^(node:crypto|crypto)$/;
    expect(
      offending(sources, ({ from, to }) => crypto.test(to) && !from.startsWith('src-main/keys/') && !keyless(from)),
    ).toEqual([]);
    expect(
      offending(sources, ({ from, to }) => to.startsWith('@node-rs/argon2') && !from.startsWith('src-main/keys/')),
    ).toEqual([]);
    expect(
      offending(sources, ({ from, file }) => keyless(from) && /^src-main\/(keys|db|ledger)\//.test(file ?? '')),
    ).toEqual([]);
  });

  it('pages are built from our own parts: the component library is known to ui/ and app/ only', () => {
    expect(
      offending(
        under('src-renderer'),
        ({ from, to }) =>
          /^@mantine\/(core|notifications)/.test(to) && !/^src-renderer\/(ui\/|app\/|main\.tsx$)/.test(from),
      ),
    ).toEqual([]);
  });

  it('a feature is entered by its index.ts only', () => {
    const inside = ({ from, file }: { from: string; file: string | null }): boolean => {
      const entered = file === null ? null : featureOf(file);
      return entered !== null && entered !== featureOf(from) && !/^[^/]+\/features\/[^/]+\/index\.ts$/.test(file ?? '');
    };
    expect(offending(under('src-main'), inside)).toEqual([]);
    expect(offending(under('src-renderer/features'), inside)).toEqual([]);
  });

  it('plumbing is entered by its index.ts only', () => {
    const inside = ({ from, file }: { from: string; file: string | null }): boolean => {
      const folder = plumbing.find((name) => file?.startsWith(`${name}/`) === true);
      return folder !== undefined && !from.startsWith(`${folder}/`) && file !== `${folder}/index.ts`;
    };
    expect(offending(sources, inside)).toEqual([]);
  });

  it('plumbing never imports a feature', () => {
    const low = [...plumbing, 'src-main/core'].flatMap(under);
    expect(offending(low, ({ file }) => file?.startsWith('src-main/features/') === true)).toEqual([]);
    expect(
      offending([...low, ...under('src-main/features')], ({ file }) =>
        /^src-main\/(engine|cli|app)\//.test(file ?? ''),
      ),
    ).toEqual([]);
  });

  it('features form no circle', () => {
    const edges = new Map<string, Set<string>>();
    for (const { file, imports } of sources) {
      const from = featureOf(file);
      if (from === null) continue;
      const to = imports.flatMap((target) => featureOf(target.file ?? '') ?? []).filter((name) => name !== from);
      edges.set(from, new Set([...(edges.get(from) ?? []), ...to]));
    }
    expect(findCycle(edges)).toBeNull();
  });

  it('no file imports itself by any way round, types included', () => {
    const edges = new Map(
      sources.map(({ file, imports }) => [file, new Set(imports.flatMap((target) => target.file ?? []))]),
    );
    expect(findCycle(edges)).toBeNull();
  });

  it('every import leads somewhere', () => {
    const known = new Set(sources.map(({ file }) => file));
    expect(
      offending(sources, ({ file }) => file !== null && /\.tsx?$|\/[^./]+$/.test(file) && !known.has(file)),
    ).toEqual([]);
  });
});

const nodes = new Map(sources.map((source) => [source, [...walk(source.body)]]));

/** Files in which a node of the tree breaks a rule, with the line. */
function breaking(of: readonly Source[], breaks: (node: Node, source: Source) => boolean, topOnly = false): string[] {
  return of.flatMap((source) =>
    (topOnly ? source.body : (nodes.get(source) ?? []))
      .filter((node) => breaks(node, source))
      .map((node) => `${source.file}:${source.text.slice(0, node.start).split('\n').length}`),
  );
}

describe('the habits of a file', () => {
  it('begins with a comment line that says why it exists', () => {
    expect(sources.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('is at most 400 lines long', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 401).map(({ file }) => file)).toEqual([]);
  });

  it('leaves nothing to be done later', () => {
    const later = sources.flatMap(({ file, comments }) =>
      comments.filter(({ value }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(value)).map(() => file),
    );
    expect(later).toEqual([]);
  });

  it('exports by name', () => {
    expect(breaking(sources, ({ type }) => type === 'ExportDefaultDeclaration')).toEqual([]);
  });

  it('holds no variable state of its own', () => {
    const declared = (node: Node): Node =>
      node.type === 'ExportNamedDeclaration' && node['declaration'] !== null ? (node['declaration'] as Node) : node;
    const isVariable = (node: Node): boolean => {
      const { type, kind, declare } = declared(node);
      return type === 'VariableDeclaration' && (kind === 'let' || kind === 'var') && declare !== true;
    };
    expect(breaking(sources, isVariable, true)).toEqual([]);
  });

  it('does nothing when it is imported, unless the system starts it', () => {
    const acts = new Set([
      'ExpressionStatement',
      'IfStatement',
      'ForStatement',
      'ForOfStatement',
      'WhileStatement',
      'TryStatement',
    ]);
    const passive = sources.filter(({ file }) => !startedByTheSystem.has(file));
    expect(breaking(passive, ({ type }) => acts.has(type), true)).toEqual([]);
  });

  it('says no "any", swallows no error and has no enum', () => {
    expect(breaking(sources, ({ type }) => type === 'TSAnyKeyword')).toEqual([]);
    expect(breaking(sources, ({ type }) => type === 'TSEnumDeclaration')).toEqual([]);
    expect(
      breaking(sources, ({ type, body }) => type === 'CatchClause' && (body as { body: unknown[] }).body.length === 0),
    ).toEqual([]);
    expect(breaking(sources, ({ type, param }) => type === 'CatchClause' && param === null)).toEqual([]);
  });

  it('has the same noun for the feature in shared and in main', () => {
    const nouns = (folder: string): Set<string> =>
      new Set(
        under(`${folder}/features`)
          .map(({ file }) => file.split('/')[2]!)
          .filter((name) => !name.includes('.')),
      );
    const declared = new Set(
      sources.flatMap(({ file }) => /^src-shared\/features\/([^/]+)\/\1\.contract\.ts$/.exec(file)?.[1] ?? []),
    );
    const served = [...nouns('src-main')].filter((noun) =>
      sources.some(({ file }) => file === `src-main/features/${noun}/${noun}.service.ts`),
    );
    expect(served.filter((noun) => !declared.has(noun))).toEqual([]);
    expect([...declared].filter((noun) => noun !== 'app' && !served.includes(noun))).toEqual([]);
  });
});

describe('what a person sees', () => {
  const pages = under('src-renderer');
  const lineOf = (source: Source, { start }: Node): string =>
    `${source.file}:${source.text.slice(0, start).split('\n').length}`;

  it('comes from the messages, never from a word in the code', () => {
    const messages = messageIds();
    expect(pages.flatMap((source) => wordsInCode(source.body, messages).map((node) => lineOf(source, node)))).toEqual(
      [],
    );
  });

  it('is laid out by start and end, never by left and right', () => {
    expect(pages.flatMap((source) => sidesInCode(source.body).map((node) => lineOf(source, node)))).toEqual([]);
    expect(
      filesUnder('src-renderer', /\.css$/).flatMap((file) =>
        sidesInStyles(read(file)).map((found) => `${file}: ${found}`),
      ),
    ).toEqual([]);
  });
});

/** Of every message there is. */
function messageIds(): ReadonlySet<string> {
  const topics = filesUnder('src-shared/locale/messages/en', /\.json$/);
  return new Set(topics.flatMap((file) => Object.keys(JSON.parse(read(file)) as object)));
}
