// The base as one person sees it: for each table a temporary view of the same name, with the rows of their scope and their masks.
// SQLite looks into the temporary schema first, so every statement reads through the view, whoever wrote it.

import { catalogue, entityOf, type Entity } from '@shared/catalogue';
import { scopeOf, type RolePolicy } from '@shared/features/policy/policy';
import { hidesRecord, masked, maskedFields, shownWhole, type MaskedField } from './mask-sql';
import { spanOf } from './deal-span';
import { ownRecordOf, ownRecords, partsOf, recordOfPeople, type OwnEntity } from './own-records';
import { documentInScope, literal, partyInScope, peopleOf, reachTables, type People, type Within } from './scope-sql';

export interface View {
  readonly name: string;
  /** The table it stands for. */
  readonly table: string;
  /** The statement after `AS`, its table named by `source` (for a forced index). */
  body(source: string): string;
}

/** Entities of which a record is seen or not; what refers to one that is not seen is not seen either. */
const seen = ['party', ...ownRecords.map(({ entity }) => entity)] as const;
type Seen = 'party' | OwnEntity;

/** The views of a policy; empty where everything is seen as it is stored. Parties outside `within` are not seen either. */
export function viewsOf(
  policy: RolePolicy,
  within: Within | undefined = 'all',
  classes: ReadonlySet<string> = new Set(),
): readonly View[] {
  const limited = new Set<Seen>(seen.filter((key) => within !== 'all' || isLimited(policy, key)));
  const views = catalogue.flatMap((entity) => viewOf({ policy, within, limited, classes }, entity));
  if (limited.has('party')) views.push(document('party', partyDocumentTerm(policy, within)));
  if (limited.has('activity')) views.push(document('activity', aboutSeen('activity')));
  if (limited.has('deal')) views.push(dealSums);
  const history = historyView({ policy, limited, classes });
  return history === undefined ? views : [...views, history];
}

const isLimited = (policy: RolePolicy, key: Seen): boolean =>
  policy.grants['parties.read'] !== 'all' ||
  (key !== 'party' && policy.grants[ownRecordOf(key)!.read] !== 'all') ||
  // A quote for a deal that is not seen is not seen either.
  (key === 'quote' && policy.grants['deals.read'] !== 'all');

interface Viewing {
  readonly policy: RolePolicy;
  readonly within: Within | undefined;
  readonly limited: ReadonlySet<Seen>;
  /** Classes that have a key: values of their fields may be sealed. */
  readonly classes: ReadonlySet<string>;
}

function viewOf(viewing: Viewing, entity: Entity): View[] {
  const masks = maskedFields(viewing.policy, entity);
  const where = [...scopeTerms(viewing, entity), ...masks.filter(hidesRecord).map((mask) => kept(mask, entity))];
  const sealed = sealedFields(viewing, entity);
  if (masks.length === 0 && where.length === 0 && sealed.size === 0) return [];
  const byName = new Map(masks.map((mask) => [mask.name, mask]));
  const columns = ['id', ...Object.keys(entity.fields)].map((name) => {
    const mask = byName.get(name);
    const column = sealed.has(name) ? unsealed(entity, name, { id: 't.id', value: `t.${name}` }) : `t.${name}`;
    return mask === undefined || hidesRecord(mask)
      ? `${column} AS ${name}`
      : `${shown(mask, entity, column)} AS ${name}`;
  });
  const condition = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
  return [
    {
      name: entity.key,
      table: entity.key,
      body: (source) => `SELECT ${columns.join(', ')} FROM ${source} ${condition}`,
    },
  ];
}

/** Fields whose values may be sealed. */
const sealedFields = ({ classes }: Pick<Viewing, 'classes'>, entity: Entity): ReadonlySet<string> =>
  new Set(
    Object.entries(entity.fields).flatMap(([name, { sealable }]) =>
      sealable !== undefined && classes.has(sealable) ? [name] : [],
    ),
  );

/** As it was typed, to whoever has the key of its class. */
const unsealed = (entity: Entity, name: string, { id, value }: { id: string; value: string }): string =>
  `unsealed(${literal(`${entity.key}.${name}`)}, ${id}, ${value})`;

function shown(mask: MaskedField, entity: Entity, column: string): string {
  const whole = shownWhole(mask.rule, entity, 't');
  const value = `CASE WHEN ${column} IS NULL THEN NULL ELSE ${masked(mask, column)} END`;
  return whole === undefined ? value : `CASE WHEN ${whole} THEN ${column} ELSE ${value} END`;
}

const kept = ({ rule }: MaskedField, entity: Entity): string => shownWhole(rule, entity, 't') ?? 'false';

