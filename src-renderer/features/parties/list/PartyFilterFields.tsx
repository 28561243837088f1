// Every way to narrow the register. A choice takes effect at once.

import { partyEntity, partyRoleEntity } from '@shared/catalogue';
import type { PartyFilter } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useIsMasked, useSession } from '../../../api';
import { Button, ChoiceSelect, Select, TextField, useT } from '../../../ui';
import { useUserOptions } from '../../operations';
import { useUnitOptions } from '../../policy';

export interface PartyFilterProps {
  readonly filter: PartyFilter;
  change(part: Partial<PartyFilter>): void;
}

export function PartyFilterFields({ filter, change }: PartyFilterProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const me = useSession();
  const isMasked = useIsMasked();
  return (
    <>
      <ChoiceSelect
        entity={partyRoleEntity}
        field="type"
        label={t('people.filter.role')}
        clearable
        inPanel
        value={filter.roleType ?? null}
        onChange={(roleType) => change({ roleType: roleType ?? undefined })}
      />
      <ChoiceSelect
        entity={partyRoleEntity}
        field="stage"
        label={t('people.filter.stage')}
        clearable
        inPanel
        value={filter.roleStage ?? null}
        onChange={(roleStage) => change({ roleStage: roleStage ?? undefined })}
      />
      <Select
        label={t('people.filter.owner')}
        clearable
        inPanel
        value={filter.ownerId ?? null}
        options={users}
        onChange={(ownerId) => change({ ownerId: ownerId ?? undefined })}
      />
      <Button small kind="quiet" onClick={() => change({ ownerId: me.id })}>
        {t('people.filter.mine')}
      </Button>
      <UnitFields filter={filter} change={change} />
      <ChoiceSelect
        entity={partyEntity}
        field="status"
        label={t('people.filter.status')}
        clearable
        inPanel
        value={filter.status ?? null}
        onChange={(status) => change({ status: status ?? undefined })}
      />
      <ChoiceSelect
        entity={partyEntity}
        field="language"
        label={t('people.filter.language')}
        clearable
        inPanel
        value={filter.language ?? null}
        onChange={(language) => change({ language: language ?? undefined })}
      />
      {!isMasked('address.city') && (
        <CityField city={filter.city ?? ''} onChange={(city) => change({ city: city === '' ? undefined : city })} />
      )}
    </>
  );
}

/** Offices without units are not asked about them. */
function UnitFields({ filter, change }: PartyFilterProps): ReactNode {
  const t = useT();
  const units = useUnitOptions();
  if (units.length === 0) return null;
  return (
    <>
      <Select
        label={t('people.filter.unit')}
        clearable
        inPanel
        value={filter.unitId ?? null}
        options={units}
        onChange={(unitId) => change({ unitId: unitId ?? undefined })}
      />
      <Select
        label={t('people.filter.team')}
        clearable
        inPanel
        value={filter.teamId ?? null}
        options={units}
        onChange={(teamId) => change({ teamId: teamId ?? undefined })}
      />
    </>
  );
}

function CityField({ city, onChange }: { readonly city: string; onChange(city: string): void }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(city);
  useEffect(() => setTyped(city), [city]);
  return (
    <TextField
      label={t('people.filter.city')}
      value={typed}
      maxLength={100}
      onChange={setTyped}
      onBlur={() => onChange(typed.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChange(typed.trim());
      }}
    />
  );
}
