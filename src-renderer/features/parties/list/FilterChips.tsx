// The filters in force, each with its own way out.

import type { PartyFilter } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { Button, Chip, useT } from '../../../ui';
import type { Translate } from '../../../ui';
import { useUserOptions } from '../../operations';
import { useUnitOptions } from '../../policy';
import { filterSize } from './list-view';

export interface FilterChipsProps {
  readonly filter: PartyFilter;
  change(part: Partial<PartyFilter>): void;
  onClear(): void;
}

interface FilterWords {
  readonly part: keyof PartyFilter;
  readonly name: string;
  readonly value: string;
}

export function FilterChips({ filter, change, onClear }: FilterChipsProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const owner = users.find((user) => user.value === filter.ownerId)?.label ?? '…';
  const units = useUnitOptions();
  const unitName = (id: string): string => units.find((unit) => unit.value === id)?.label.replace(/^[– ]+/, '') ?? '…';
  const chips = wordsOf(t, filter, { owner, unitName });
  return (
    <>
      {chips.map(({ part, name, value }) => (
        <Chip
          key={part}
          onRemove={() => change({ [part]: undefined })}
          removeLabel={t('people.filter.remove', { name })}
        >
          {t('people.filter.chip', { name, value })}
        </Chip>
      ))}
      {filterSize(filter) > 0 && (
        <Button small kind="quiet" onClick={onClear}>
          {t('people.filter.clear')}
        </Button>
      )}
    </>
  );
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
