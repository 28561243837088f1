// The engine as an object: `client.parties.list(input)` is a typed Result; `appClient.about({})` asks the program itself.

import type { ClientOf } from '@shared/core/contract';
import type { appContract } from '@shared/features/app/app.contract';
import type { DiwanClient } from '@shared/features/contracts';
import { askEngine, callEngine } from './bridge';

type Ask = typeof callEngine;

const verbsOf = (noun: string, ask: Ask): object =>
  new Proxy(
    {},
    {
      get:
        (_target, verb): ((input: unknown) => ReturnType<Ask>) =>
        (input) =>
          ask(`${noun}.${String(verb)}`, input),
    },
  );

const clientBy = (ask: Ask): DiwanClient =>
  new Proxy({}, { get: (_target, noun) => verbsOf(String(noun), ask) }) as DiwanClient;

export const client = clientBy(callEngine);

/** For what a page shows in its place: where the door asks why, it is asked there, and by no dialog over the page. */
export const reader = clientBy(askEngine);

export const appClient = verbsOf('app', callEngine) as ClientOf<typeof appContract>;
