// What a role may do, for whose parties, and what it sees of each field. Pure: the same for editor, engine and oracle.

import { z } from 'zod';
import {
  catalogue,
  entityOf,
  partyKinds,
  roleTypes,
  sealableFields,
  type Entity,
  type Field,
  type KeyClass,
} from '../../catalogue';
import { permissions, scopedPermissions, type Permission } from '../../core/permissions';
import { Id } from '../../core/ids';
import { purposeAskedFor } from '../../core/purpose';
import { LanguageCode } from '../../core/schemas';

/** Parties that fit all of these, whoever owns them. */
export const RuleScope = z
  .strictObject({
    kinds: z.array(z.enum(partyKinds)).min(1).max(10),
    languages: z.array(LanguageCode).min(1).max(10),
    cities: z.array(z.string().min(1).max(200)).min(1).max(200),
    roleTypes: z.array(z.enum(roleTypes)).min(1).max(20),
    unitIds: z.array(Id).min(1).max(200),
  })
  .partial()
  .refine((rule) => Object.values(rule).some((part) => part !== undefined), 'empty');
export type RuleScope = z.infer<typeof RuleScope>;

export const scopeNames = ['own', 'team', 'subtree', 'territory', 'all'] as const;
/**
 * own: owned by the person, or by whom they stand in for, as the party's owner or as owner or deputy of one of its roles. team: owned by
 * somebody of the same unit, or lying with the unit. subtree: the same with every unit below. territory: own, or in one of the
 * territory's cities. A rule: own, or fitting the rule. all: everybody's.
 */
export const Scope = z.union([z.enum(scopeNames), z.strictObject({ rule: RuleScope })]);
export type Scope = z.infer<typeof Scope>;

export const maskNames = ['show', 'last4', 'initials', 'year', 'hidden'] as const;
export type MaskName = (typeof maskNames)[number];
export const Mask = z.enum(maskNames);

/** How a field is shown; `unless` names the parties of which it is shown whole. */
export const FieldRule = z.strictObject({ mask: Mask, unless: Scope.optional() });
export type FieldRule = z.infer<typeof FieldRule>;

/** `entity.field` of the catalogue. */
export type FieldKey = `${string}.${string}`;

const maskable = (field: Field): boolean => field.privacy >= 2 && field.secret !== true && field.type !== 'reference';

/** Every field a role may be shown less of: all of class 2 and 3 that do not merely repeat another one. */
export const maskableFields: readonly FieldKey[] = catalogue.flatMap(({ key, fields }) =>
  Object.entries(fields).flatMap(([name, field]): FieldKey[] =>
    maskable(field) && field.of === undefined && field.merge !== 'local' ? [`${key}.${name}`] : [],
  ),
);
const isMaskable = (key: string): boolean => maskableFields.includes(key as FieldKey);

export const RolePolicy = z.strictObject({
  grants: z.partialRecord(z.enum(permissions), Scope),
  /** Fields of class 2 that have no rule of their own. */
  personal: Mask.default('show'),
  /** Fields of class 3 that have none, of parties outside the scope of `parties.read-sensitive`. */
  sensitive: Mask.default('last4'),
  fields: z.record(z.string().refine(isMaskable, 'field'), FieldRule).default({}),
  /** For which looks it must say why before anything is shown; none as roles ship. */
  purpose: z.array(z.enum(purposeAskedFor)).max(purposeAskedFor.length).default([]),
});
export type RolePolicy = z.infer<typeof RolePolicy>;

/** Everything, without exception: what the role of administrators is, and stays. */
export const everything: RolePolicy = {
  grants: Object.fromEntries(permissions.map((permission) => [permission, 'all' as const])),
  personal: 'show',
  sensitive: 'show',
  fields: {},
  purpose: [],
};

export const holds = (policy: RolePolicy, permission: Permission): boolean => policy.grants[permission] !== undefined;

/** The scope of a permission; undefined when it is not held. What is not scoped is held for everything. */
export const scopeOf = (policy: RolePolicy, permission: Permission): Scope | undefined => {
  const scope = policy.grants[permission];
  return scope === undefined || isScoped(permission) ? scope : 'all';
};

const isScoped = (permission: Permission): boolean => (scopedPermissions as readonly string[]).includes(permission);

