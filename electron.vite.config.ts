// Builds the four programs (main, engine and its helpers, preload, window) from one tree. Targets are fixed below what the
// shipped Electron has, so that the bytes which were tested on the older runtime are the bytes that ship.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licencesPlugin } from './scripts/lib/licences.mjs';
import { pageScripts } from './scripts/lib/page-script.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '@shared': at('src-shared') };
const native = ['better-sqlite3', '@node-rs/argon2'];

// CommonJS although the package says "module": a sandboxed preload must be, and main keeps its guarantees before `ready`.
const commonJs = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' };

const programs = {
  index: at('src-main/main.ts'),
  engine: at('src-main/engine/engine-process.ts'),
  reader: at('src-main/engine/reader-worker.ts'),
  task: at('src-main/engine/task-worker.ts'),
  preparing: at('src-main/engine/preparing-worker.ts'),
  parser: at('src-main/import/parser-process.ts'),
  cli: at('src-main/cli/cli.ts'),
};

// The words of each language under a name that index.html can write down.
const fileNameOf = ({ facadeModuleId }: { facadeModuleId?: string | null }): string => {
  const language = /locale\/messages\/(\w+)\/index\.ts$/.exec(facadeModuleId ?? '')?.[1];
  return language === undefined ? 'assets/[name]-[hash].js' : `assets/words-${language}.js`;
};

// What ships without passing through the bundler; the builds add what they bundle.
const packages = new Set([...native, 'electron']);
const licences = () => licencesPlugin(packages, import.meta.dirname);

export default defineConfig({
  main: {
    // As text that is parsed when it is wanted: as source, the words of three languages take 49 MB of the engine, so 10.
    json: { stringify: true, namedExports: false },
    plugins: [pageScripts(), licences()],
    resolve: { alias },
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      externalizeDeps: { include: native },
      rolldownOptions: { input: programs, output: commonJs },
    },
  },
  preload: {
    plugins: [licences()],
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('src-main/preload.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: at('src-renderer'),
    resolve: { alias },
    plugins: [react(), licences()],
    // Words as text that is parsed when their language is chosen: several times quicker than as code.
    json: { stringify: true, namedExports: false },
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      // The first page asks for its words by itself; to look for them once more would take longer than to load them.
      modulePreload: { resolveDependencies: (file, needed) => (file.includes('/words-') ? [] : needed) },
      rolldownOptions: {
        input: { index: at('src-renderer/index.html'), paper: at('src-renderer/paper/paper.html') },
        // What the lock screen is made of comes in one piece: each file more is a question more to the main process.
        output: {
          codeSplitting: { groups: [{ name: 'gate', test: /src-renderer\/app\/App\.tsx$/ }] },
          chunkFileNames: fileNameOf,
        },
      },
    },
  },
});