function scopeTerms({ policy, within, limited }: Viewing, entity: Entity): string[] {
  if (entity.key === 'party') {
    const scopes = [scopeOf(policy, 'parties.read'), within].map((scope) => partyInScope(scope, 't'));
    return scopes.filter((scope) => scope !== undefined);
  }
  if (entity.key === 'activity') return activityTerms(policy, limited.has('party'));
  if (isStaffEntity(entity.key)) return staffTerms(policy, entity.key);
  if (entity.subject === 'id' && limited.has('party')) return ['EXISTS (SELECT 1 FROM party v WHERE v.id = t.id)'];
  const referring = Object.entries(entity.fields).flatMap(([name, { type, to, required, loose }]) => {
    if (type !== 'reference' || loose === true || !limited.has(to as Seen)) return [];
    // Its party is seen, so that the activity only has to be by an author within the scope.
    if (entity.key === 'activity_party' && to === 'activity') return byAuthors(policy, 'activity').map(ofActivity);
    const there = `EXISTS (SELECT 1 FROM ${to} v WHERE v.id = t.${name})`;
    return [required === true ? there : `(t.${name} IS NULL OR ${there})`];
  });
  return [...byPeople(policy, entity.key), ...referring];
}

const ofActivity = (author: string): string =>
  `EXISTS (SELECT 1 FROM main.activity WHERE activity.id = t.activity_id AND ${author})`;

/** An activity is seen with any of its parties; one without parties by who wrote it; and both only from authors within the scope. */
function activityTerms(policy: RolePolicy, areParties: boolean): string[] {
  const scope = scopeOf(policy, 'activities.read');
  if (scope === undefined) return ['false'];
  const terms: string[] = [];
  if (areParties)
    terms.push(`(EXISTS (SELECT 1 FROM main.activity_party a JOIN party v ON v.id = a.party_id WHERE a.activity_id = t.id)
      OR (${recordOfPeople(ownRecordOf('activity')!, 'own', 't')} AND NOT EXISTS (SELECT 1 FROM main.activity_party a WHERE a.activity_id = t.id)))`);
  return [...byAuthors(policy), ...terms];
}

const byAuthors = (policy: RolePolicy, row = 't'): string[] => byPeople(policy, 'activity', row);

/** A record of its own owner or author: of somebody within the scope. */
function byPeople(policy: RolePolicy, key: string, row = 't'): string[] {
  const record = ownRecordOf(key);
  const condition = record === undefined ? undefined : recordOfPeople(record, scopeOf(policy, record.read), row);
  return condition === undefined ? [] : [condition];
}

const ofPeople = (column: string, people: People): string =>
  `${column} IN (SELECT id FROM temp.${reachTables[people]})`;

/** What is between somebody and whoever leads them: seen by the person, and by whoever manages goals and forecasts of theirs. */
const staffEntities = ['goal', 'forecast_adjustment'] as const;
type StaffEntity = (typeof staffEntities)[number];
const isStaffEntity = (key: string): key is StaffEntity => (staffEntities as readonly string[]).includes(key);

function staffTerms(policy: RolePolicy, key: StaffEntity): string[] {
  const scope = scopeOf(policy, 'forecast.manage');
  if (scope === 'all') return [];
  const person = key === 'goal' ? 'owner_id' : 'by_id';
  const people = scope === undefined ? 'own' : peopleOf(scope);
  const terms = [ofPeople(`t.${person}`, 'own'), ofPeople(`t.${person}`, people)];
  const units = key === 'goal' && (scope === 'team' || scope === 'subtree') ? reachTables[`${scope}Units`] : undefined;
  if (units !== undefined) terms.push(`(t.owner_id IS NULL AND t.unit_id IN (SELECT id FROM temp.${units}))`);
  return [`(${[...new Set(terms)].join(' OR ')})`];
}

const ofStaff = (policy: RolePolicy): string[] =>
  scopeOf(policy, 'forecast.manage') === 'all' ? [] : staffEntities.map(seenRecord);

/** Sums of the deals that are seen, in the place of those that are kept of all. */
const dealSums: View = {
  name: 'deal_sum',
  table: 'deal_sum',
  body: () => `SELECT state, ${spanOf('t')} AS span, stage_id, CASE state WHEN 'open' THEN category ELSE '' END AS category,
      coalesce(owner_id, '') AS owner_id, currency, count(*) AS count, sum(amount IS NULL) AS unknown, coalesce(sum(amount), 0) AS sum
    FROM deal t WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6`,
};

/** A document of the search index is seen when what it is about is. */
const document = (key: Seen, term: string): View => ({
  name: `${key}_doc`,
  table: `${key}_doc`,
  body: (source) => `SELECT t.* FROM ${source} WHERE ${term}`,
});

const aboutSeen = (key: Seen): string => `EXISTS (SELECT 1 FROM ${key} v WHERE v.id = t.${key}_id)`;

function partyDocumentTerm(policy: RolePolicy, within: Within | undefined): string {
  const terms = [scopeOf(policy, 'parties.read'), within].map((scope) => documentInScope(scope, 't'));
  if (terms.includes(null) || maskedFields(policy, entityOf('party')).some(hidesRecord)) return aboutSeen('party');
  return terms.filter((term) => typeof term === 'string').join(' AND ');
}

