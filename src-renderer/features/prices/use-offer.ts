// What the office sells by: price books, taxes, units and categories, with names in the reader's language.

import type { Names } from '@shared/features/pipelines/pipeline';
import { useMemo } from 'react';
import { useEngineQuery } from '../../api';
import type { OutputAt } from '../../api';
import { useLocaleSettings } from '../../ui';
import type { Option } from '../../ui';

type Named<Thing> = Thing & { readonly name: string };
export type PriceBook = Named<OutputAt<'priceBooks.list'>['books'][number]>;
export type PriceRule = Named<OutputAt<'priceRules.list'>['rules'][number]>;
export type Tax = Named<OutputAt<'taxes.list'>['taxes'][number]>;
export type Unit = Named<OutputAt<'products.options'>['units'][number]>;
export type Category = Named<OutputAt<'products.options'>['categories'][number]>;

function useNamed<Thing extends { readonly names: Names }>(
  things: readonly Thing[] | undefined,
): readonly Named<Thing>[] | undefined {
  const { language } = useLocaleSettings();
  return useMemo(() => things?.map((thing) => ({ ...thing, name: thing.names[language] })), [things, language]);
}

export function usePriceBooks() {
  const { data, error, refresh } = useEngineQuery('priceBooks.list', {});
  return { books: useNamed(data?.books), error, refresh };
}

export function usePriceRules() {
  const { data, error, refresh } = useEngineQuery('priceRules.list', {});
  return { rules: useNamed(data?.rules), refused: useNamed(data?.refused), error, refresh };
}

export function useTaxes() {
  const { data, error, refresh } = useEngineQuery('taxes.list', {});
  return { taxes: useNamed(data?.taxes), error, refresh };
}

export function useOptions() {
  const { data, error, refresh } = useEngineQuery('products.options', {});
  return { units: useNamed(data?.units), categories: useNamed(data?.categories), error, refresh };
}

/** To choose from: those in use, and the one that is chosen already. */
export const optionsOf = (
  things: readonly { readonly id: string; readonly name: string; readonly active: boolean }[] | undefined,
  chosen: readonly (string | null)[] = [],
): Option[] =>
  (things ?? [])
    .filter(({ id, active }) => active || chosen.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
