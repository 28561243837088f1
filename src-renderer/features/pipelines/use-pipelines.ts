// The office's pipelines with names in the reader's language.

import type { Names } from '@shared/features/pipelines/pipeline';
import type { Language } from '@shared/locale/language';
import { useMemo } from 'react';
import { useEngineQuery } from '../../api';
import type { OutputAt, QueryState } from '../../api';
import { useLocaleSettings } from '../../ui';

type Told = OutputAt<'pipelines.list'>;
type Named<Thing> = Thing & { readonly name: string };
export type Stage = Named<Told['pipelines'][number]['stages'][number]> & { readonly criteriaWords: readonly string[] };
export type Pipeline = Named<Omit<Told['pipelines'][number], 'stages'>> & { readonly stages: readonly Stage[] };
export type LossReason = Named<Told['lossReasons'][number]>;

export interface Pipelines extends Pick<QueryState<Told>, 'error' | 'refresh'> {
  /** Undefined while they are on their way. Those no longer used are among them. */
  readonly all: readonly Pipeline[] | undefined;
  readonly lossReasons: readonly LossReason[];
}

export function usePipelines(): Pipelines {
  const { language } = useLocaleSettings();
  const { data, error, refresh } = useEngineQuery('pipelines.list', {});
  const told = useMemo(
    () => ({
      all: data?.pipelines.map((pipeline) => ({
        ...named(pipeline, language),
        stages: pipeline.stages.map((stage) => ({
          ...named(stage, language),
          criteriaWords: stage.criteria.map((criterion) => criterion[language]),
        })),
      })),
      lossReasons: data?.lossReasons.map((reason) => named(reason, language)) ?? [],
    }),
    [data, language],
  );
  return { ...told, error, refresh };
}

const named = <Thing extends { readonly names: Names }>(thing: Thing, language: Language): Named<Thing> => ({
  ...thing,
  name: thing.names[language],
});

/** The name of any stage by its id. */
export function useStageNames(): (id: string) => string {
  const { all } = usePipelines();
  return useMemo(() => {
    const names = new Map((all ?? []).flatMap(({ stages }) => stages.map(({ id, name }) => [id, name] as const)));
    return (id) => names.get(id) ?? '…';
  }, [all]);
}
