// The rules of records that are one party: who stands for them, in what order they come, whose value is shown. Pure, and the
// same whatever the order in which links were made, ended or taken back: only the set of links that are open counts.

/** Single-valued fields of a party of which one member's value is shown; `name` is the name that lists show. */
export const shownFields = [
  'name',
  'language',
  'owner',
  'gender',
  'birth',
  'deathOn',
  'nationality',
  'legalForm',
  'industry',
  'groupKind',
  'note',
] as const;
export type ShownField = (typeof shownFields)[number];

/** The columns of `party` that hold each of them; the name shown is one of several names. */
export const shownColumns = {
  language: ['language'],
  owner: ['owner_id'],
  gender: ['gender'],
  birth: ['birth_on', 'birth_calendar', 'birth_text'],
  deathOn: ['death_on'],
  nationality: ['nationality'],
  legalForm: ['legal_form'],
  industry: ['industry'],
  groupKind: ['group_kind'],
  note: ['note'],
} as const satisfies Readonly<Record<Exclude<ShownField, 'name'>, readonly string[]>>;
export type SingleField = keyof typeof shownColumns;
export const singleFields = Object.keys(shownColumns) as readonly SingleField[];

/** Per field, the party whose value is shown. */
export type ShownChoices = Readonly<Partial<Record<ShownField, string>>>;

export interface OpenLink {
  readonly id: string;
  readonly partyId: string;
  readonly toPartyId: string;
}

/** More records than this are never one person; a page that gathers them stays bounded. */
export const CLUSTER_LIMIT = 100;

/**
 * Who stands for parties joined by `links` (at least one, in any order). Ordinarily the one that was linked under nobody. Links that
 * come back by an undo, or from another device, may leave several of those or none: then the newest link says which.
 */
export function rootOf(links: readonly OpenLink[]): string {
  const linked = new Set(links.map((link) => link.partyId));
  const newest = links.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return (newest.find((link) => !linked.has(link.toPartyId)) ?? newest[0]!).toPartyId;
}

/** Every party that `links` join to `start`, itself included. */
export function joinedTo(start: string, links: readonly OpenLink[]): ReadonlySet<string> {
  const joined = new Set([start]);
  for (const id of joined) {
    for (const link of links) {
      if (link.partyId === id) joined.add(link.toPartyId);
      if (link.toPartyId === id) joined.add(link.partyId);
    }
  }
  return joined;
}

/** The root first, then the others in the order in which they were linked. */
export function inOrder(rootId: string, memberIds: readonly string[], links: readonly OpenLink[]): string[] {
  const since = new Map<string, string>();
  for (const { id, partyId } of links) {
    const known = since.get(partyId);
    if (known === undefined || id < known) since.set(partyId, id);
  }
  const place = (id: string): string => (id === rootId ? '' : (since.get(id) ?? id));
  return memberIds.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/**
 * Whose value of `field` is shown: the newest choice for it whose party is still a member, otherwise the first member that has a
 * value. `members` come in order, each with whether it has one; `choices` come newest first.
 */
export function sourceOf(
  field: ShownField,
  members: readonly { readonly id: string; has(field: ShownField): boolean }[],
  choices: readonly ShownChoices[],
): string {
  for (const choice of choices) {
    const chosen = choice[field];
    if (chosen !== undefined && members.some((member) => member.id === chosen)) return chosen;
  }
  return (members.find((member) => member.has(field)) ?? members[0]!).id;
}

/**
 * What one member forbids is forbidden for all: a number or address that any of them marks "do not use" is restricted wherever else
 * it is written. Consent will be read by the same rule.
 */
export function restrictedPoints(
  points: readonly { readonly kind: string; readonly normal: string; readonly doNotUse: boolean }[],
): (point: { readonly kind: string; readonly normal: string }) => boolean {
  const forbidden = new Set(points.filter((point) => point.doNotUse).map(pointKey));
  return (point) => forbidden.has(pointKey(point));
}

const pointKey = ({ kind, normal }: { readonly kind: string; readonly normal: string }): string => `${kind} ${normal}`;
