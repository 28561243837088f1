// From a vCard to a party by the very steps a row takes: its properties become cells with targets, labels and calendars.

import type { DraftResult, MappingOptions, RowMapping } from './apply-mapping';
import { contextOf, draftFromCells, planOf } from './apply-mapping';
import type { RowCell } from './row-cells';
import { lineText, noteText } from './row-cells';
import type { AddressTargetKind, ImportTarget } from './targets';
import type { VcardAddress, VcardEntry, VcardRecord } from './vcard-record';

export type CardMapper = (card: VcardRecord) => DraftResult;

/** A mapper for the cards of one file. Of `mapping` only calendar, kind and role count. */
export function createCardMapper(mapping: Omit<RowMapping, 'columns'>, options: MappingOptions): CardMapper {
  const whole = { ...mapping, columns: [] };
  const context = contextOf(whole, options);
  const plan = planOf(whole, context);
  return (card) => {
    const kind = cardKind(card) ?? plan.kind;
    return draftFromCells(cardCells(card), { context, plan: { ...plan, kind } });
  };
}

export function vcardToDraft(card: VcardRecord, options: MappingOptions): DraftResult {
  return createCardMapper({}, options)(card);
}

function cardKind(card: VcardRecord): 'person' | 'organisation' | undefined {
  if (card.kind === 'org' || card.kind === 'organization') return 'organisation';
  return card.kind === 'individual' ? 'person' : undefined;
}

export function cardCells(card: VcardRecord): RowCell[] {
  const cells = [
    ...nameCells(card),
    ...card.phones.map((entry) => entryCell(entry.types.some((type) => type.includes('fax')) ? 'fax' : 'phone', entry)),
    ...card.emails.map((entry) => entryCell('email', entry)),
    ...card.urls.map((entry) => entryCell('url', entry)),
    ...card.messengers.map((entry) => entryCell('messenger', entry)),
    ...card.addresses.flatMap((address, number) => addressCells(address, number)),
    ...organisationCells(card),
    ...dateCells(card),
    ...noteCells(card),
    ...one('gender', genderWord(card.gender)),
    ...one('language', card.languages[0]?.slice(0, 2)),
    ...one('external-key', card.uid),
  ];
  return cells.filter(
    (cell) => cell.text !== '' && !(cell.target === 'language' && !/^(?:ar|fa|en)$/i.test(cell.text)),
  );
}

function nameCells(card: VcardRecord): RowCell[] {
  const [name, ...otherNames] = card.names;
  const [shown, ...otherShown] = card.formattedNames;
  const others = [
    ...otherShown,
    ...otherNames.map((other) => [other.given, other.additional, other.family].filter(Boolean).join(' ')),
    ...card.nicknames.slice(1),
  ];
  const phonetic = [card.phonetic.given, card.phonetic.additional, card.phonetic.family].filter(Boolean).join(' ');
  const organisation = card.organisations[0]?.name;
  return [
    // Some programs put the e-mail address or nothing but spaces into FN when they know no name.
    ...one('name.display', shown === undefined || shown.includes('@') ? undefined : shown),
    ...one('name.given', name?.given),
    ...one('name.father', name?.additional),
    ...one('name.family', name?.family === organisation ? undefined : name?.family),
    ...one('name.prefix', name?.prefix),
    ...one('name.suffix', name?.suffix),
    ...one('name.nickname', card.nicknames[0]),
    ...one(/[A-Za-z]/.test(phonetic) ? 'name.latin' : 'name.alias', phonetic),
    ...others.flatMap((text) => one('name.alias', text)),
  ];
}

function entryCell(target: ImportTarget, entry: VcardEntry): RowCell {
  const label = entry.label ?? entry.types.filter((type) => !PLAIN_TYPES.has(type)).join(' ');
  return { target, text: lineText(entry.value, target), label: label === '' ? undefined : label };
}

/** Types that say how, not where. */
const PLAIN_TYPES: ReadonlySet<string> = new Set([
  'voice',
  'internet',
  'pref',
  'text',
  'msg',
  'fax',
  'x-internet',
  'video',
  'textphone',
  'preferred',
]);

function addressCells(address: VcardAddress, number: number): RowCell[] {
  const kind: AddressTargetKind = address.types.includes('work')
    ? 'work'
    : address.types.includes('home')
      ? 'home'
      : 'other';
  const target = (part: string): ImportTarget => `address.${kind}.${part}` as ImportTarget;
  const cells = [
    ...one(target('lines'), address.street),
    ...one(target('lines'), address.extended),
    ...one(target('lines'), address.poBox),
    ...one(target('city'), address.locality),
    ...one(target('province'), address.region),
    ...one(target('postcode'), address.postcode),
    ...one(target('country'), address.country),
  ];
  return cells.map((cell) => ({ ...cell, label: address.label, labelColumn: number }));
}

function organisationCells(card: VcardRecord): RowCell[] {
  const [organisation] = card.organisations;
  const titles = [
    ...card.titles,
    ...card.jobRoles.filter((role) => !card.titles.includes(role)),
    ...(organisation?.units ?? []),
  ];
  return [
    ...one('organisation.name', organisation?.name),
    ...titles.flatMap((title) => one('organisation.title', title)),
  ];
}

function dateCells(card: VcardRecord): RowCell[] {
  const cell = (target: ImportTarget, date: VcardRecord['birthday']): RowCell[] =>
    date === undefined ? [] : [{ target, text: lineText(date.text, target), calendar: date.calendar }];
  return [...cell('birth', card.birthday), ...cell('anniversary', card.anniversary)];
}

/** What a card says and a party has no field for stays readable: further organisations, relations, categories, stray lines. */
function noteCells(card: VcardRecord): RowCell[] {
  const related = card.related.map(
    (entry) => `${entry.label ?? entry.types.filter((type) => type !== 'pref').join(' ')}: ${entry.value}`,
  );
  const categories = card.categories.map((category) => `#${category.replaceAll(' ', '_')}`).join(' ');
  const lines = [
    ...card.notes,
    ...card.organisations.slice(1).map((other) => other.name),
    ...related,
    categories,
    ...card.unread,
  ];
  return lines
    .map(noteText)
    .filter((text) => text !== '')
    .map((text) => ({ target: 'note' as const, text }));
}

/** RFC 6350 §6.2.7: M and F say something; O, N and U do not. */
function genderWord(text: string | undefined): string | undefined {
  return text === undefined || /^[ONU]?$/i.test(text.trim()) ? undefined : text;
}

function one(target: ImportTarget, text: string | undefined): RowCell[] {
  const clean = text === undefined ? '' : lineText(text, target);
  return clean === '' ? [] : [{ target, text: clean }];
}
