// Imports: looking at a file, trying it, running it in pausable batches.

import type { ImportStatus, importsContract } from '@shared/features/imports/imports.contract';
import type { ActionContext, Handlers } from '../../core/context';
import type { ForkParser } from '../../import';
import type { PartyProjectionState } from '../parties';

export interface ImportsDeps {
  /** Starts a parser process; it gets neither key nor database. */
  readonly fork: ForkParser;
  /** The path behind a token that the person's file dialog gave, or undefined when nobody chose such a file. */
  readonly resolveFile: (token: string) => string | undefined;
  readonly onProgress: (status: ImportStatus) => void;
}

export interface EngineAccess {
  readonly state: PartyProjectionState;
  /** A context for the running import as the signed-in user, recorded under the given command. */
  readonly context: (command: string) => ActionContext;
}

export interface Imports {
  readonly handlers: Handlers<typeof importsContract>;
  /** Stops a running import where it is; it can be resumed after the next unlock. */
  close(): Promise<void>;
}

export function createImportsService(_deps: ImportsDeps, _engine: EngineAccess): Imports {
  return { handlers: {} as never, close: async () => undefined };
}
