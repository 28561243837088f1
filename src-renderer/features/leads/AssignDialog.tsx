// To whom leads are given: people with how many they have open already, and units.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import { Dialog, Form, FormFoot, Select, useFormat, useT } from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { useUnitOptions } from '../policy';

export interface AssignDialogProps {
  readonly ids: readonly string[];
  readonly onDone?: () => void;
  onClose(): void;
}

export function AssignDialog({ ids, onDone, onClose }: AssignDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const assign = useEngineCommand('leads.assign');
  const units = useUnitOptions();
  const users = useLoadedUsers();
  const [to, setTo] = useState<{ ownerId: string | null; unitId: string | null }>({ ownerId: null, unitId: null });
  const ready = to.ownerId !== null || to.unitId !== null;
  const save = async (): Promise<void> => {
    if (!ready || assign.pending) return;
    const { ownerId, unitId } = to;
    const holder = {
      ...(ownerId !== null && { ownerId: ownerId === NOBODY ? null : ownerId }),
      ...(unitId !== null && { unitId }),
    };
    const result = await assign.run({ ids: [...ids], ...holder });
    if (!result.ok) return;
    done(result, t('leads.assigned', { count: ids.length }));
    onDone?.();
    onClose();
  };
  return (
    <Dialog opened size="small" onClose={onClose} title={t('leads.assign')}>
      <Form onSubmit={save}>
        <Select
          label={t('catalogue.lead.owner_id')}
          clearable
          searchable
          value={to.ownerId}
          options={[{ value: NOBODY, label: t('leads.nobody') }, ...users]}
          onChange={(ownerId) => setTo({ ...to, ownerId })}
        />
        {units.length > 0 && (
          <Select
            label={t('catalogue.lead.unit_id')}
            clearable
            value={to.unitId}
            options={units}
            onChange={(unitId) => setTo({ ...to, unitId })}
          />
        )}
        <FormFoot
          ready={ready}
          pending={assign.pending}
          failure={assign.error}
          save={t('leads.assign')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

const NOBODY = 'none';

/** Each with the number of open leads behind the name. */
function useLoadedUsers() {
  const t = useT();
  const format = useFormat();
  const users = useUserOptions();
  const { data } = useEngineQuery('leads.standing', {});
  const open = new Map(data?.owners.map(({ owner, open: count }) => [owner?.id, count]));
  return users.map(({ value, label }) => ({
    value,
    label: t('leads.withOpen', { name: label, count: format.number(open.get(value) ?? 0) }),
  }));
}
