// Preloaded into a child process of a test (node --import) so that it can run our sources as they are: resolves @shared/ and imports without
// extension, and reads words (.json) and texts (?raw) as bundlers do.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const shared = resolve(import.meta.dirname, '../../src-shared');

function sourceOf(specifier, parent) {
  const base = specifier.startsWith('@shared/')
    ? resolve(shared, specifier.slice('@shared/'.length))
    : specifier.startsWith('.') && parent?.endsWith('.ts')
      ? fileURLToPath(new URL(specifier, parent))
      : null;
  if (base === null) return undefined;
  return [`${base}.ts`, resolve(base, 'index.ts'), ...(base.endsWith('.json') ? [base] : [])].find((path) =>
    existsSync(path),
  );
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source === undefined ? next(specifier, context) : { url: pathToFileURL(source).href, shortCircuit: true };
  },
  load(url, context, next) {
    // A page's script (?page) comes as it is written and not in one piece: no child makes an exit package.
    const asText = /\?(?:raw|page)$/.exec(url);
    if (asText !== null) {
      const text = readFileSync(fileURLToPath(url.slice(0, asText.index)), 'utf8');
      return { format: 'module', source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
    }
    if (!url.endsWith('.json') || url.includes('/node_modules/')) return next(url, context);
    const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')};`;
    return { format: 'module', source, shortCircuit: true };
  },
});
