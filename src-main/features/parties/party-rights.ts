// What whoever is asking may do with one party. The guard over changes decides; this tells the window what it would refuse.

import { entityOf } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import { maskableFields, ruleFor, type FieldKey, type RolePolicy, type Scope } from '@shared/features/policy/policy';
import type { z } from 'zod';
import { scopeFor, type Actor } from '../../access';
import type { ReadDb } from '../../db';
import { selectWithin } from './party-rights.sql';

type Rights = z.infer<typeof PartyRecord>['rights'];

export function rightsOn({ db, actor }: { readonly db: ReadDb; readonly actor: Actor }, partyId: string): Rights {
  const within = (scope: Scope | undefined): boolean =>
    scope === 'all' || (scope !== undefined && db.first(selectWithin(partyId, scope)) !== undefined);
  return {
    write: within(scopeFor(actor, 'parties.write')),
    // Owner and unit are changed by the same operations as the rest.
    assign: actor.can('parties.write') && within(scopeFor(actor, 'parties.assign')),
    masked: actor.policy === null ? [] : maskedOf(actor.policy.role, within),
  };
}

function maskedOf(role: RolePolicy, within: (scope: Scope | undefined) => boolean): FieldKey[] {
  const known = new Map<string, boolean>();
  const shownWhole = (scope: Scope | undefined): boolean => {
    const key = JSON.stringify(scope) ?? '';
    const answer = known.get(key) ?? within(scope);
    known.set(key, answer);
    return answer;
  };
  return maskableFields.filter((key) => {
    const [entity, field] = key.split('.') as [string, string];
    const rule = ruleFor(role, entityOf(entity), field);
    return rule !== undefined && !shownWhole(rule.unless);
  });
}
