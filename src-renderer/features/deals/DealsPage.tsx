// Deals: one pipeline as a board or as a list, over the same deals and under the same filters.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMay } from '../../api';
import { ErrorState, ListPageFrame, LoadingState, useHotkey, useNavigation } from '../../ui';
import { NoPipeline, usePipelines } from '../pipelines';
import { DealBoard } from './board/DealBoard';
import { DealGrid } from './DealGrid';
import { DealsBar, DealsHead } from './DealsBar';
import type { DealsBarProps } from './DealsBar';
import { readView, useDealFilter, writeView } from './deals-view';
import type { DealsView } from './deals-view';
import { NewDealDialog } from './NewDealDialog';

export interface DealsPageProps {
  /** The page's state as the address keeps it. */
  readonly view?: string;
}

export function DealsPage({ view: text }: DealsPageProps): ReactNode {
  const pipelines = usePipelines();
  const navigation = useNavigation();
  const view = readView(text);
  const used = pipelines.all?.filter(({ active }) => active) ?? [];
  const pipeline = used.find(({ id }) => id === view.pipelineId) ?? used[0];
  const change = (next: DealsView): void => navigation.replace({ page: 'deals', view: writeView(next) });
  return (
    <ListPageFrame>
      {pipeline !== undefined && <Shown view={view} pipelines={used} pipeline={pipeline} onChange={change} />}
      {pipeline === undefined && (
        <>
          <DealsHead />
          {pipelines.error !== null && <ErrorState error={pipelines.error} onRetry={pipelines.refresh} />}
          {pipelines.error === null && (pipelines.all === undefined ? <LoadingState lines={8} /> : <NoPipeline />)}
        </>
      )}
    </ListPageFrame>
  );
}

function Shown(props: DealsBarProps): ReactNode {
  const { view, pipeline, onChange } = props;
  const may = useMay();
  const filter = useDealFilter(view);
  const [creating, setCreating] = useState(false);
  const create = may('deals.write') ? () => setCreating(true) : undefined;
  useHotkey({ keys: 'KeyN', label: 'deals.newHint' }, () => create?.(), create !== undefined);
  return (
    <>
      <DealsHead onCreate={create} />
      <DealsBar {...props} />
      {view.mode === 'board' ? (
        <DealBoard key={pipeline.id} pipeline={pipeline} filter={filter} onCreate={create} />
      ) : (
        <DealGrid pipeline={pipeline} filter={filter} view={view} onChange={onChange} onCreate={create} />
      )}
      {creating && <NewDealDialog pipelineId={pipeline.id} onClose={() => setCreating(false)} />}
    </>
  );
}
