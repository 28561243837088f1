// Moving a deal: one command however it was asked for (dragged, by key, from the menu), and one dialog for what the stage asks.

import { stageNeeds } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FailureAt } from '../../../api';
import { useEngineCommand } from '../../../api';
import { failureWords, notify, useT } from '../../../ui';
import { useDone, useUserOptions } from '../../operations';
import type { Stage } from '../../pipelines';
import { useStageNames } from '../../pipelines';
import type { MoveAnswers, Moved, Need } from './move';
import { MoveDialog } from './MoveDialog';

export interface Mover {
  move(deal: Moved, to: Stage): void;
  /** Stands on the page that moves. */
  readonly dialog: ReactNode;
  /** The last move in words, to be read out. */
  readonly said: string;
}

interface Asked {
  readonly deal: Moved;
  readonly to: Stage;
  readonly needs: readonly Need[];
}

/** `onMoved` is told of a deal that is elsewhere now, whoever moved it. */
export function useMoveDeal(onMoved: (deal: Moved, toStageId: string) => void): Mover {
  const t = useT();
  const done = useDone();
  const command = useEngineCommand('deals.move');
  const stageName = useStageNames();
  const users = useUserOptions();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  const refused = (deal: Moved, to: Stage, error: FailureAt<'deals.move'>): void => {
    if (error.code === 'deals.moved-meanwhile') {
      const { stageId, by } = (error.details ?? {}) as { stageId?: string; by?: string };
      const name = users.find(({ value }) => value === by)?.label ?? t('deals.somebody');
      const message = t('deals.moved-meanwhile', { name, title: deal.title, stage: stageName(stageId ?? '') });
      setAsked(null);
      setSaid(message);
      notify({ message, tone: 'danger' });
      if (stageId !== undefined) onMoved(deal, stageId);
    } else if (asks.has(error.code)) setAsked({ deal, to, needs: needsIn(error.details) });
    else notify({ message: failureWords(t, error), tone: 'danger' });
  };
  const run = async (deal: Moved, to: Stage, answers: MoveAnswers = {}): Promise<void> => {
    const result = await command.run({ id: deal.id, toStageId: to.id, fromStageId: deal.stageId, ...answers });
    if (!result.ok) return refused(deal, to, result.error);
    const message = t('deals.moved', { title: deal.title, stage: to.name });
    setAsked(null);
    setSaid(message);
    done(result, message);
    return onMoved(deal, to.id);
  };
  return {
    move: (deal, to) => {
      if (deal.stageId !== to.id && !command.pending) void run(deal, to);
    },
    said,
    dialog: asked !== null && (
      <MoveDialog
        {...asked}
        pending={command.pending}
        onMove={(answers) => run(asked.deal, asked.to, answers)}
        onClose={() => setAsked(null)}
      />
    ),
  };
}

/** Refusals that the person at the desk can answer at once. */
const asks: ReadonlySet<string> = new Set(['deals.needs', 'deals.criteria', 'deals.loss-reason-needed']);

function needsIn(details: Readonly<Record<string, unknown>> | undefined): readonly Need[] {
  const needs = details?.['needs'];
  return Array.isArray(needs) ? stageNeeds.filter((need) => needs.includes(need)) : [];
}
