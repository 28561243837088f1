// Preloaded into a child process of a test (node --import) so that it can run our sources as they are: resolves @shared/ and imports without extension.
import { existsSync } from 'node:fs';
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
  return base === null ? undefined : [`${base}.ts`, resolve(base, 'index.ts')].find((path) => existsSync(path));
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source === undefined ? next(specifier, context) : { url: pathToFileURL(source).href, shortCircuit: true };
  },
});