/** Which masks leave something of a value of each type; any other mask hides it. */
const fitting: Readonly<Partial<Record<Field['type'], readonly MaskName[]>>> = {
  text: ['last4', 'initials'],
  'long-text': ['last4', 'initials'],
  'civil-date': ['year'],
};

/** Masks that a field may be given in a policy: those that leave something of it, and the two extremes. */
export function masksFor(key: FieldKey): readonly MaskName[] {
  const [entity, name] = key.split('.') as [string, string];
  return ['show', ...(fitting[entityOf(entity).fields[name]!.type] ?? []), 'hidden'];
}

/** How a role sees a field, the field it repeats included; undefined when it sees it whole. */
export function ruleFor(policy: RolePolicy, entity: Entity, name: string): FieldRule | undefined {
  const rule = ownRule(policy, entity, name);
  if (rule === undefined || rule.mask === 'show') return undefined;
  const type = entity.fields[name]?.type;
  return type !== undefined && fitting[type]?.includes(rule.mask) === true ? rule : { ...rule, mask: 'hidden' };
}

function ownRule(policy: RolePolicy, entity: Entity, name: string): FieldRule | undefined {
  const field = entity.fields[name];
  if (field === undefined) return { mask: 'hidden' };
  if (field.of !== undefined) {
    const [first, second] = field.of.split('.') as [string, string | undefined];
    return second === undefined ? ownRule(policy, entity, first) : ownRule(policy, entityOf(first), second);
  }
  if (!maskable(field)) return undefined;
  const rule = policy.fields[`${entity.key}.${name}`];
  if (rule !== undefined) return rule;
  if (field.privacy === 2) return { mask: policy.personal };
  const scope = policy.grants['parties.read-sensitive'];
  if (scope === 'all') return undefined;
  return scope === undefined ? { mask: policy.sensitive } : { mask: policy.sensitive, unless: scope };
}

/** Whether a role sees every record and every field: such a reader needs no view. */
export const seesEverything = (policy: RolePolicy): boolean =>
  policy.grants['parties.read'] === 'all' &&
  policy.grants['activities.read'] === 'all' &&
  policy.grants['deals.read'] === 'all' &&
  policy.grants['forecast.manage'] === 'all' &&
  policy.grants['leads.read'] === 'all' &&
  policy.grants['tasks.read'] === 'all' &&
  policy.grants['quotes.read'] === 'all' &&
  catalogue.every((entity) => Object.keys(entity.fields).every((name) => ruleFor(policy, entity, name) === undefined));

/** Whether a role is shown less than the whole of a field, of any party. */
export function isMaskedField(policy: RolePolicy, key: FieldKey): boolean {
  const [entity, name] = key.split('.') as [string, string];
  return ruleFor(policy, entityOf(entity), name) !== undefined;
}

/** Whether a role is shown anything of a field of a class, of any party: it cannot be shown without the key of that class. */
export const needsKeyOf = (policy: RolePolicy, wanted: KeyClass): boolean =>
  sealableFields.some((field) => {
    const [entity, name] = field.key.split('.') as [string, string];
    const rule = ruleFor(policy, entityOf(entity), name);
    return field.class === wanted && (rule === undefined || rule.mask !== 'hidden' || rule.unless !== undefined);
  });

/** Whether a policy gives nothing that another one does not: every permission for no wider a scope, no field shown more of, no look unasked. */
export function isWithin(policy: RolePolicy, other: RolePolicy): boolean {
  const grants = Object.entries(policy.grants) as [Permission, Scope][];
  return (
    grants.every(([permission, scope]) => covers(other.grants[permission], scope)) &&
    other.purpose.every((look) => policy.purpose.includes(look)) &&
    catalogue.every((entity) =>
      Object.keys(entity.fields).every((name) => {
        const allowed = ruleFor(other, entity, name);
        return allowed === undefined || sameRule(ruleFor(policy, entity, name), allowed);
      }),
    )
  );
}

const covers = (wider: Scope | undefined, scope: Scope): boolean =>
  wider === 'all' || JSON.stringify(wider) === JSON.stringify(scope);
const sameRule = (one: FieldRule | undefined, other: FieldRule): boolean =>
  one !== undefined &&
  (one.mask === 'hidden' || one.mask === other.mask) &&
  JSON.stringify(one.unless) === JSON.stringify(other.unless);
