// Joins contracts and services: every operation of every contract with its handler. A missing handler does not compile.

import type { Contract } from '@shared/core/contract';
import { contracts, type Contracts } from '@shared/features/contracts';
import type { Handlers } from '../core/context';
import type { Registered } from './door';

/** The handlers of every contract, by noun. */
export type Services = { readonly [Noun in keyof Contracts]: Handlers<Contracts[Noun]> };

export const registerServices = (services: Services): ReadonlyMap<string, Registered> => register(services);

/** As many of them as need nothing but a database. */
type SomeServices = { readonly [Noun in keyof Services]?: Partial<Services[Noun]> };

/** For reader threads: the queries of the services given, nothing else. */
export function registerQueries(services: SomeServices): ReadonlyMap<string, Registered> {
  return new Map([...register(services)].filter(([, { operation }]) => operation.kind === 'query'));
}

function register(services: SomeServices): Map<string, Registered> {
  const operations = new Map<string, Registered>();
  for (const [noun, handlers] of Object.entries(services)) {
    const contract: Contract = contracts[noun as keyof Contracts];
    const byName = handlers as unknown as Readonly<Record<string, Registered['handler']>>;
    for (const [name, operation] of Object.entries(contract.operations)) {
      const handler = byName[name];
      if (handler !== undefined) operations.set(`${noun}.${name}`, { operation, handler: handler.bind(byName) });
    }
  }
  return operations;
}
