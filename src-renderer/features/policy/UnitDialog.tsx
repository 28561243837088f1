// A unit of the office, made or changed: what it is, what it is part of, who leads it, and of a territory its cities.

import { orgUnitEntity } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { ChoiceSelect, Dialog, Fields, Form, FormFoot, Select, TextField, useT } from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { CitiesField } from './CitiesField';
import { PeriodFields } from './PeriodFields';
import { optionsOf, type Unit } from './use-unit-options';

/** A unit to change, or one to make below another. */
export type UnitWish = { readonly unit: Unit } | { readonly parentId: string | null };

export interface UnitDialogProps {
  readonly wish: UnitWish;
  readonly units: readonly Unit[];
  onClose(): void;
}

type UnitForm = Omit<Unit, 'id' | 'members'>;

const fresh = (parentId: string | null): UnitForm => ({
  kind: parentId === null ? 'branch' : 'team',
  name: '',
  parentId,
  managerId: null,
  deputyId: null,
  cities: [],
  fromOn: null,
  toOn: null,
});

function formOf({ id: _id, members: _members, ...form }: Unit): UnitForm {
  return form;
}

export function UnitDialog({ wish, units, onClose }: UnitDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('policy.saveUnit');
  const unit = 'unit' in wish ? wish.unit : undefined;
  const [form, setForm] = useState(() => ('unit' in wish ? formOf(wish.unit) : fresh(wish.parentId)));
  const name = form.name.trim();
  const submit = async (): Promise<void> => {
    if (name === '') return;
    const answer = await save.run({ ...form, id: unit?.id, name });
    if (!answer.ok) return;
    done(answer, t('policy.unit-saved', { name }));
    onClose();
  };
  const title = unit === undefined ? t('policy.add-unit') : t('policy.edit-unit', { name: unit.name });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form onSubmit={submit}>
        <UnitFields
          form={form}
          isNew={unit === undefined}
          units={units.filter(({ id }) => id !== unit?.id)}
          onChange={(part) => setForm({ ...form, ...part })}
        />
        <FormFoot ready={name !== ''} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface UnitFieldsProps {
  readonly form: UnitForm;
  readonly isNew: boolean;
  readonly units: readonly Unit[];
  onChange(part: Partial<UnitForm>): void;
}

function UnitFields({ form, isNew, units, onChange }: UnitFieldsProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  return (
    <>
      <TextField
        label={t('catalogue.org_unit.name')}
        value={form.name}
        required
        autoFocus
        onChange={(name) => onChange({ name })}
      />
      <Fields>
        {isNew && (
          <ChoiceSelect
            entity={orgUnitEntity}
            field="kind"
            value={form.kind}
            onChange={(kind) => kind !== null && onChange({ kind })}
          />
        )}
        <Select
          label={t('catalogue.org_unit.parent_id')}
          clearable
          value={form.parentId}
          options={optionsOf(units)}
          onChange={(parentId) => onChange({ parentId })}
        />
      </Fields>
      <Fields>
        <Select
          label={t('catalogue.org_unit.manager_id')}
          clearable
          value={form.managerId}
          options={users}
          onChange={(managerId) => onChange({ managerId })}
        />
        <Select
          label={t('catalogue.org_unit.deputy_id')}
          clearable
          value={form.deputyId}
          options={users}
          onChange={(deputyId) => onChange({ deputyId })}
        />
      </Fields>
      <PeriodFields value={form} onChange={({ fromOn, toOn }) => onChange({ fromOn, toOn })} />
      {form.kind === 'territory' && (
        <CitiesField
          label={t('catalogue.org_unit.cities')}
          value={form.cities}
          onChange={(cities) => onChange({ cities })}
        />
      )}
    </>
  );
}
