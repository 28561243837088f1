// A rule read out: whom it is about, and what its conditions say.

import { entityOf } from '@shared/catalogue';
import type { Condition, Definition, FieldTest, Scope } from '@shared/features/quality/rule';
import type { Translate } from '../../ui';

export function conditionsInWords(t: Translate, { who, all }: Definition): string {
  return [scopeInWords(t, who), ...all.map((one) => conditionInWords(t, one))]
    .filter((part) => part !== '')
    .join(' · ');
}

export function scopeInWords(t: Translate, { kinds, roles }: Scope): string {
  return [
    ...kinds.map((kind) => t.any(`catalogue.party.kind.${kind}`)),
    ...roles.map((role) => t.any(`catalogue.party_role.type.${role}`)),
  ].join(', ');
}

export function conditionInWords(t: Translate, { of, where, least, most }: Condition): string {
  const count =
    of === 'party' && least === 1
      ? ''
      : least === 1 && most === undefined
        ? t('quality.count.some')
        : most === 0
          ? t('quality.count.none')
          : [
              ...(least === undefined ? [] : [t('quality.count.least', { count: least })]),
              ...(most === undefined ? [] : [t('quality.count.most', { count: most })]),
            ].join(' ');
  const what = of === 'party' ? count : `${count} ${t.any(`catalogue.${of}`)}`;
  return [what, where.map((one) => testInWords(t, of, one)).join(', ')].filter((part) => part !== '').join(': ');
}

function testInWords(t: Translate, of: Condition['of'], one: FieldTest): string {
  const name = t.any(`catalogue.${of}.${one.field}`);
  const words = t(`quality.test.${one.test}`);
  return `${name} ${words}${valueInWords(t, of, one)}`;
}

function valueInWords(t: Translate, of: Condition['of'], one: FieldTest): string {
  switch (one.test) {
    case 'in':
    case 'not-in':
      return ` ${one.values.map((value) => valueWords(t, { of, field: one.field }, value)).join(', ')}`;
    case 'older':
    case 'within':
      return ` ${t('quality.days', { count: one.days })}`;
    case 'matches':
    case 'matches-not':
      return ` ${t(`quality.pattern.${one.pattern}`)}`;
    case 'shared':
      return ` ${t('quality.more-than', { count: one.more })}`;
    case 'empty':
    case 'filled':
      return '';
  }
}

export function valueWords(
  t: Translate,
  { of, field }: { readonly of: Condition['of']; readonly field: string },
  value: string,
): string {
  if (of === 'relationship' && field === 'type') return t.any(`relationships.type.${value}`);
  return entityOf(of).fields[field]?.choices === undefined ? value : t.any(`catalogue.${of}.${field}.${value}`);
}
