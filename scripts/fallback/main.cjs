// The start page of the fallback runtime: loads the application named on the command line, as Electron's own does.
// `-r FILE` is loaded first (test drivers come that way); process.argv stays untouched because drivers edit it themselves.
const { existsSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { app } = require('electron');

function readArguments(given) {
  const preloads = [];
  for (let i = 0; i < given.length; i += 1) {
    if (given[i] === '-r' || given[i] === '--require') {
      preloads.push(given[i + 1]);
      i += 1;
    } else if (!given[i].startsWith('-')) {
      return { preloads, target: given[i] };
    }
  }
  return { preloads, target: undefined };
}

function load(target) {
  const place = resolve(target);
  const folder = existsSync(place) && statSync(place).isDirectory() ? place : dirname(place);
  const description = join(folder, 'package.json');
  process.defaultApp = true;
  if (existsSync(description)) {
    const about = JSON.parse(readFileSync(description, 'utf8'));
    if (about.productName || about.name) app.setName(about.productName || about.name);
    if (about.version) app.setVersion(about.version);
  }
  app.setAppPath(folder);
  Module._load(place, Module, true);
}

const { preloads, target } = readArguments(process.argv.slice(1));
for (const file of preloads) Module._load(resolve(file), Module, false);
if (target === undefined) {
  process.stderr.write('Usage: electron PATH-OF-APPLICATION [arguments]\n');
  app.exit(2);
} else {
  load(target);
}
