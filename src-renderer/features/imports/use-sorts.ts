// What rows of a file can be as a whole: the choices of the field that says their sort; of consents the office's purposes.

import { recordEntities, type ImportInto } from '@shared/features/imports/mapping/record-targets';
import { useEngineQuery, useMay } from '../../api';
import { useT } from '../../ui';
import { usePurposeWords } from '../privacy';

export interface Sort {
  readonly value: string;
  readonly label: string;
}

export function useSorts(into: ImportInto): readonly Sort[] {
  const t = useT();
  const wordsOf = usePurposeWords();
  const may = useMay();
  const { data } = useEngineQuery('privacy.purposes', {}, { enabled: into === 'consents' && may('consent.read') });
  if (into === 'parties') return [];
  if (into === 'consents')
    return (data?.purposes ?? []).map((purpose) => ({ value: purpose.id, label: wordsOf(purpose) }));
  const { entity, sort, choices } = recordEntities[into];
  const told = choices?.[sort];
  const word = told?.word ?? ((choice: string) => `catalogue.${entity.key}.${sort}.${choice}`);
  return (told?.of ?? entity.fields[sort]?.choices ?? []).map((value) => ({ value, label: t.any(word(value)) }));
}
