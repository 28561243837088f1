// Where a person may stand in the base, read from the catalogue: whatever points to a party, and every field in which people write.

import { catalogue, isLocal, ledgerEntities, type Entity } from '@shared/catalogue';

export interface Place {
  readonly entity: Entity;
  /** Columns by which a row is about the party or activity. */
  readonly columns: readonly string[];
  /** Columns that only mention it, as who gave somebody else's consent: the row stays, the column is emptied. */
  readonly mentions: readonly string[];
}

/** What outlives the person without a word about them; it is emptied by itself. */
const outlives: ReadonlySet<string> = new Set(['privacy_request', 'erasure']);

/** Everything that points to a party or an activity; the entity itself by its id. Parts before what they are parts of. */
export function placesOf(to: 'party' | 'activity'): readonly Place[] {
  return catalogue
    .filter(({ key }) => !outlives.has(key))
    .flatMap((entity) => {
      const place = { entity, ...pointing(entity, to) };
      return place.columns.length + place.mentions.length === 0 ? [] : [place];
    })
    .toReversed();
}

function pointing(entity: Entity, to: 'party' | 'activity'): Pick<Place, 'columns' | 'mentions'> {
  const isItself = entity.key === to || (to === 'party' && entity.subject === 'id');
  const named = Object.entries(entity.fields).filter(([, field]) => field.to === to && field.derived !== true);
  const belongs = ([name, { required, owner }]: (typeof named)[number]): boolean =>
    required === true || owner === true || name === entity.subject;
  return {
    columns: [...(isItself ? ['id'] : []), ...named.filter(belongs).map(([name]) => name)],
    mentions: named.filter((one) => !belongs(one)).map(([name]) => name),
  };
}

/** Of what the law keeps: the facts without the words. Everything else goes with the person. */
const keptFacts = ['party', 'party_role', 'role_stage_event', 'activity', 'activity_party'] as const;
export const isKeptFact = ({ key }: Entity): boolean => (keptFacts as readonly string[]).includes(key);

/** What a fact that is kept says no more, by column: everything personal, and the key it had elsewhere. */
export function strippedColumns(entity: Entity): Readonly<Record<string, string | null>> {
  const stripped = Object.entries(entity.fields).filter(
    ([name, field]) =>
      field.derived !== true && (field.privacy >= 2 || name === 'external_key' || name === 'recorded_by'),
  );
  return Object.fromEntries(
    stripped.map(([name, { required, type }]) => [name, required !== true ? null : type === 'json' ? '{}' : '']),
  );
}

/** Other people's own particulars: a number that two people share stays with the other. */
const particulars: ReadonlySet<string> = new Set(['party_name', 'identifier', 'address', 'occasion']);

/** Fields in which somebody else's record may name the person. */
export function writtenFields(): readonly { readonly entity: Entity; readonly fields: readonly string[] }[] {
  return ledgerEntities.flatMap((entity) => {
    const fields = Object.entries(entity.fields)
      .filter(([name, field]) => isProse(field) && !(entity.key === 'contact_point' && name === 'value'))
      .map(([name]) => name);
    return fields.length === 0 || particulars.has(entity.key) ? [] : [{ entity, fields }];
  });
}

const isProse = ({ type, privacy, derived, secret }: Entity['fields'][string]): boolean =>
  (type === 'text' || type === 'long-text') && privacy >= 2 && derived !== true && secret !== true;

export { isLocal };
