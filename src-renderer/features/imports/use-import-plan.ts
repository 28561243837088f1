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
  readonly duplicates: NonNullable<Plan['duplicates']>;
  readonly rememberAs: string;
  readonly trial: Trial | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const nothing: PlanState = {
  step: 'file',
  file: null,
  read: {},
  look: null,
  mapping: null,
  existing: 'fill-blank',
  duplicates: 'review',
  rememberAs: '',
  trial: null,
  busy: false,
  failure: null,
};

export interface ImportPlan extends PlanState {
  choose(): Promise<void>;
  take(file: ChosenFile): void;
  readAs(options: ReadOptions): void;
  map(mapping: ColumnMapping): void;
  /** What the rows are: the columns are looked at anew. */
  into(into: ColumnMapping['into']): void;
  settle(part: Partial<Pick<PlanState, 'existing' | 'duplicates' | 'rememberAs'>>): void;
  go(step: Step): void;
  tryOut(): Promise<void>;
  stopTrial(): void;
  /** The id of the import that began, or null when it could not. */
  start(): Promise<string | null>;
}

export function useImportPlan(): ImportPlan {
  const [state, setState] = useState(nothing);
  const turn = useRef(0);
  const desk: Desk = {
    state,
    put: (part) => setState((before) => ({ ...before, ...part })),
    takeTurn: () => {
      turn.current += 1;
      return turn.current;
    },
    isTurn: (mine) => mine === turn.current,
  };
  return {
    ...state,
    choose: async () => {
      const answer = await appClient.chooseImportFile({});
      if (answer.ok && answer.value !== null) await inspect(desk, { file: answer.value, read: {} });
    },
    take: (file) => void inspect(desk, { file, read: {} }),
    readAs: (options) => state.file !== null && void inspect(desk, { file: state.file, read: options }),
    map: (mapping) => desk.put({ mapping, trial: null }),
    into: (into) => state.file !== null && void inspect(desk, { file: state.file, read: state.read, into }),
    settle: (part) => desk.put({ ...part, trial: null }),
    go: (step) => desk.put({ step, failure: null }),
    tryOut: () => tryOut(desk),
    stopTrial: () => {
      desk.takeTurn();
      desk.put({ busy: false, step: 'map' });
      void client.imports.cancel({});
    },
    start: () => start(desk),
  };
}

interface Desk {
  readonly state: PlanState;
  put(part: Partial<PlanState>): void;
  /** An answer about an earlier file or other options must not overwrite the newest: each question takes a turn. */
  takeTurn(): number;
  isTurn(mine: number): boolean;
}

interface Question {
  readonly file: ChosenFile;
  readonly read: ReadOptions;
  /** Guessed when left out; asked for in the step of columns, which stays open then. */
  readonly into?: ColumnMapping['into'];
}

async function inspect(desk: Desk, { file, read, into }: Question): Promise<void> {
  const mine = desk.takeTurn();
  const step = into === undefined ? { step: 'file' as const } : {};
  desk.put({ ...step, file, read, busy: true, failure: null, trial: null });
  const answer = await settled(client.imports.inspect({ file: file.token, read, ...(into ? { into } : {}) }));
  if (!desk.isTurn(mine)) return;
  if (answer.ok) desk.put({ busy: false, look: answer.value, mapping: answer.value.mapping });
  else desk.put({ busy: false, failure: answer.error, look: null, mapping: null });
}

async function tryOut(desk: Desk): Promise<void> {
  const plan = planOf(desk.state);
  if (plan === null) return;
  const mine = desk.takeTurn();
  desk.put({ step: 'try', busy: true, failure: null, trial: null });
  const answer = await settled(client.imports.dryRun(plan));
  if (desk.isTurn(mine))
    desk.put(answer.ok ? { busy: false, trial: answer.value } : { busy: false, failure: answer.error });
}

async function start(desk: Desk): Promise<string | null> {
  const plan = planOf(desk.state);
  if (plan === null) return null;
  desk.put({ busy: true, failure: null });
  const answer = await settled(client.imports.start(plan));
  desk.put(answer.ok ? nothing : { busy: false, failure: answer.error });
  return answer.ok ? answer.value.id : null;
}

function planOf({ file, read, mapping, existing, duplicates, rememberAs }: PlanState): Plan | null {
  if (file === null || mapping === null) return null;
  return {
    file: file.token,
    read,
    mapping,
    existing,
    duplicates,
    saveMappingAs: rememberAs.trim() === '' ? undefined : rememberAs,
  };
}

/** A call that breaks off (the engine starts anew) ends as a failure like any other. */
const settled = <Answer extends { readonly ok: boolean }>(
  call: Promise<Answer>,
): Promise<Answer | { readonly ok: false; readonly error: Failure }> =>
  call.catch((error: unknown) => ({ ok: false as const, error: failureOf(error) }));
