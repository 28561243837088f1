// The conditions of a price rule while they are changed: all of them must hold.

import type { Condition, Fact } from '@shared/features/prices/price-rule';

export interface FactForm {
  readonly key: string;
  readonly fact: Fact['fact'];
  /** Of the client's class. */
  readonly field: string | null;
  readonly values: readonly string[];
  /** Millionths. */
  readonly least: number | null | undefined;
  readonly most: number | null | undefined;
}

/** Null for conditions that are nested deeper than the form shows. */
export function formOfCondition(condition: Condition | undefined): readonly FactForm[] | null {
  if (condition === undefined) return [];
  const parts = 'all' in condition ? condition.all : [condition];
  const facts = parts.map((part, place) => ('fact' in part ? formOfFact(part, `fact-${place}`) : null));
  return facts.includes(null) ? null : facts.filter((fact) => fact !== null);
}

function formOfFact(fact: Fact, key: string): FactForm {
  const none = { key, fact: fact.fact, field: null, values: [], least: null, most: null };
  if (fact.fact === 'quantity') return { ...none, least: fact.least ?? null, most: fact.most ?? null };
  const values = fact.in.map(String);
  return fact.fact === 'customer' ? { ...none, field: fact.field, values } : { ...none, values };
}

export const newFact = (fact: Fact['fact'], key: string): FactForm => ({
  key,
  fact,
  field: null,
  values: [],
  least: null,
  most: null,
});

export function isWhole({ fact, field, values, least, most }: FactForm): boolean {
  if (fact === 'quantity')
    return least !== undefined && most !== undefined && (least !== null || most !== null) && least !== 0 && most !== 0;
  return values.length > 0 && (fact !== 'customer' || field !== null);
}

/** What the engine reads; it says what does not fit. */
export const conditionOf = (facts: readonly FactForm[]): Condition => ({ all: facts.map(factOf) });

function factOf({ fact, field, values, least, most }: FactForm): Fact {
  if (fact === 'quantity')
    return { fact, ...(typeof least === 'number' && { least }), ...(typeof most === 'number' && { most }) };
  if (fact === 'customer') return { fact, field: field ?? '', in: [...values] };
  if (fact === 'weekday') return { fact, in: values.map(Number) };
  return { fact, in: [...values] } as Fact;
}
