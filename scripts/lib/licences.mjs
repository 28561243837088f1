// Writes down what Diwan is made of while it is built: the bundler knows which packages really went in. The about page shows
// the list, and the packages carry the licence texts.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/** A plug-in per build; all builds of one run share the set `packages`, and each writes the list as it stands into
 *  `project`/out/main. The project's folder is given, because a bundled configuration no longer knows where it lies. */
export function licencesPlugin(packages, project) {
  return {
    name: 'diwan-licences',
    apply: 'build',
    writeBundle() {
      for (const id of this.getModuleIds()) {
        const name = packageOf(id);
        if (name) packages.add(name);
      }
      writeLicences([...packages].sort(), project, join(project, 'out/main'));
    },
  };
}

/** The package a bundled module belongs to, or undefined for our own. The innermost node_modules counts. */
export function packageOf(id) {
  const at = id.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const [first, second] = id.slice(at + 'node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Writes licences.json ([{ name, version, licence }]) and third-party-notices.txt into `folder`. */
export function writeLicences(names, project, folder) {
  const found = names.map((name) => describe(join(project, 'node_modules', name))).filter(Boolean);
  mkdirSync(folder, { recursive: true });
  const list = found.map(({ name, version, licence }) => ({ name, version, licence }));
  writeFileSync(join(folder, 'licences.json'), `${JSON.stringify(list, null, 1)}\n`);
  const notices = found.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`);
  writeFileSync(join(folder, 'third-party-notices.txt'), notices.join(`\n${'-'.repeat(78)}\n\n`));
}

function describe(folder) {
  if (!existsSync(join(folder, 'package.json'))) return undefined;
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = typeof about.license === 'string' ? about.license : 'see its text';
  const files = readdirSync(folder).filter((file) => TEXT_FILE.test(file));
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return { name: about.name, version: about.version, licence, text: text || `Licence: ${licence}` };
}
