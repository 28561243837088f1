// The engine as an object: `client.parties.list(input)` is a typed Result; `appClient.about({})` asks the program itself.

import type { ClientOf } from '@shared/core/contract';
import type { appContract } from '@shared/features/app/app.contract';
import type { DiwanClient } from '@shared/features/contracts';
import { callEngine } from './bridge';

type Call = (input: unknown) => Promise<unknown>;

const verbsOf = (noun: string): object =>
  new Proxy(
    {},
    {
      get:
        (_target, verb): Call =>
        (input) =>
          callEngine(`${noun}.${String(verb)}`, input),
    },
  );

export const client = new Proxy({}, { get: (_target, noun) => verbsOf(String(noun)) }) as DiwanClient;

export const appClient = verbsOf('app') as ClientOf<typeof appContract>;