/** The ledger's changes: those of records that are seen, with the same masks over old and new values. */
function historyView(viewing: Omit<Viewing, 'within'>): View | undefined {
  const { policy, limited } = viewing;
  const maskedEntities = catalogue
    .map((entity) => ({ entity, masks: maskedFields(policy, entity), sealed: sealedFields(viewing, entity) }))
    .filter(({ masks, sealed }) => masks.length > 0 || sealed.size > 0);
  const where = [...(limited.size === 0 ? [] : [changeInScope(limited)]), ...ofStaff(policy)];
  if (where.length === 0 && maskedEntities.length === 0) return undefined;
  for (const { entity, masks } of maskedEntities)
    for (const mask of masks.filter(hidesRecord))
      where.push(`(t.entity <> ${literal(entity.key)} OR ${ofChange(mask, entity) ?? 'false'})`);
  const told = (side: 'old' | 'new'): string => {
    const cases = maskedEntities.map(
      ({ entity, ...told }) => `WHEN ${literal(entity.key)} THEN ${maskedRow(entity, told, `t.${side}`)}`,
    );
    return cases.length === 0 ? `t.${side}` : `CASE t.entity ${cases.join(' ')} ELSE t.${side} END AS ${side}`;
  };
  const columns = `t.seq, t.operation_seq, t.entity, t.record_id, t.party_id, t.action, ${told('old')}, ${told('new')}, t.salt, t.hash`;
  const condition = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
  return { name: 'change', table: 'change', body: (source) => `SELECT ${columns} FROM ${source} ${condition}` };
}

function changeInScope(limited: ReadonlySet<Seen>): string {
  const party = limited.has('party')
    ? '(t.party_id IS NULL OR EXISTS (SELECT 1 FROM party v WHERE v.id = t.party_id))'
    : 'true';
  const activity = limited.has('activity')
    ? `(t.entity <> 'activity' OR EXISTS (SELECT 1 FROM activity v WHERE v.id = t.record_id))
      AND (t.entity <> 'activity_party' OR EXISTS (SELECT 1 FROM activity_party v WHERE v.id = t.record_id))`
    : 'true';
  const owned = ownRecords.flatMap(({ entity }) =>
    entity !== 'activity' && limited.has(entity) ? partsOf(entity).map(seenRecord) : [],
  );
  return [party, activity, ...owned].join(' AND ');
}

const seenRecord = (entity: string): string =>
  `(t.entity <> ${literal(entity)} OR EXISTS (SELECT 1 FROM ${entity} v WHERE v.id = t.record_id))`;

/** A row of the ledger as JSON, with the masks of the record: some values replaced, some left out. */
function maskedRow(
  entity: Entity,
  { masks, sealed }: { readonly masks: readonly MaskedField[]; readonly sealed: ReadonlySet<string> },
  row: string,
): string {
  const heldAs = (name: string): string => {
    const value = `json_extract(${row}, ${path({ name })})`;
    return sealed.has(name) ? unsealed(entity, name, { id: 't.record_id', value }) : value;
  };
  const told = masks.filter((mask) => !hidesRecord(mask) && entity.fields[mask.name]!.derived !== true);
  const replaced = told
    .filter(({ rule }) => rule.mask !== 'hidden')
    .map((mask) => {
      const held = heldAs(mask.name);
      const whole = ofChange(mask, entity);
      const value = masked(mask, held);
      return `${path(mask)}, ${whole === undefined ? value : `CASE WHEN ${whole} THEN ${held} ELSE ${value} END`}`;
    });
  const removed = told
    .filter(({ rule }) => rule.mask === 'hidden')
    .map((mask) => {
      const whole = ofChange(mask, entity);
      return whole === undefined ? path(mask) : `CASE WHEN ${whole} THEN '$."nothing"' ELSE ${path(mask)} END`;
    });
  // Hidden but for some parties: there it is shown whole.
  const whole = [...sealed]
    .filter((name) => told.every((mask) => mask.name !== name || mask.rule.mask === 'hidden'))
    .map((name) => `${path({ name })}, ${heldAs(name)}`);
  const values = [...replaced, ...whole];
  const shown = values.length === 0 ? row : `json_replace(${row}, ${values.join(', ')})`;
  return removed.length === 0 ? shown : `json_remove(${shown}, ${removed.join(', ')})`;
}

const path = ({ name }: Pick<MaskedField, 'name'>): string => literal(`$.${name}`);

/** `shownWhole` for a row of the ledger. */
function ofChange({ rule }: MaskedField, entity: Entity): string | undefined {
  if (rule.unless === undefined) return undefined;
  const about = partyInScope(rule.unless, 's') ?? 'true';
  if (entity.key !== 'activity') return `EXISTS (SELECT 1 FROM main.party s WHERE s.id = t.party_id AND ${about})`;
  return `EXISTS (SELECT 1 FROM main.activity_party a JOIN main.party s ON s.id = a.party_id WHERE a.activity_id = t.record_id AND ${about})`;
}

/** The view that stands for a table read along a named index. */
export const alongName = (table: string, index: string): string => `${table}~${index}`;
