// The public face of api/: everything a page needs to talk to the engine.

export { appClient, client, reader } from './client';
export { followChanges } from './change-feed';
export { onHeldCall, onPurposeAsked, purposeAskedBy } from './holding';
export type { HeldCall, PurposeQuestion } from './holding';
export { EngineFailure, failureOf } from './engine-failure';
export { onEngineEvent, useEngineEvent } from './events';
export type { ChangedEvent, WindowEvents } from './events';
export type { CommandName, FailureAt, InputAt, OutputAt, QueryName } from './operation-types';
export { SessionContext, useIsMasked, useMay, useSession } from './session';
export type { SignedInUser } from './session';
export { useDraft } from './use-draft';
export type { Draft } from './use-draft';
export { isUnderWay, useJob, useJobs } from './use-jobs';
export type { LiveJob, LiveJobs } from './use-jobs';
export { useEngineCommand } from './use-command';
export type { CommandState } from './use-command';
export { askRefused, createQueryClient, useEngineQuery } from './use-query';
export type { QueryOptions, QueryState } from './use-query';
export type { LoadPage, RowAnchors, RowPage, RowWindow, RowWindowState } from './row-window';
export { useRowWindow } from './use-row-window';
export type { LiveRows } from './use-row-window';
