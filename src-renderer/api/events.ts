// The events that reach a window, typed.

import type { EngineStateEvent, FilesDroppedEvent, MenuCommandEvent } from '@shared/features/app/app-events';
import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { useEffect, useEffectEvent } from 'react';

/** After a commit: which entities changed, by id, or 'many' when there were too many to name. */
export type ChangedEvent = {
  readonly entities: Readonly<Record<string, readonly string[] | 'many'>>;
  readonly operationId: string;
  /** What it has taken back; null of what took nothing back. */
  readonly undoes: { readonly operationId: string; readonly groupId: string | null } | null;
};

export interface WindowEvents {
  changed: ChangedEvent;
  import: ImportStatus;
  job: JobStatus;
  session: SessionStatus;
  engine: EngineStateEvent;
  menu: MenuCommandEvent;
  'files-dropped': FilesDroppedEvent;
}

export function onEngineEvent<Name extends keyof WindowEvents>(
  event: Name,
  listener: (payload: WindowEvents[Name]) => void,
): () => void {
  return window.diwan.on(event, listener as (payload: never) => void);
}

/** Listens for as long as the component is there; always calls the newest listener. */
export function useEngineEvent<Name extends keyof WindowEvents>(
  event: Name,
  listener: (payload: WindowEvents[Name]) => void,
): void {
  const newest = useEffectEvent(listener);
  useEffect(() => onEngineEvent(event, (payload) => newest(payload)), [event]);
}
