// The names of what changes refer to: users, and the office's pipelines, stages and reasons for losses.

import { useMemo } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { useLocaleSettings } from '../../ui';
import { useUserOptions } from './use-user-options';

/** By id; `parties` are added to them. */
export function useReferenceNames(parties: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { language } = useLocaleSettings();
  const users = useUserOptions();
  const { data } = useEngineQuery('pipelines.list', {}, { enabled: useMay()('deals.read') });
  return useMemo(() => {
    const named = [
      ...(data?.pipelines ?? []),
      ...(data?.pipelines.flatMap(({ stages }) => stages) ?? []),
      ...(data?.lossReasons ?? []),
    ].map(({ id, names }) => [id, names[language]] as const);
    return new Map([...named, ...users.map(({ value, label }) => [value, label] as const), ...parties]);
  }, [data, users, parties, language]);
}
