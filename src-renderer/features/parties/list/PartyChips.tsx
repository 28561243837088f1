// The filters in force, each with its own way out.

import type { PartyFilter } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { FilterChips, useT } from '../../../ui';
import type { FilterInForce, Translate } from '../../../ui';
import { useUserOptions } from '../../operations';
import { useUnitOptions } from '../../policy';

export interface PartyChipsProps {
  readonly filter: PartyFilter;
  change(part: Partial<PartyFilter>): void;
  onClear(): void;
}

type FilterWords = FilterInForce<keyof PartyFilter>;

export function PartyChips({ filter, change, onClear }: PartyChipsProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const owner = users.find((user) => user.value === filter.ownerId)?.label ?? '…';
  const units = useUnitOptions();
  const unitName = (id: string): string => units.find((unit) => unit.value === id)?.label.replace(/^[– ]+/, '') ?? '…';
  const chips = wordsOf(t, filter, { owner, unitName });
  return <FilterChips filters={chips} onRemove={(part) => change({ [part]: undefined })} onClear={onClear} />;
}

interface Named {
  readonly owner: string;
  unitName(id: string): string;
}

function wordsOf(t: Translate, filter: PartyFilter, { owner, unitName }: Named): readonly FilterWords[] {
  const found: FilterWords[] = [];
  const add = (part: keyof PartyFilter, name: string, value: string): void => void found.push({ part, name, value });
  if (filter.roleType !== undefined)
    add('roleType', t('people.filter.role'), t.any(`catalogue.party_role.type.${filter.roleType}`));
  if (filter.roleStage !== undefined)
    add('roleStage', t('people.filter.stage'), t.any(`catalogue.party_role.stage.${filter.roleStage}`));
  if (filter.ownerId !== undefined) add('ownerId', t('people.filter.owner'), owner);
  if (filter.unitId !== undefined) add('unitId', t('people.filter.unit'), unitName(filter.unitId));
  if (filter.teamId !== undefined) add('teamId', t('people.filter.team'), unitName(filter.teamId));
  if (filter.status !== undefined)
    add('status', t('people.filter.status'), t.any(`catalogue.party.status.${filter.status}`));
  if (filter.language !== undefined)
    add('language', t('people.filter.language'), t.any(`catalogue.party.language.${filter.language}`));
  if (filter.city !== undefined) add('city', t('people.filter.city'), filter.city);
  return found;
}
