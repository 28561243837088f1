// How a deal came where it is: every move with who made it and how long the deal then stayed, and the times it rested.

import type { Deal } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { InstantText, MoneyText, Panel, useFormat, useT } from '../../../ui';
import { usePipelines, useStageNames } from '../../pipelines';
import lines from '../deals.module.css';
import { durationWords } from './StagePath';

type Visit = Deal['visits'][number];
type Pause = Deal['pauses'][number];

export function DealStory({ deal }: { readonly deal: Deal }): ReactNode {
  const t = useT();
  const told = [
    ...deal.visits.map((visit) => ({ at: visit.at, id: visit.id, words: <VisitWords visit={visit} /> })),
    ...deal.pauses.map((pause) => ({ at: pause.from, id: pause.id, words: <PauseWords pause={pause} /> })),
  ].toSorted((one, other) => other.at - one.at);
  return (
    <Panel title={t('deals.story')} flush>
      <ol className={lines.lines}>
        {told.map(({ id, words }) => (
          <li key={id} className={lines.line}>
            {words}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function VisitWords({ visit }: { readonly visit: Visit }): ReactNode {
  const t = useT();
  const format = useFormat();
  const stageName = useStageNames();
  const { all, lossReasons } = usePipelines();
  const { fromStageId, toStageId, amount, currency, by } = visit;
  const ended = all?.some(({ stages }) => stages.some(({ id, kind }) => id === toStageId && kind !== 'open')) === true;
  const reasons = [lossReasons.find(({ id }) => id === visit.lossReasonId)?.name, visit.reason].filter(
    (words) => words !== undefined && words !== null,
  );
  return (
    <>
      <span>
        {fromStageId === null
          ? t('deals.begunIn', { stage: stageName(toStageId) })
          : t('deals.movedFrom', { from: stageName(fromStageId), to: stageName(toStageId) })}
      </span>
      {reasons.length > 0 && <bdi dir="auto">{reasons.join(' · ')}</bdi>}
      <span className={lines.lineFacts}>
        <InstantText value={visit.at} />
        {by !== null && <bdi dir="auto">{by.name}</bdi>}
        {amount !== null && <MoneyText minor={amount} currency={currency} />}
        {!ended && (
          <span className={lines.quiet}>{t('deals.stayed', { time: durationWords(format, visit.milliseconds) })}</span>
        )}
      </span>
    </>
  );
}

function PauseWords({ pause }: { readonly pause: Pause }): ReactNode {
  const t = useT();
  const { from, to, reason, by } = pause;
  return (
    <>
      <span>{t(to === null ? 'deals.restsSince' : 'deals.rested')}</span>
      {reason !== null && <bdi dir="auto">{reason}</bdi>}
      <span className={lines.lineFacts}>
        <InstantText value={from} />
        {to !== null && (
          <>
            – <InstantText value={to} />
          </>
        )}
        {by !== null && <bdi dir="auto">{by.name}</bdi>}
      </span>
    </>
  );
}
