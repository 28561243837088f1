// What an import needs to know of a party that is there already, and what a row would change of it, field by field by its rule.

import type { existingPolicies } from '@shared/features/imports/imports.contract';
import type { PartyDraft } from '@shared/features/parties/party';
import { sortKey } from '@shared/text/sort-key';
import type { PartyToStore } from './party-to-store';

export type Rule = (typeof existingPolicies)[number];
/** By the first part of a target: name, phone, address, birth… */
export type Rules = (family: string) => Rule;

const scalars = ['gender', 'language', 'nationality', 'industry', 'legalForm', 'note', 'deathOn', 'groupKind'] as const;
type Scalar = (typeof scalars)[number];

export interface PartyState {
  externalKey: string | null;
  birth: string | null;
  readonly fields: Record<Scalar, string | null>;
  /** The shown name first. */
  readonly names: string[];
  /** Comparable forms of every way to reach it. */
  readonly points: Set<string>;
  /** `scheme:normal`. */
  readonly identifiers: Set<string>;
  /** By kind, the columns as text. */
  readonly addresses: Map<string, string>;
  readonly openRoles: Set<string>;
  /** Sort keys of the organisations it works for. */
  readonly employers: Set<string>;
}

/** What a row adds or changes; empty when the record says all of it already. */
export interface PartyChange {
  readonly birth?: NonNullable<PartyDraft['birth']>;
  readonly fields: Partial<Record<Scalar, string>>;
  readonly shownName?: PartyDraft['names'][number];
  readonly otherNames: PartyDraft['names'];
  readonly points: readonly Keyed<PartyDraft['contactPoints'][number]>[];
  readonly identifiers: readonly Keyed<PartyDraft['identifiers'][number]>[];
  readonly newAddresses: PartyDraft['addresses'];
  readonly changedAddresses: PartyDraft['addresses'];
  readonly roles: PartyDraft['roles'];
  readonly employer?: NonNullable<PartyToStore['employer']>;
  readonly externalKey?: string;
}

/** A part with its comparable form. */
export interface Keyed<Part> {
  readonly part: Part;
  readonly key: string;
}

export const keyedPoints = ({ party }: PartyToStore): Keyed<PartyDraft['contactPoints'][number]>[] =>
  party.draft.contactPoints.map((part, index) => ({ part, key: party.points[index] ?? '' }));
export const keyedIdentifiers = ({ party }: PartyToStore): Keyed<PartyDraft['identifiers'][number]>[] =>
  party.draft.identifiers.map((part, index) => ({ part, key: `${part.scheme}:${party.identifiers[index] ?? ''}` }));

const ADDRESS_COLUMNS = [
  'lines',
  'building',
  'district',
  'city',
  'province',
  'postcode',
  'country',
  'landmark',
] as const;
type AddressColumns = { readonly [K in (typeof ADDRESS_COLUMNS)[number]]?: string | null | undefined };
export const addressText = (address: AddressColumns): string =>
  JSON.stringify(ADDRESS_COLUMNS.map((column) => address[column] ?? null));

export const employerKey = (name: string): string => sortKey(name, 'en');

export function changeFor(state: PartyState, incoming: PartyToStore, rules: Rules): PartyChange {
  const { draft } = incoming.party;
  const takes = (family: string, has: string | null, said: string): boolean =>
    rules(family) === 'overwrite' ? has !== said : rules(family) === 'fill-blank' && has === null;
  const adds = (family: string): boolean => rules(family) !== 'skip';
  const { birth, externalKey } = draft;
  const { employer } = incoming;
  const [shown, ...others] = draft.names;
  const isNewEmployer = employer && adds('organisation') && !state.employers.has(employerKey(employer.name));
  return {
    ...(birth && takes('birth', state.birth, birth.on) ? { birth } : {}),
    fields: fieldsFor(state, draft, takes),
    ...(shown && rules('name') === 'overwrite' && shown.text !== state.names[0] ? { shownName: shown } : {}),
    otherNames: adds('name') ? others.filter((name) => !state.names.includes(name.text)) : [],
    points: adds('contact') ? keyedPoints(incoming).filter(({ key }) => !state.points.has(key)) : [],
    identifiers: adds('identifier') ? keyedIdentifiers(incoming).filter(({ key }) => !state.identifiers.has(key)) : [],
    newAddresses: adds('address') ? draft.addresses.filter(({ kind }) => !state.addresses.has(kind)) : [],
    changedAddresses:
      rules('address') === 'overwrite' ? draft.addresses.filter((address) => differs(state, address)) : [],
    roles: adds('role') ? draft.roles.filter(({ type }) => !state.openRoles.has(type)) : [],
    ...(employer && isNewEmployer ? { employer } : {}),
    ...(externalKey && state.externalKey === null ? { externalKey } : {}),
  };
}

function differs(state: PartyState, address: PartyDraft['addresses'][number]): boolean {
  const now = state.addresses.get(address.kind);
  return now !== undefined && now !== addressText(address);
}

function fieldsFor(
  state: PartyState,
  draft: PartyDraft,
  takes: (family: string, has: string | null, said: string) => boolean,
): PartyChange['fields'] {
  const fields: Partial<Record<Scalar, string>> = {};
  for (const name of scalars) {
    const said = draft[name];
    const family = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (said !== undefined && said !== null && takes(family, state.fields[name], said)) fields[name] = said;
  }
  return fields;
}

/** A key alone is no change anybody would see: the record is as it was, only found more surely next time. */
export function isEmpty(change: PartyChange): boolean {
  const lists = [
    change.otherNames,
    change.points,
    change.identifiers,
    change.newAddresses,
    change.changedAddresses,
    change.roles,
  ];
  return (
    change.birth === undefined &&
    change.shownName === undefined &&
    change.employer === undefined &&
    Object.keys(change.fields).length === 0 &&
    lists.every((list) => list.length === 0)
  );
}

/** The state once the change is written. */
export function applyChange(state: PartyState, change: PartyChange): void {
  if (change.birth) state.birth = change.birth.on;
  Object.assign(state.fields, change.fields);
  if (change.shownName) state.names[0] = change.shownName.text;
  state.names.push(...change.otherNames.map((name) => name.text));
  for (const { key } of change.points) state.points.add(key);
  for (const { key } of change.identifiers) state.identifiers.add(key);
  for (const address of [...change.newAddresses, ...change.changedAddresses])
    state.addresses.set(address.kind, addressText(address));
  for (const { type } of change.roles) state.openRoles.add(type);
  if (change.employer) state.employers.add(employerKey(change.employer.name));
  if (change.externalKey) state.externalKey = change.externalKey;
}

/** The state of a party that a row creates. */
export function stateOfRow(incoming: PartyToStore): PartyState {
  const { draft } = incoming.party;
  const state: PartyState = {
    externalKey: draft.externalKey ?? null,
    birth: draft.birth?.on ?? null,
    fields: Object.fromEntries(scalars.map((name) => [name, null])) as PartyState['fields'],
    names: draft.names.map((name) => name.text),
    points: new Set(incoming.party.points),
    identifiers: new Set(keyedIdentifiers(incoming).map(({ key }) => key)),
    addresses: new Map(),
    openRoles: new Set(draft.roles.map((role) => role.type)),
    employers: new Set(incoming.employer ? [employerKey(incoming.employer.name)] : []),
  };
  for (const name of scalars) state.fields[name] = draft[name] ?? null;
  for (const address of draft.addresses) {
    const kind = address.kind;
    if (!state.addresses.has(kind)) state.addresses.set(kind, addressText(address));
  }
  return state;
}
