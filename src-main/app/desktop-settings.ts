// The few things the desktop program remembers outside any base: where the base is, the language before anybody has signed
// in, where the window stood. Nothing about people or records may ever be kept here, because this file is not encrypted.

import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { languages } from '@shared/locale/language';
import { systemCode, writeFileAtomic } from '../files';

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});

const DesktopSettings = z.object({
  baseFolder: z.string().optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  bounds: Bounds.optional().catch(undefined),
  maximised: z.boolean().optional().catch(undefined),
});
export type DesktopSettings = z.infer<typeof DesktopSettings>;

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
    const parsed = DesktopSettings.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (systemCode(error) === null && !(error instanceof SyntaxError)) throw error;
    return {};
  }
}
