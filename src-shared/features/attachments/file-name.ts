// Names of files come from outside: they are shown and proposed, never used as a path.

import { cleanLine } from '../../text/clean';

const MOST = 200;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name without folders, control and direction characters and without what Windows refuses, at most 200 characters with its
 * ending kept. Never empty.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const clean = cleanLine(last.replace(/[<>:"|?*]/g, ' '))
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\s+/g, ' ');
  const { stem, ending } = partsOf(clean);
  const safe = reserved.test(stem) ? `_${stem}` : stem;
  const whole = safe === '' ? 'file' : safe;
  const dotted = ending === '' ? '' : `.${ending}`;
  return [...whole].slice(0, MOST - dotted.length).join('') + dotted;
}

/** What stands before the last dot, and the true ending (at most 12 letters and digits) after it. */
export function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const found = /^(.+)\.([A-Za-z0-9]{1,12})$/.exec(name);
  return found === null ? { stem: name, ending: '' } : { stem: found[1]!, ending: found[2]! };
}

const programs = new Set(
  'exe com bat cmd ps1 vbs vbe js jse wsf wsh msi msp scr pif cpl jar hta lnk reg inf sh bash run bin appimage desktop deb rpm app dmg pkg command dll so docm xlsm pptm dotm xltm xlam iso img vhd url scf chm gadget application svg html htm xhtml mht'.split(
    ' ',
  ),
);

/** Whether a system would run something when a file of this name is opened: a person is warned before saving it. */
export const mayRun = (name: string): boolean => programs.has(partsOf(name).ending.toLowerCase());
