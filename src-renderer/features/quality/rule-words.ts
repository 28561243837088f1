// A rule read out: whom it is about, and what its conditions say.

import { entityOf } from '@shared/catalogue';
import type { Condition, Definition, FieldTest, Scope } from '@shared/features/quality/rule';
import type { Format, Translate } from '../../ui';

/** The reader's words, and how lists are joined in the reader's language. */
export interface Say {
  readonly t: Translate;
  readonly format: Pick<Format, 'list'>;
}

/** One line for whom it is about, if not everybody, and one for each condition. */
export const linesOf = (say: Say, { who, all }: Definition): string[] =>
  [scopeInWords(say, who), ...all.map((one) => conditionInWords(say, one))].filter((line) => line !== '');

export const scopeInWords = ({ t, format }: Say, { kinds, roles }: Scope): string =>
  format.list([
    ...kinds.map((kind) => t.any(`catalogue.party.kind.${kind}`)),
    ...roles.map((role) => t.any(`catalogue.party_role.type.${role}`)),
  ]);

function conditionInWords(say: Say, { of, where, least, most }: Condition): string {
  const { t } = say;
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
  return [what, where.map((one) => testInWords(say, of, one)).join(' · ')].filter((part) => part !== '').join(': ');
}

function testInWords(say: Say, of: Condition['of'], one: FieldTest): string {
  const { t } = say;
  const name = t.any(`catalogue.${of}.${one.field}`);
  const words = t(`quality.test.${one.test}`);
  return `${name} ${words}${valueInWords(say, of, one)}`;
}

function valueInWords({ t, format }: Say, of: Condition['of'], one: FieldTest): string {
  switch (one.test) {
    case 'in':
    case 'not-in':
      return ` ${format.list(one.values.map((value) => valueWords(t, { of, field: one.field }, value)))}`;
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
