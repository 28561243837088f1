// The quick log at work: the draft that survives a crash, what is wrong with it, and saving it.

import { useState } from 'react';
import { useDraft, useEngineCommand } from '../../api';
import { useMomentReading, useT } from '../../ui';
import { useDone } from '../operations';
import type { PickedParty } from '../search';
import { readQuickPromise, type QuickPromise } from '@shared/features/tasks/quick-promise';
import { momentOf } from '@shared/locale/parse-moment';
import { activityOf, emptyDraft, problemOf, whenOf } from './quick-log-draft';
import type { DraftProblem, QuickDraft } from './quick-log-draft';

export interface QuickLogState {
  readonly draft: QuickDraft;
  readonly restored: boolean;
  readonly problem: DraftProblem | null;
  readonly pending: boolean;
  /** When the typed time means, ms UTC; null when it is not understood. */
  readonly at: number | null;
  readonly future: boolean;
  /** The line is a promise, not something that happened. */
  readonly promise: QuickPromise | null;
  change(part: Partial<QuickDraft>): void;
  /** True when it was saved. */
  save(): Promise<boolean>;
  discard(): void;
}

const MINUTE = 60_000;

/** `key` names the place of the bar, so that each record keeps its own unfinished line. */
export function useQuickLog(key: string, parties: readonly PickedParty[]): QuickLogState {
  const kept = useDraft<QuickDraft>(`quick-log:${key}`, emptyDraft(parties));
  const storing = useStoring();
  const reading = useMomentReading();
  const [tried, setTried] = useState(false);
  const draft = kept.value;
  const problem = problemOf(draft, reading);
  const at = momentOf(whenOf(draft), reading);
  const promise = readQuickPromise(draft.subject, reading);
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (problem !== null || storing.pending) return false;
    const isStored = promise === null ? await storing.happened(draft) : await storing.promised(draft, promise);
    if (!isStored) return false;
    kept.clear();
    setTried(false);
    return true;
  };
  return {
    draft,
    restored: kept.restored,
    problem: tried ? problem : null,
    pending: storing.pending,
    promise,
    at,
    future: at !== null && at > reading.now + MINUTE,
    change: (part) => kept.set((before) => ({ ...before, ...part })),
    save,
    discard: () => {
      kept.clear();
      setTried(false);
    },
  };
}

/** What the line was: something that happened, or a word that is given. Both answer whether it was stored. */
function useStoring() {
  const t = useT();
  const done = useDone();
  const reading = useMomentReading();
  const log = useEngineCommand('activities.log');
  const give = useEngineCommand('promises.create');
  return {
    pending: log.pending || give.pending,
    happened: async (draft: QuickDraft): Promise<boolean> => {
      const result = await log.run(activityOf(draft, { ...reading, now: Date.now() }));
      done(result, t('activities.quick.saved', { kind: t.any(`catalogue.activity.kind.${draft.kind}`) }));
      return result.ok;
    },
    promised: async ({ parties }: QuickDraft, { title, word, due }: QuickPromise): Promise<boolean> => {
      const [party] = parties;
      if (party === undefined || due === null) return false;
      const result = await give.run({ title, word, due, partyId: party.id });
      done(result, t('activities.quick.promised', { title }));
      return result.ok;
    },
  };
}
