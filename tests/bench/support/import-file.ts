// A file as an office exports it: six columns with names in three scripts, phones, e-mails, cities and employers.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateParties } from '../../../src-main/features/sample';
import { workshop } from './measured-base';

const SEED = 11;
const EMPLOYERS = 400;

export interface ImportFile {
  readonly path: string;
  readonly text: string;
}

/** Every so many rows somebody who stood before comes again. */
const AGAIN_EVERY = 20;

export function importFile(rows: number): ImportFile {
  const names: (string | undefined)[] = [];
  const lines = ['الاسم,الهاتف,البريد,المدينة,الشركة,ملاحظات'];
  const cell = (text: string | null | undefined): string => `"${(text ?? '').replaceAll('"', '""')}"`;
  for (const { draft } of generateParties({ count: rows, seed: SEED })) {
    const index = lines.length;
    const point = (kind: string): string | undefined => draft.contactPoints?.find((one) => one.kind === kind)?.value;
    // A tenth of those who come again changed their telephone.
    const again = index > AGAIN_EVERY && index % AGAIN_EVERY === 0 ? index - AGAIN_EVERY / 2 : index;
    const name = again === index ? draft.names[0]?.text : names[again];
    names[index] = name;
    const cells = [
      name,
      `+96650${String(1_000_000 + (index % (AGAIN_EVERY * 10) === 0 ? index : again))}`,
      point('email'),
      draft.addresses?.[0]?.city,
      `شركة رقم ${index % EMPLOYERS}`,
      `ملاحظة ${index}`,
    ];
    lines.push(cells.map(cell).join(','));
  }
  mkdirSync(workshop, { recursive: true });
  const path = join(workshop, `import-${rows}.csv`);
  const text = `${lines.join('\r\n')}\r\n`;
  writeFileSync(path, text);
  return { path, text };
}
