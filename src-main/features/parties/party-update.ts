// Changes a party: its own fields, and parts that are put (changed or added) or removed.

import { entityOf } from '@shared/catalogue';
import { normalContactPoint } from '@shared/features/parties/contact-point';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { ContactPointDraft, IdentifierDraft, type PartyPatch } from '@shared/features/parties/party';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { CommandContext } from '../../core/context';
import { compiled, sealing, sql, tables, type Query, type ReadDb, type Tables } from '../../db';
import { siteCountry } from '../settings';
import { selectUserExists } from '../users';
import { cleanOptional } from './prepared-party';
import { columnsOfPart, partTables, type PartTable } from './part-columns';
import * as statements from './parties.sql';

type UpdateCode =
  | 'parties.not-found'
  | 'parties.part-not-found'
  | 'parties.last-name'
  | 'parties.owner-unknown'
  | 'parties.unit-unknown';
type Outcome = Result<{ id: string }, Failure<UpdateCode>>;

export function updateParty(context: CommandContext, patch: PartyPatch): Outcome {
  const { db } = context;
  const party = db.first(statements.selectPartyExists({ id: patch.id }));
  if (party === undefined || party.deleted_at !== null) return fail('parties.not-found', { id: patch.id });
  const ownerId = patch.set?.ownerId;
  if (ownerId !== undefined && ownerId !== null && db.first(selectUserExists({ id: ownerId })) === undefined) {
    return fail('parties.owner-unknown', { ownerId });
  }
  const unitId = patch.set?.unitId;
  if (isUnknownUnit(db, unitId)) return fail('parties.unit-unknown', { unitId });
  const columns = partyColumns(patch.set ?? {});
  if (Object.keys(columns).length > 0)
    db.run(compiled(tables.updateTable('party').set(columns).where('id', '=', patch.id)));
  for (const [table, parts] of putsOf(patch)) {
    for (const part of parts) {
      const put = putPart(context, { partyId: patch.id, table, part });
      if (!put.ok) return put;
    }
  }
  for (const { part, id } of patch.remove ?? []) {
    if (db.run(removePart(partTables[part], patch.id, id)) === 0) return fail('parties.part-not-found', { id });
  }
  if (db.all(statements.selectNames({ party: patch.id })).length === 0) return fail('parties.last-name');
  return ok({ id: patch.id });
}

export const isUnknownUnit = (db: ReadDb, id: string | null | undefined): boolean =>
  id !== null && id !== undefined && db.first(statements.selectUnitExists({ id })) === undefined;

function partyColumns(set: NonNullable<PartyPatch['set']>): Partial<Tables['party']> {
  const columns: Partial<Tables['party']> = {};
  if (set.status !== undefined) columns.status = set.status;
  if (set.language !== undefined) columns.language = set.language ?? null;
  if (set.ownerId !== undefined) columns.owner_id = set.ownerId ?? null;
  if (set.unitId !== undefined) columns.unit_id = set.unitId ?? null;
  if (set.gender !== undefined) columns.gender = set.gender ?? null;
  if (set.birth !== undefined) {
    columns.birth_on = set.birth?.on ?? null;
    columns.birth_calendar = set.birth?.calendar ?? null;
    columns.birth_text = set.birth?.text ?? null;
  }
  if (set.deathOn !== undefined) columns.death_on = set.deathOn ?? null;
  if (set.nationality !== undefined) columns.nationality = cleanOptional(set.nationality);
  if (set.legalForm !== undefined) columns.legal_form = cleanOptional(set.legalForm);
  if (set.industry !== undefined) columns.industry = cleanOptional(set.industry);
  if (set.groupKind !== undefined) columns.group_kind = set.groupKind ?? null;
  if (set.note !== undefined) columns.note = set.note ?? null;
  return columns;
}

type Part = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

