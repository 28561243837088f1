// What whoever is asking may do with one party. The guard over changes decides; this tells the window what it would refuse.

import { entityOf } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import { maskableFields, ruleFor, type FieldKey, type RolePolicy, type Scope } from '@shared/features/policy/policy';
import type { z } from 'zod';
import { scopeFor } from '../../access';
import type { QueryContext } from '../../core/context';
import { selectWithin } from './party-rights.sql';

type Rights = z.infer<typeof PartyRecord>['rights'];

/** Of a party that the actor has been shown. */
export function rightsOn(
  { db, actor, emergency = false }: Pick<QueryContext, 'db' | 'actor' | 'emergency'>,
  partyId: string,
): Rights {
  // Whoever sees the party has it within the scope of what they see; every other scope is asked for once.
  const known = new Map([[JSON.stringify(scopeFor(actor, 'parties.read')), true]]);
  const within = (scope: Scope | undefined): boolean => {
    if (scope === undefined || scope === 'all') return scope === 'all';
    const key = JSON.stringify(scope);
    const answer = known.get(key) ?? db.first(selectWithin(partyId, scope)) !== undefined;
    known.set(key, answer);
    return answer;
  };
  const { policy } = actor;
  if (emergency) return openedOnly(policy?.role);
  return {
    write: within(scopeFor(actor, 'parties.write')),
    // Owner and unit are changed by the same operations as the rest.
    assign: actor.can('parties.write') && within(scopeFor(actor, 'parties.assign')),
    authorise: within(scopeFor(actor, 'authority.grant')),
    masked:
      policy === null || actor.seesEverything
        ? []
        : masksOf(policy.role).flatMap(({ key, unless }) => (within(unless) ? [] : [key])),
  };
}

/** In an emergency a record is read as if it lay in every scope, and changed in none. */
const openedOnly = (role: RolePolicy | undefined): Rights => ({
  write: false,
  assign: false,
  authorise: false,
  masked: role === undefined ? [] : masksOf(role).flatMap(({ key, unless }) => (unless === undefined ? [key] : [])),
});

interface Masked {
  readonly key: FieldKey;
  /** The parties of which the field is shown whole. */
  readonly unless: Scope | undefined;
}

/** Pure memo: the page of every record asks for it. */
const memo = new WeakMap<RolePolicy, readonly Masked[]>();

function masksOf(role: RolePolicy): readonly Masked[] {
  const known = memo.get(role);
  if (known !== undefined) return known;
  const masks = maskableFields.flatMap((key): Masked[] => {
    const [entity, field] = key.split('.') as [string, string];
    const rule = ruleFor(role, entityOf(entity), field);
    return rule === undefined ? [] : [{ key, unless: rule.unless }];
  });
  memo.set(role, masks);
  return masks;
}
