// Which message ids the program names: in quotes, or as a template whose holes are data (`catalogue.party.kind.${kind}`).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const sourceFolders = ['src-shared', 'src-main', 'src-renderer'];

function* sourceFiles(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(name) && !path.includes(join('locale', 'messages'))) yield path;
  }
}

export interface MessageUse {
  /** Every quoted text that could be an id. */
  quoted: ReadonlySet<string>;
  /** One pattern for each template that begins with a topic. */
  patterns: readonly RegExp[];
  /** Ids handed to a translate function or a words element: these must exist. */
  asked: readonly { id: string; file: string }[];
}

export function messageUse(topics: readonly string[]): MessageUse {
  const quoted = new Set<string>();
  const patterns: RegExp[] = [];
  const found: { id: string; file: string }[] = [];
  const template = new RegExp(`\`((?:${topics.join('|')})\\.[^\`\\n]*\\$\\{[^\`\\n]*)\``, 'g');
  for (const file of sourceFolders.flatMap((folder) => [...sourceFiles(join(root, folder))])) {
    const source = readFileSync(file, 'utf8');
    for (const [, id = ''] of source.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)) quoted.add(id);
    for (const [, text = ''] of source.matchAll(template)) if (!fileName.test(text)) patterns.push(patternOf(text));
    for (const [, id = ''] of source.matchAll(asking)) found.push({ id, file: file.slice(root.length + 1) });
  }
  return { quoted, patterns, asked: found };
}

/** A template like `app.${day}.log` names a file. */
const fileName = /\.(?:log|json|db|csv|png|txt)$/;

/** `t('…')`, `t.any('…')`, `translate('…')`, `words('…')`, `<Words id="…"`, `formatMessage({ id: '…'`. */
const asking =
  /(?:\b(?:t|t\.any|translate|words)\(\s*|<Words\s[^>]*?\bid=|formatMessage\(\s*\{\s*id:\s*)['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/g;

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\w.-]+')}$`,
  );
