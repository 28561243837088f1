// The parser process as it ships, bundled into one file, so that tests start the real thing.
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Path of the bundled entry in `folder`. */
export async function bundleParser(folder: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src-shared') }, conditions: ['node', 'import', 'default'] },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src-main/import/parser-process.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'parser.cjs' } },
    },
  });
  return join(folder, 'parser.cjs');
}
