// Joins contracts and services: every operation of every contract with its handler. A missing handler does not compile.

import { contracts, type Contracts } from '@shared/features/contracts';
import type { Handlers } from '../core/context';
import type { Registered } from './door';

/** The handlers of every contract, by noun. */
export type Services = { readonly [Noun in keyof Contracts]: Handlers<Contracts[Noun]> };

export function registerServices(services: Services): ReadonlyMap<string, Registered> {
  const operations = new Map<string, Registered>();
  for (const [noun, contract] of Object.entries(contracts)) {
    const handlers = services[noun as keyof Services] as unknown as Readonly<Record<string, Registered['handler']>>;
    for (const [name, operation] of Object.entries(contract.operations)) {
      const handler = handlers[name];
      if (handler === undefined) continue;
      operations.set(`${noun}.${name}`, { operation, handler: handler.bind(handlers) });
    }
  }
  return operations;
}
