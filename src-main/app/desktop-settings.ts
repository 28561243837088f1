// The few things the desktop program remembers outside any base: where the base is, the language before anybody has signed
// in, where the window stood. Nothing about people or records may ever be kept here, because this file is not encrypted.

import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '@shared/locale/language';
import { languages } from '@shared/locale/language';
import { systemCode, writeFileAtomic } from '../files';
import type { Rectangle } from './window-state';

export interface DesktopSettings {
  readonly baseFolder?: string;
  /** Where a base was unlocked last: when it is not there at the next start, it is missing and not yet to be made. */
  readonly openedFolder?: string;
  readonly language?: Language;
  readonly bounds?: Rectangle;
  readonly maximised?: boolean;
}

export interface SettingsFile {
  read(): DesktopSettings;
  change(change: Partial<DesktopSettings>): void;
}

/** A damaged or missing file counts as empty, and a folder that cannot be written costs only the memory. */
export function settingsFileAt(path: string, report: (problem: string) => void): SettingsFile {
  const state = { settings: load(path) };
  return {
    read: () => state.settings,
    change(change) {
      state.settings = { ...state.settings, ...change };
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileAtomic(path, `${JSON.stringify(state.settings, null, 1)}\n`);
      } catch (error) {
        if (systemCode(error) === null) throw error;
        report(`desktop settings were not kept: ${systemCode(error)}`);
      }
    },
  };
}

function load(path: string): DesktopSettings {
  try {
    return settingsIn(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (systemCode(error) === null && !(error instanceof SyntaxError)) throw error;
    return {};
  }
}

// Checked by hand because this file is read before the first window, where every millisecond is seen.
function settingsIn(kept: unknown): DesktopSettings {
  if (typeof kept !== 'object' || kept === null) return {};
  const { baseFolder, openedFolder, language, bounds, maximised } = kept as Record<string, unknown>;
  return {
    baseFolder: folderIn(baseFolder),
    openedFolder: folderIn(openedFolder),
    language: languages.find((one) => one === language),
    bounds: isRectangle(bounds) ? bounds : undefined,
    maximised: maximised === true,
  };
}

const folderIn = (kept: unknown): string | undefined => (typeof kept === 'string' && kept !== '' ? kept : undefined);

function isRectangle(kept: unknown): kept is Rectangle {
  if (typeof kept !== 'object' || kept === null) return false;
  const sides = kept as Record<string, unknown>;
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(sides[side]));
}
