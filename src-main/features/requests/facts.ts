// What the office holds about somebody, put in words of their language. Others are not named unless the office says so.

import { catalogue, shownFieldsOf, type Entity, type Field } from '@shared/catalogue';
import type { LetterLine } from '@shared/features/access/access.contract';
import type { Language } from '@shared/locale/language';
import { createTranslator } from '@shared/locale/translate';
import type { ReadDb } from '../../db';
import { letterTo } from '../access';
import { memberIdsOf } from '../clusters';
import { placesOf, redacted } from '../erasure';
import { siteSettings } from '../settings';
import { selectFilesOf, selectOthers, selectPartyName, selectRowsAbout, selectSources } from './facts.sql';

export interface FactTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Facts {
  readonly language: Language;
  readonly officeName: string;
  readonly name: string;
  /** Records that are this person. */
  readonly records: number;
  readonly tables: readonly FactTable[];
  readonly looked: readonly LetterLine[];
  /** By what means something about them was written down, how often, and when first. */
  readonly sources: readonly {
    readonly command: string;
    readonly words: string;
    readonly times: number;
    readonly first: string;
  }[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly path: string }[];
}

export interface FactsWish {
  /** Whether others are named. */
  readonly others: boolean;
  /** That of the person, when left out. */
  readonly language?: Language | undefined;
}

export function factsOf(db: ReadDb, partyId: string, { others, language }: FactsWish): Facts | undefined {
  const letter = letterTo(db, partyId);
  if (!letter.ok) return undefined;
  const parties = memberIdsOf(db, partyId);
  const ids = JSON.stringify(parties);
  const chosen = language ?? letter.value.language ?? 'en';
  const t = createTranslator(chosen);
  const names = others ? [] : db.all(selectOthers({ parties: ids })).map(({ name }) => name);
  const hide = (text: string): string => redacted(text, names);
  const telling: Telling = { db, t, hide, parties: new Set(parties), others, timeZone: siteSettings(db).timeZone };
  return {
    language: chosen,
    officeName: letter.value.officeName,
    name: letter.value.party.name,
    records: parties.length,
    tables: tablesOf(telling, ids),
    looked: letter.value.lines,
    sources: db.all(selectSources({ parties: ids })).map(({ command, times, first }) => ({
      command,
      words: t(`operations.command.${command}`),
      times,
      first: dayOf(first),
    })),
    files: db.all(selectFilesOf({ parties: ids })).map(({ id, name }, index) => ({
      id,
      name,
      path: `files/${String(index + 1).padStart(3, '0')}-${safeName(name)}`,
    })),
  };
}

interface Telling {
  readonly db: ReadDb;
  readonly t: ReturnType<typeof createTranslator>;
  readonly hide: (text: string) => string;
  readonly parties: ReadonlySet<string>;
  readonly others: boolean;
  readonly timeZone: string;
}

/** The person's own first; activities with them after it. */
function tablesOf(telling: Telling, ids: string): FactTable[] {
  const about = placesOf('party')
    .toReversed()
    .filter(({ entity, columns }) => columns.length > 0 && isTold(entity));
  const own = about.map(({ entity, columns }) =>
    tableOf(telling, entity, telling.db.all(selectRowsAbout(entity, columns, ids))),
  );
  const activity = catalogue.find(({ key }) => key === 'activity')!;
  const activities = telling.db.all(selectRowsAbout(activity, 'participation', ids));
  return [...own, tableOf(telling, activity, activities)].filter(({ rows }) => rows.length > 0);
}

/** What this device computed, and who was written down beside whom, tells nothing more. */
const isTold = (entity: Entity): boolean =>
  entity.key !== 'activity_party' && Object.values(entity.fields).some(({ merge }) => merge !== 'local');

type Row = Readonly<Record<string, string | number | null>>;

function tableOf(telling: Telling, entity: Entity, rows: readonly Row[]): FactTable {
  const fields = shownFieldsOf(entity).filter(
    ([name, field]) =>
      field.derived !== true && field.to !== 'app_user' && rows.some((row) => row[name] !== null && row[name] !== '{}'),
  );
  const shown = fields.filter(
    ([name, field]) => !(field.to === 'party' && rows.every((row) => telling.parties.has(String(row[name])))),
  );
  return {
    title: telling.t(`catalogue.${entity.key}`),
    columns: shown.map(([name]) => telling.t(`catalogue.${entity.key}.${name}`)),
    rows: rows.map((row) => shown.map(([name, field]) => told(telling, { entity, name, field }, row[name] ?? null))),
  };
}

function told(
  { db, t, hide, parties, others }: Telling,
  { entity, name, field }: { readonly entity: Entity; readonly name: string; readonly field: Field },
  value: string | number | null,
): string {
  if (value === null) return '';
  if (field.type === 'choice') return t(`catalogue.${entity.key}.${name}.${value}`);
  if (field.type === 'instant') return dayOf(Number(value));
  if (field.type === 'flag') return value === 1 ? '✓' : '';
  if (field.to === 'party') {
    if (parties.has(String(value))) return '';
    return others ? (db.first(selectPartyName({ id: String(value) }))?.name ?? '') : t('privacy.pack-another');
  }
  return hide(String(value));
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** As a name of a file anywhere. */
const safeName = (name: string): string =>
  [...name]
    .map((sign) => ('<>:"/\\|?*'.includes(sign) || sign < ' ' ? '_' : sign))
    .join('')
    .slice(0, 120);
