// How the program reads its flags, what it refuses, where it finds its base and where its window opens.
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src-main/app/arguments';
import { instanceName } from '../../src-main/app/instance';
import { baseFolderOf, mayLoad } from '../../src-main/app/places';
import { refusedFlags } from '../../src-main/app/release-guard';
import { safeName } from '../../src-main/app/safe-name';
import { placeWindow } from '../../src-main/app/window-state';
import { languageOfSystem } from '../../src-main/app/words';

const read = (...argv: string[]) => readArguments(argv, '/home/sara');

describe('flags of the program', () => {
  it('a base is named with a space or an equals sign, and a relative folder is meant from where the person stands', () => {
    expect(read('--base', 'office').base).toBe('/home/sara/office');
    expect(read('--base=/srv/office').base).toBe('/srv/office');
    expect(read('--base').base).toBeNull();
    expect(read('--base', '--sample')).toMatchObject({ base: null, sample: true });
  });

  it('everything after --cli belongs to the command line, even what looks like a flag of the window', () => {
    expect(read('--no-sandbox', '--cli', 'search', '--sample', 'x')).toMatchObject({
      cli: ['search', '--sample', 'x'],
      sample: false,
    });
    expect(read('search').cli).toBeNull();
  });

  it('unknown flags and languages are ignored', () => {
    expect(read('--ozone-platform=x11', '--language', 'de', 'file.csv')).toEqual({
      base: null,
      sample: false,
      language: null,
      cli: null,
      firstScreenshot: null,
      exitAfterScreenshot: false,
      disableGpu: false,
    });
    expect(read('--language=fa').language).toBe('fa');
  });
});

describe('the program that ships', () => {
  const shipped = { isPackaged: true, isDrivenByTests: false };
  const dangerous = [
    '--remote-debugging-port=0', '--remote-debugging-pipe', '-remote-debugging-port=9222', '/remote-debugging-port=1',
    '--REMOTE-DEBUGGING-PORT=0', '--inspect', '--inspect-brk=0', '--inspect=127.0.0.1:1', '--js-flags=--expose-gc',
    '--disable-web-security', '--load-extension=/tmp/x', '--host-resolver-rules=MAP * evil', '--proxy-server=evil:1',
  ]; // prettier-ignore

  it('does not start with any flag that opens, weakens or redirects it', () => {
    expect(refusedFlags(dangerous, shipped)).toEqual(dangerous);
  });

  it('starts with ordinary flags', () => {
    const ordinary = [
      '--base',
      '/srv/inspect',
      '--disable-gpu',
      '--ozone-platform=x11',
      '--no-sandbox',
      '--user-data-dir=/x',
    ];
    expect(refusedFlags(ordinary, shipped)).toEqual([]);
  });

  it('refuses nothing in development and in the copy that tests drive', () => {
    expect(refusedFlags(dangerous, { isPackaged: false, isDrivenByTests: false })).toEqual([]);
    expect(refusedFlags(dangerous, { isPackaged: true, isDrivenByTests: true })).toEqual([]);
  });
});

describe('the base of a start', () => {
  it('is the one named, else the sample, else the last one, else the usual place', () => {
    const last = { baseFolder: '/srv/last' };
    expect(baseFolderOf(read('--base', '/srv/named', '--sample'), last, '/own')).toBe('/srv/named');
    expect(baseFolderOf(read('--sample'), last, '/own')).toBe('/own/sample');
    expect(baseFolderOf(read(), last, '/own')).toBe('/srv/last');
    expect(baseFolderOf(read(), {}, '/own')).toBe('/own/base');
  });

  it('has a lock of its own whose name tells nothing of the folder', () => {
    expect(instanceName('/srv/clinic')).not.toBe(instanceName('/srv/office'));
    expect(instanceName('/srv/clinic')).toMatch(/^[0-9a-f]{16}$/);
    expect(instanceName('/tmp/../tmp')).toBe(instanceName('/tmp'));
  });
});

describe('the first window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };

  it('opens centred at its usual size, and fills a screen that is smaller', () => {
    expect(placeWindow(undefined, [screen])).toEqual({ x: 240, y: 70, width: 1440, height: 900 });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 700,
    });
  });

  it('opens where it stood, on the screen it stood on', () => {
    const second = { x: 1920, y: 0, width: 1280, height: 1024 };
    const stood = { x: 2000, y: 100, width: 1000, height: 700 };
    expect(placeWindow(stood, [screen, second])).toEqual(stood);
  });

  it('comes back onto a screen when the one it stood on is gone or smaller', () => {
    expect(placeWindow({ x: 5000, y: 3000, width: 1000, height: 700 }, [screen])).toEqual({
      x: 920,
      y: 340,
      width: 1000,
      height: 700,
    });
    expect(placeWindow({ x: -50, y: -50, width: 4000, height: 3000 }, [screen])).toEqual(screen);
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10 }, [screen])).toMatchObject({ width: 960, height: 640 });
  });

  it('speaks the first of the system’s languages that Diwan speaks', () => {
    expect(languageOfSystem(['de-DE', 'fa-IR', 'ar'])).toBe('fa');
    expect(languageOfSystem(['ar-SA'])).toBe('ar');
    expect(languageOfSystem(['fr'])).toBe('en');
  });
});

describe('a page', () => {
  it('may load its own files and what it made itself, and nothing from a network or the disk', () => {
    const may = mayLoad('app://diwan');
    expect(['app://diwan/a.js', 'data:image/png;base64,AA', 'blob:app://diwan/1'].filter(may)).toHaveLength(3);
    const foreign = [
      'https://example.com',
      'http://localhost:1',
      'ws://diwan',
      'file:///etc/passwd',
      'app://other/a.js',
      'ftp://x',
    ];
    expect(foreign.filter(may)).toEqual([]);
  });

  it('cannot propose a file name that leaves the folder or hides its ending', () => {
    expect(safeName('../../etc/passwd')).toBe('etc passwd');
    expect(safeName('تقرير\u202Exslx.csv')).toBe('تقرير xslx.csv');
    expect(safeName('\u0000')).toBe('diwan');
  });
});
