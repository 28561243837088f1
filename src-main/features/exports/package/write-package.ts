// Writes a whole package: every table twice (CSV and JSON lines), the reader with its data, the dictionary, the script for sqlite3,
// a README for a stranger, and last the manifest with the hash of everything before it. To add something (files of records, say),
// add a part.

import { languages, type Language } from '@shared/locale/language';
import type { Messages } from '@shared/locale/messages/index';
import type { Translate } from '@shared/locale/translate';
import { BlobDamaged } from '../../../blobs';
import type { PlainAttachment } from '../../attachments';
import type { Asking } from '../lists';
import type { Cell } from '../table';
import { attachedPath } from './attached-path';
import { dictionaryOf, dictionaryPage, type Translators } from './dictionary';
import { loadScript } from './load-sql';
import { manifestFile, PACKAGE_FORMAT, type PackageManifest } from './manifest';
import { packageTables, type PackageColumn, type PackageTable } from './package-tables';
import { rawLine } from './raw-csv';
import { writeAbout, writeReaderData } from './reader-data';
import { readerPage } from './reader-page';
import { keyFile } from './sealed-package';
import type { PackageTarget, PackedFile } from './store';

export interface Packing {
  readonly asking: Asking;
  readonly store: PackageTarget;
  /** The package's own key under its passphrase (an age file, base64), or null when the package is open text. */
  readonly sealedKey: string | null;
  /** Attachments as they are inside their seals. */
  readonly attachments: () => Iterable<PlainAttachment>;
  /** Fields that the office has sealed, as `entity.field`. */
  readonly sealed: readonly string[];
  readonly version: string;
  readonly schema: number;
  /** The last of the ledger that it holds. */
  readonly head: { readonly operation: number; readonly change: number };
  readonly office: string;
  readonly madeAt: number;
  readonly language: Language;
  readonly messages: Readonly<Record<Language, Messages>>;
  readonly translators: Translators;
}

/** Rows that will be written, for telling how far it is. */
export const packageTotal = (asking: Asking): number =>
  packageTables().reduce((sum, table) => sum + table.count(asking), 0);

/** Each step answers how many rows it wrote. */
export type PackagePart = (packing: Packing, told: Told) => Generator<number>;

/** What the parts tell the manifest. */
interface Told {
  readonly files: PackedFile[];
  readonly rows: Record<string, number>;
  /** Attachments whose file could not be opened. */
  readonly unreadable: string[];
}

const parts: readonly PackagePart[] = [tablesPart, filesPart, readerPart, wordsPart, lockPart];

export function* writePackage(packing: Packing): Generator<number, PackageManifest> {
  const told: Told = { files: [], rows: {}, unreadable: [] };
  for (const part of parts) yield* part(packing, told);
  const manifest: PackageManifest = {
    format: PACKAGE_FORMAT,
    product: 'Diwan',
    version: packing.version,
    schema: packing.schema,
    madeAt: new Date(packing.madeAt).toISOString(),
    throughChange: packing.head.change,
    throughOperation: packing.head.operation,
    rows: told.rows,
    unreadable: told.unreadable,
    files: told.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
  writeText(packing.store, manifestFile, `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

function* tablesPart(packing: Packing, told: Told): Generator<number> {
  for (const table of packageTables()) yield* tablePart(packing, table, told);
}

function* tablePart({ asking, store }: Packing, table: PackageTable, { files, rows }: Told): Generator<number> {
  const { name, columns } = table;
  const csv = store.create(`csv/${name}.csv`);
  const json = store.create(`json/${name}.jsonl`);
  csv.write(`\ufeff${rawLine(columns.map((column) => column.name))}`);
  let count = 0;
  for (const batch of table.rows(asking)) {
    for (const row of batch) {
      csv.write(rawLine(columns.map((column) => tableCell(column, row[column.name] ?? null))));
      json.write(
        `${JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null])))}\n`,
      );
    }
    count += batch.length;
    yield batch.length;
  }
  rows[name] = count;
  files.push(csv.end(), json.end());
}

/** Instants are readable in tables; JSON lines have them as the base does. */
export const tableCell = ({ type }: PackageColumn, value: Cell): Cell =>
  type === 'instant' && value !== null ? new Date(Number(value)).toISOString() : value;

function* filesPart({ store, attachments }: Packing, { files, unreadable }: Told): Generator<number> {
  for (const attachment of attachments()) {
    const opened = attachment.open();
    const written = opened.ok ? yield* writePieces(store, attachedPath(attachment), opened.value) : null;
    if (written === null) unreadable.push(attachment.id);
    else files.push(written);
    yield 0;
  }
}

/** Null when the content is not what was sealed. */
function* writePieces(
  store: PackageTarget,
  path: string,
  pieces: Iterable<Uint8Array>,
): Generator<number, PackedFile | null> {
  const file = store.create(path);
  try {
    for (const piece of pieces) {
      file.write(piece);
      yield 0;
    }
    return file.end();
  } catch (error) {
    file.abandon();
    if (error instanceof BlobDamaged) return null;
    throw error;
  }
}

function* readerPart(packing: Packing, { files }: Told): Generator<number> {
  const { asking, store, sealedKey, messages, office, madeAt, version, language } = packing;
  const steps = writeReaderData(store, asking);
  let step = steps.next();
  while (step.done !== true) {
    yield 0;
    step = steps.next();
  }
  const { parties, indexFiles } = step.value;
  const about = { office, madeAt: new Date(madeAt).toISOString(), version, parties, indexFiles };
  const page = readerPage({ sealedKey, language, messages });
  files.push(...step.value.files, writeAbout(store, about), writeText(store, 'reader.html', page));
}

function* wordsPart({ store, sealedKey, translators, sealed }: Packing, { files }: Told): Generator<number> {
  const tables = packageTables();
  const dictionary = dictionaryOf(tables, translators, sealed);
  files.push(
    writeText(store, 'dictionary.json', `${JSON.stringify({ format: PACKAGE_FORMAT, tables: dictionary }, null, 1)}\n`),
    writeText(store, 'dictionary.html', dictionaryPage(dictionary, translators)),
    writeText(store, 'load.sql', loadScript(tables)),
    writeText(
      store,
      'README.txt',
      `${languages.map((one) => readme(translators[one], sealedKey !== null)).join('\n\n————————\n\n')}\n`,
    ),
  );
  yield 0;
}

/** The age program asks for the password at its first line; then every file is there as open text too. */
const openingCommands = [
  'age -d -o key.txt key.age',
  `find . -name '*.age' ! -name key.age -exec sh -c 'age -d -i key.txt "$1" > "\${1%.age}"' sh {} \\;`,
  'rm key.txt',
];

function readme(t: Translate, isSealed: boolean): string {
  const commands = openingCommands.map((line) => `  ${line}`).join('\n');
  const head = isSealed ? t('exports.readme.sealed', { commands }) : t('exports.readme.open');
  return `${head}\n\n${t('exports.readme')}`;
}

/** No text of the office: not in the manifest, which whoever has opened everything compares with. */
function* lockPart({ store, sealedKey }: Packing): Generator<number> {
  if (sealedKey === null) return;
  const file = store.create(keyFile);
  file.write(Buffer.from(sealedKey, 'base64'));
  file.end();
  yield 0;
}

function writeText(store: PackageTarget, path: string, text: string): PackedFile {
  const file = store.create(path);
  file.write(text);
  return file.end();
}
