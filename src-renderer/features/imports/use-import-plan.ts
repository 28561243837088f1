// The import as it is being prepared: which file, how to read it, which column goes where, what a trial showed.

import type { Failure } from '@shared/core/result';
import type { ColumnMapping, importsContract, ReadOptions } from '@shared/features/imports/imports.contract';
import type { OutputOf, RawInputOf } from '@shared/core/contract';
import { useRef, useState } from 'react';
import { appClient, client, failureOf } from '../../api';

export type Look = OutputOf<(typeof importsContract)['operations']['inspect']>;
export type Trial = OutputOf<(typeof importsContract)['operations']['dryRun']>;
type Plan = RawInputOf<(typeof importsContract)['operations']['start']>;
export type Step = 'file' | 'map' | 'try';

export interface ChosenFile {
  readonly token: string;
  readonly name: string;
}

interface PlanState {
  readonly step: Step;
  readonly file: ChosenFile | null;
  readonly read: ReadOptions;
  readonly look: Look | null;
  readonly mapping: ColumnMapping | null;
  readonly existing: NonNullable<Plan['existing']>;
  readonly rememberAs: string;
  readonly trial: Trial | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const nothing: PlanState = { step: 'file', file: null, read: {}, look: null, mapping: null, existing: 'skip', rememberAs: '', trial: null, busy: false, failure: null };

export interface ImportPlan extends PlanState {
  choose(): Promise<void>;
  take(file: ChosenFile): void;
  readAs(options: ReadOptions): void;
  map(mapping: ColumnMapping): void;
  settle(part: Partial<Pick<PlanState, 'existing' | 'rememberAs'>>): void;
  go(step: Step): void;
  tryOut(): Promise<void>;
  stopTrial(): void;
  /** The id of the import that began, or null when it could not. */
  start(): Promise<string | null>;
}

export function useImportPlan(): ImportPlan {
  const [state, setState] = useState(nothing);
  // An answer about an earlier file or other options must not overwrite the newest.
  const turn = useRef(0);
  const put = (part: Partial<PlanState>): void => setState((before) => ({ ...before, ...part }));
  const inspect = async (file: ChosenFile, read: ReadOptions): Promise<void> => {
    const mine = ++turn.current;
    put({ file, read, busy: true, failure: null, trial: null });
    const answer = await settled(client.imports.inspect({ file: file.token, read }));
    if (mine !== turn.current) return;
    put(answer.ok ? { busy: false, look: answer.value, mapping: answer.value.mapping } : { busy: false, failure: answer.error, look: null, mapping: null });
  };
  const planned = (): Plan | null => {
    const { file, read, mapping, existing, rememberAs } = state;
    if (file === null || mapping === null) return null;
    return { file: file.token, read, mapping, existing, saveMappingAs: rememberAs.trim() === '' ? undefined : rememberAs };
  };
  return {
    ...state,
    choose: async () => {
      const answer = await appClient.chooseImportFile({});
      if (answer.ok && answer.value !== null) await inspect(answer.value, {});
    },
    take: (file) => void inspect(file, {}),
    readAs: (options) => state.file !== null && void inspect(state.file, options),
    map: (mapping) => put({ mapping, trial: null }),
    settle: (part) => put({ ...part, trial: null }),
    go: (step) => put({ step, failure: null }),
    tryOut: async () => {
      const plan = planned();
      if (plan === null) return;
      const mine = ++turn.current;
      put({ step: 'try', busy: true, failure: null, trial: null });
      const answer = await settled(client.imports.dryRun(plan));
      if (mine !== turn.current) return;
      put(answer.ok ? { busy: false, trial: answer.value } : { busy: false, failure: answer.error });
    },
    stopTrial: () => {
      turn.current += 1;
      put({ busy: false, step: 'map' });
      void client.imports.cancel({});
    },
    start: async () => {
      const plan = planned();
      if (plan === null) return null;
      put({ busy: true, failure: null });
      const answer = await settled(client.imports.start(plan));
      put(answer.ok ? nothing : { busy: false, failure: answer.error });
      return answer.ok ? answer.value.id : null;
    },
  };
}

/** A call that breaks off (the engine starts anew) ends as a failure like any other. */
const settled = <Answer extends { readonly ok: boolean }>(call: Promise<Answer>): Promise<Answer | { readonly ok: false; readonly error: Failure }> =>
  call.catch((error: unknown) => ({ ok: false as const, error: failureOf(error) }));
