// One import as it runs: its state from the engine, then every live report.

import type { Failure } from '@shared/core/result';
import type { ImportStatus } from '@shared/features/imports/imports.contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { useEngineEvent, useEngineQuery } from '../../api';

export interface LiveImport {
  readonly status: ImportStatus | undefined;
  readonly failure: Failure | null;
  refresh(): void;
}

export function useImportStatus(id: string): LiveImport {
  const query = useEngineQuery('imports.get', { id });
  const [live, setLive] = useState<ImportStatus | undefined>(undefined);
  useEngineEvent('import', (status) => {
    if (status.id === id) setLive(status);
  });
  // What an engine said before it died is no longer so: the import waits then to be gone on with.
  useEngineEvent('engine', ({ state }) => {
    if (state === 'restarting') setLive(undefined);
  });
  // Imports are no part of the ledger: nothing tells when a kept answer is old, so it is asked anew.
  const ask = useEffectEvent(() => query.refresh());
  useEffect(() => ask(), [id]);
  const refresh = (): void => {
    setLive(undefined);
    query.refresh();
  };
  return { status: newer(live, query.data), failure: query.error, refresh };
}

/** A finished state never goes back to a running one that arrives late; an undo is later than both. */
function newer(live: ImportStatus | undefined, asked: ImportStatus | undefined): ImportStatus | undefined {
  if (live === undefined || asked === undefined) return live ?? asked;
  if (asked.undone || (asked.finishedAt !== null && live.finishedAt === null)) return asked;
  return live;
}