function putsOf({ put = {} }: PartyPatch): readonly (readonly [PartTable, readonly Part[]])[] {
  return [
    ['party_name', put.names ?? []],
    ['contact_point', put.contactPoints ?? []],
    ['address', put.addresses ?? []],
    ['identifier', put.identifiers ?? []],
    ['occasion', put.occasions ?? []],
    ['preference', put.preferences ?? []],
    ['need', put.needs ?? []],
    ['value_driver', put.valueDrivers ?? []],
  ];
}

interface PutInput {
  readonly partyId: string;
  readonly table: PartTable;
  readonly part: Part;
}

function putPart(
  { db, ids }: CommandContext,
  { partyId, table, part }: PutInput,
): Result<void, Failure<'parties.part-not-found'>> {
  const columns = columnsOfPart(table, part);
  if (part.id === undefined) {
    const required = columnsOfPart(table, { ...defaults[table], ...part });
    const position = db.first<{ next: number }>(nextPosition(table, partyId))?.next ?? 0;
    const id = ids();
    const row = { ...required, id, party_id: partyId, ...(hasPosition.has(table) ? { position } : {}) };
    const values = sealedIn(table, id, { ...row, ...normalOf(db, table, part) });
    db.run(compiled(tables.insertInto(table).values(values as never)));
    return ok(undefined);
  }
  const mine = tables.selectFrom(table).select('id').where('id', '=', part.id).where('party_id', '=', partyId);
  if (db.first(compiled(mine)) === undefined) return fail('parties.part-not-found', { id: part.id });
  if (Object.keys(columns).length > 0)
    db.run(
      compiled(
        tables
          .updateTable(table)
          .set(sealedIn(table, part.id, columns) as never)
          .where('id', '=', part.id),
      ),
    );
  return ok(undefined);
}

/** At once and not only before the commit: an import finds the part again within the same unit of work. */
function normalOf(db: ReadDb, table: PartTable, part: Part): { normal?: string } {
  if (table === 'contact_point') {
    const point = ContactPointDraft.pick({ kind: true, value: true }).parse({
      kind: part['kind'],
      value: part['value'],
    });
    return { normal: normalContactPoint(point.kind, point.value, siteCountry(db)).normal };
  }
  if (table !== 'identifier') return {};
  const identifier = IdentifierDraft.pick({ scheme: true, value: true }).parse({
    scheme: part['scheme'],
    value: part['value'],
  });
  const { normalised } = checkIdentifier(identifier.scheme, identifier.value);
  return { normal: sealing.tokens(db, 'identifier.value')(normalised) };
}

/** As it is stored: sealed where the office seals what is typed here. */
function sealedIn(table: PartTable, id: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = entityOf(table).fields;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      fields[name]?.sealable === undefined
        ? value
        : sealing.sealed(`${table}.${name}`, sql.val(id), sql.val(value as string)),
    ]),
  );
}

const hasPosition: ReadonlySet<PartTable> = new Set(['party_name', 'contact_point', 'address']);

const defaults: Readonly<Record<PartTable, Readonly<Record<string, unknown>>>> = {
  party_name: { kind: 'used' },
  contact_point: { kind: 'phone', preferred: false, doNotUse: false },
  address: { kind: 'home' },
  identifier: { scheme: 'other' },
  occasion: { kind: 'other', calendar: 'gregory' },
  preference: { key: 'other' },
  need: { urgency: 'someday', status: 'open' },
  value_driver: { driver: 'other', rank: 1 },
};

function nextPosition(table: PartTable, partyId: string): Query<{ next: number }> {
  if (!hasPosition.has(table)) return compiled(tables.selectNoFrom((eb) => eb.lit(0).as('next')));
  return compiled(
    tables
      .selectFrom(table as 'party_name')
      .select((eb) => eb(eb.fn.coalesce(eb.fn.max('position'), eb.lit(-1)), '+', 1).as('next'))
      .where('party_id', '=', partyId) as never,
  );
}

const removePart = (table: PartTable, partyId: string, id: string): Query =>
  compiled(tables.deleteFrom(table).where('id', '=', id).where('party_id', '=', partyId));
