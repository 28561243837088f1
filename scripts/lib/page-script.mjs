// `import text from './x.js?page'`: the script and all it imports as the text of one script, for a page that must work from a disk.
import { build } from 'vite';

const MARK = '?page';

export function pageScripts() {
  return {
    name: 'diwan-page-scripts',
    async load(id) {
      if (!id.endsWith(MARK)) return null;
      const entry = id.slice(0, -MARK.length);
      const built = await build({
        configFile: false,
        logLevel: 'silent',
        build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name: 'page' } },
      });
      const [script] = [built].flat().flatMap(({ output }) => output);
      return `export default ${JSON.stringify(script.code)};`;
    },
  };
}
