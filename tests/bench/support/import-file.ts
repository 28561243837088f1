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

export function importFile(rows: number): ImportFile {
  const lines = ['الاسم,الهاتف,البريد,المدينة,الشركة,ملاحظات'];
  const cell = (text: string | null | undefined): string => `"${(text ?? '').replaceAll('"', '""')}"`;
  for (const { draft } of generateParties({ count: rows, seed: SEED })) {
    const index = lines.length;
    const point = (kind: string): string | undefined => draft.contactPoints?.find((one) => one.kind === kind)?.value;
    const name = draft.names[0]?.text;
    const cells = [
      name,
      `+96650${String(1_000_000 + index)}`,
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
