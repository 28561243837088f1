#!/usr/bin/env node
// Stands in for fpm, which Debian does not have: takes the arguments electron-builder gives fpm for a .deb and builds it
// with dpkg-deb. Only what electron-builder passes is understood.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FLAGS = new Set(['--force']);

/** Splits fpm's arguments into options (each may come several times) and `source=destination` pairs. */
function readArguments(args) {
  const options = {};
  const pairs = [];
  for (let i = 0; i < args.length; i += 1) {
    if (FLAGS.has(args[i])) continue;
    if (args[i].startsWith('-')) {
      const [name, joined] = args[i].startsWith('--') && args[i].includes('=') ? splitOnce(args[i]) : [args[i]];
      if (joined === undefined) i += 1;
      (options[name] ??= []).push(joined ?? args[i]);
    } else {
      pairs.push(splitOnce(args[i]));
    }
  }
  return { options, pairs };
}

function splitOnce(text) {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

function run(command, ...args) {
  const done = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${done.status}`);
  return done.stdout;
}

// A source that ends in "/" means its contents.
function stage(folder, pairs) {
  for (const [source, destination] of pairs) {
    const place = join(folder, destination);
    mkdirSync(source.endsWith('/') ? place : dirname(place), { recursive: true });
    run('cp', '-a', source.endsWith('/') ? `${source}.` : source, place);
  }
  run('chmod', '-R', 'u=rwX,go=rX', folder);
}

function control({ options, size }) {
  const one = (name) => options[name]?.[0] ?? '';
  const [summary, ...rest] = one('--description')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const lines = [
    ['Package', one('--name')],
    ['Version', one('--version')],
    ['Architecture', one('--architecture')],
    ['Maintainer', one('--maintainer')],
    ['Installed-Size', size],
    ['Depends', (options['-d'] ?? options['--depends'] ?? []).join(', ')],
    ['Recommends', (options['--deb-recommends'] ?? []).join(', ')],
    ['Section', 'misc'],
    ['Priority', one('--deb-priority') || 'optional'],
    ['Homepage', one('--url')],
    ['Description', [summary, ...rest.map((line) => ` ${line}`)].join('\n')],
  ];
  return `${lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`;
}

function build({ options, pairs }) {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-deb-'));
  try {
    stage(folder, pairs);
    const size = run('du', '-sk', folder).split('\t')[0];
    const about = join(folder, 'DEBIAN');
    mkdirSync(about);
    writeFileSync(join(about, 'control'), control({ options, size }));
    for (const [option, name] of [
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ]) {
      if (!options[option]) continue;
      copyFileSync(options[option][0], join(about, name));
      chmodSync(join(about, name), 0o755);
    }
    chmodSync(folder, 0o755);
    const compression = options['--deb-compression']?.[0] ?? 'xz';
    const level = process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ?? '6';
    run('dpkg-deb', '--root-owner-group', `-Z${compression}`, `-z${level}`, '--build', folder, options['--package'][0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

build(readArguments(process.argv.slice(2)));
