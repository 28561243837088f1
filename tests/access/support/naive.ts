// A second reading of the rules of rights, in plain loops over whole tables: slow, and written without a line of the first one.

import { catalogue, entityOf, type Entity } from '@shared/catalogue';
import type { RolePolicy, Scope } from '@shared/features/policy/policy';
import type { Reach } from '../../../src-main/access';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };
export type Everything = ReadonlyMap<string, readonly Row[]>;

export interface Reader {
  readonly policy: RolePolicy;
  readonly reach: Reach;
}

/** The whole base as one person may see it: rows by table, masked. */
export class Naive {
  readonly #all: Everything;
  readonly #reader: Reader;
  readonly #asked = new Map<string, boolean>();
  readonly #parties: ReadonlySet<string>;
  readonly #activities: ReadonlySet<string>;
  readonly #deals: ReadonlySet<string>;
  readonly #leads: ReadonlySet<string>;
  readonly #tasks: ReadonlySet<string>;
  readonly #quotes: ReadonlySet<string>;

  constructor(all: Everything, reader: Reader) {
    this.#all = all;
    this.#reader = reader;
    const parties = this.#rows('party');
    this.#parties = new Set(
      parties.filter((row) => this.partyIn(reader.policy.grants['parties.read'], row.id)).map(({ id }) => id),
    );
    this.#activities = new Set(
      this.#rows('activity')
        .filter((row) => this.#seesActivity(row))
        .map(({ id }) => id),
    );
    this.#deals = new Set(
      this.#rows('deal')
        .filter(
          (row) => this.seesParty(row['party_id']) && this.#isBy(reader.policy.grants['deals.read'], row['owner_id']),
        )
        .map(({ id }) => id),
    );
    this.#leads = new Set(
      this.#rows('lead')
        .filter((row) => this.seesParty(row['party_id']) && this.leadIn(reader.policy.grants['leads.read'], row))
        .map(({ id }) => id),
    );
    this.#tasks = new Set(
      this.#rows('task')
        .filter(
          (row) =>
            (row['party_id'] === null || this.seesParty(row['party_id'])) &&
            this.#isBy(reader.policy.grants['tasks.read'], row['owner_id']),
        )
        .map(({ id }) => id),
    );
    this.#quotes = new Set(
      this.#rows('quote')
        .filter(
          (row) => this.seesParty(row['party_id']) && this.#isBy(reader.policy.grants['quotes.read'], row['owner_id']),
        )
        .map(({ id }) => id),
    );
  }

  /** Whether a lead is within a scope: its owner's, or with a unit of the scope. */
  leadIn(scope: Scope | undefined, row: Row): boolean {
    const { reach } = this.#reader;
    const units = scope === 'team' ? reach.teamUnits : scope === 'subtree' ? reach.subtreeUnits : [];
    return this.#isBy(scope, row['owner_id']) || units.includes(row['unit_id'] as string);
  }

  seesParty = (id: unknown): boolean => this.#parties.has(id as string);
  seesActivity = (id: unknown): boolean => this.#activities.has(id as string);
  seesDeal = (id: unknown): boolean => this.#deals.has(id as string);
  seesLead = (id: unknown): boolean => this.#leads.has(id as string);
  seesTask = (id: unknown): boolean => this.#tasks.has(id as string);
  seesQuote = (id: unknown): boolean => this.#quotes.has(id as string);

  /** Whether any record of the party's cluster lies in a scope. */
  partyIn(scope: Scope | undefined, id: string): boolean {
    if (scope === undefined) return false;
    if (scope === 'all') return true;
    const key = `${JSON.stringify(scope)} ${id}`;
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const party = this.#rows('party').find((row) => row.id === id);
    const root = party?.['root_id'] ?? party?.id;
    const cluster = this.#rows('party').filter((row) => row.id === root || row['root_id'] === root);
    const isIn = cluster.some((record) => this.#recordIn(scope, record));
    this.#asked.set(key, isIn);
    return isIn;
  }

  #recordIn(scope: Exclude<Scope, 'all'>, record: Row): boolean {
    const { reach } = this.#reader;
    const owners = scope === 'team' ? reach.team : scope === 'subtree' ? reach.subtree : reach.own;
    const roles = this.#rows('party_role').filter((role) => role['party_id'] === record.id);
    const holders = [record['owner_id'], ...roles.flatMap((role) => [role['owner_id'], role['deputy_id']])];
    if (holders.some((holder) => owners.includes(holder as string))) return true;
    if (scope === 'team') return reach.teamUnits.includes(record['unit_id'] as string);
    if (scope === 'subtree') return reach.subtreeUnits.includes(record['unit_id'] as string);
    if (scope === 'territory') return reach.cities.includes(record['city_key'] as string);
    if (typeof scope !== 'object') return false;
    const { kinds, languages, cities, roleTypes, unitIds } = scope.rule;
    const open = roles.filter((role) => role['stage'] !== 'ended').map((role) => role['type']);
    return (
      (kinds === undefined || kinds.includes(record['kind'] as never)) &&
      (languages === undefined || languages.includes(record['language'] as never)) &&
      (cities === undefined || cities.includes(record['city_key'] as never)) &&
      (unitIds === undefined || unitIds.includes(record['unit_id'] as never)) &&
      (roleTypes === undefined || roleTypes.some((type) => open.includes(type)))
    );
  }

  #seesActivity(row: Row): boolean {
    const scope = this.#reader.policy.grants['activities.read'];
    if (scope === undefined) return false;
    const { reach } = this.#reader;
    if (this.#reader.policy.grants['parties.read'] !== 'all') {
      const links = this.#rows('activity_party').filter((link) => link['activity_id'] === row.id);
      const known =
        links.length === 0
          ? reach.own.includes(row['author_id'] as string)
          : links.some((link) => this.seesParty(link['party_id']));
      if (!known) return false;
    }
    return this.#isBy(scope, row['author_id']);
  }

  /** A person of a scope; where it is about parties, the reader and whom they stand in for. */
  #isBy(scope: Scope | undefined, person: unknown): boolean {
    const { reach } = this.#reader;
    if (scope === undefined || scope === 'all') return scope === 'all';
    const people = scope === 'team' ? reach.team : scope === 'subtree' ? reach.subtree : reach.own;
    return people.includes(person as string);
  }

  /** Somebody's own goal or word, or one of whom the reader manages; of the unit, or the whole office, by whoever manages that. */
  #isLed(person: unknown, unit: unknown): boolean {
    const { reach, policy } = this.#reader;
    const scope = policy.grants['forecast.manage'];
    if (scope === 'all') return true;
    if (person !== null) return reach.own.includes(person as string) || this.#isBy(scope, person);
    const units = scope === 'team' ? reach.teamUnits : scope === 'subtree' ? reach.subtreeUnits : [];
    return units.includes(unit as string);
  }

  #rows = (table: string): readonly Row[] => this.#all.get(table) ?? [];

  /** Rows of an entity that are seen, as they are seen. */
  rows(entity: Entity): Row[] {
    return this.#rows(entity.key)
      .filter((row) => this.#seesRow(entity, row))
      .flatMap((row) => this.#maskedRow(entity, row));
  }

  /** Whether a row that is there is seen. */
  seesRow(entity: Entity, id: unknown): boolean {
    const row = this.#rows(entity.key).find((one) => one.id === id);
    return row !== undefined && this.#seesRow(entity, row);
  }

  #seesRow(entity: Entity, row: Row): boolean {
    if (entity.key === 'party') return this.seesParty(row.id);
    if (entity.key === 'activity') return this.seesActivity(row.id);
    if (entity.key === 'deal') return this.seesDeal(row.id);
    if (entity.key === 'lead') return this.seesLead(row.id);
    if (entity.key === 'task') return this.seesTask(row.id);
    if (entity.key === 'quote') return this.seesQuote(row.id);
    if (entity.subject === 'id') return this.seesParty(row.id);
    if (entity.key === 'goal') return this.#isLed(row['owner_id'], row['unit_id']);
    if (entity.key === 'forecast_adjustment') return this.#isLed(row['by_id'], null);
    return Object.entries(entity.fields).every(([name, { to, loose }]) => {
      const id = row[name];
      if (id === null || id === undefined || loose === true) return true;
      if (to === 'lead') return this.seesLead(id);
      if (to === 'task') return this.seesTask(id);
      if (to === 'deal') return this.seesDeal(id);
      if (to === 'quote') return this.seesQuote(id);
      return to === 'party' ? this.seesParty(id) : to === 'activity' ? this.seesActivity(id) : true;
    });
  }

  #maskedRow(entity: Entity, row: Row): Row[] {
    const shown: Record<string, unknown> = { ...row };
    for (const name of Object.keys(entity.fields)) {
      const masked = this.valueOf(entity, name, { row, value: row[name] });
      if (masked === gone) return [];
      shown[name] = masked;
    }
    return [shown as Row];
  }

  /** A value as it is seen; `gone` when its whole record is not. */
  valueOf(entity: Entity, name: string, { row, value }: { row: Row; value: unknown }): unknown {
    const field = entity.fields[name]!;
    const rule = this.#ruleOf(entity, name);
    if (rule === null || rule.mask === 'show') return value;
    if (rule.unless !== undefined && this.#aboutIn(rule.unless, entity, row)) return value;
    const isText = field.type === 'text' || field.type === 'long-text';
    const partly =
      (isText && (rule.mask === 'last4' || rule.mask === 'initials')) ||
      (field.type === 'civil-date' && rule.mask === 'year');
    if (!partly && field.required === true && !isText && field.type !== 'json') return gone;
    if (value === null || value === undefined) return value;
    if (!partly && field.required === true) return isText ? '••••' : '{}';
    if (!partly) return null;
    const text = String(value);
    if (rule.mask === 'year') return text.slice(0, 4);
    if (rule.mask === 'last4') return [...text].length < 8 ? '••••' : `••••${[...text].slice(-4).join('')}`;
    return `•••• ${text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => `${[...word][0]}.`)
      .join(' ')}`;
  }

  /** Whether a field of a record is shown as it is stored. */
  shownWhole(table: string, name: string, row: Row): boolean {
    const value = 'long enough to be shown in part';
    return this.valueOf(entityOf(table), name, { row, value }) === value;
  }

  #aboutIn(scope: Scope, entity: Entity, row: Row): boolean {
    if (entity.key === 'activity')
      return this.#rows('activity_party').some(
        (link) => link['activity_id'] === row.id && this.partyIn(scope, link['party_id'] as string),
      );
    const about = entity.subject === null ? null : row[entity.subject];
    return typeof about === 'string' && this.partyIn(scope, about);
  }

  #ruleOf(entity: Entity, name: string): { mask: string; unless?: Scope | undefined } | null {
    const field = entity.fields[name]!;
    if (field.of !== undefined) {
      const [first, second] = field.of.split('.') as [string, string?];
      const source = second === undefined ? entity : catalogue.find(({ key }) => key === first)!;
      return this.#ruleOf(source, second ?? first);
    }
    if (field.privacy < 2 || field.secret === true || field.type === 'reference') return null;
    const { policy } = this.#reader;
    const own = policy.fields[`${entity.key}.${name}`];
    if (own !== undefined) return own;
    if (field.privacy === 2) return { mask: policy.personal };
    return { mask: policy.sensitive, unless: policy.grants['parties.read-sensitive'] };
  }
}

export const gone = Symbol('its record is not seen');
