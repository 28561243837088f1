// The filters in force, each with its own way out.

import type { ReactNode } from 'react';
import { FilterChips, useFormat, useT } from '../../ui';
import type { Format, Translate } from '../../ui';
import { useUserOptions } from '../operations';
import { withoutFilters } from './deals-view';
import type { DealsView } from './deals-view';

export interface DealChipsProps {
  readonly view: DealsView;
  onChange(view: DealsView): void;
}

export function DealChips({ view, onChange }: DealChipsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const users = useUserOptions();
  const { owner, expected, category } = view;
  const nameOf = (id: string): string => users.find(({ value }) => value === id)?.label ?? '…';
  const chips = [
    owner !== undefined && {
      part: 'owner',
      name: t('catalogue.deal.owner_id'),
      value: owner === 'me' ? t('deals.filter.me') : nameOf(owner),
    },
    expected !== undefined && {
      part: 'expected',
      name: t('catalogue.deal.expected_on'),
      value: expectedWords(t, format, expected),
    },
    category !== undefined && {
      part: 'category',
      name: t('catalogue.deal.category'),
      value: t.any(`catalogue.deal.category.${category}`),
    },
  ].filter((chip) => chip !== false);
  return (
    <FilterChips
      filters={chips}
      onRemove={(part) => onChange({ ...view, [part]: undefined })}
      onClear={() => onChange(withoutFilters(view))}
    />
  );
}

function expectedWords(t: Translate, format: Format, expected: NonNullable<DealsView['expected']>): string {
  if (typeof expected !== 'object') return t(`deals.filter.${expected}`);
  const { from, to } = expected;
  const words = (day: string | null): string => (day === null ? '…' : format.date(day));
  return t('deals.filter.between', { from: words(from), to: words(to) });
}
