// Adds a role, or changes who looks after one and on what terms.

import { partyRoleEntity } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../../api';
import { ChoiceSelect, CivilDateField, Select, TextField, useT } from '../../../ui';
import { useDone, useUserOptions } from '../../operations';
import { orNull, PartForm } from './PartForm';
import type { Role } from './role';
import styles from './record.module.css';
import { useParty } from './use-party-edit';

export interface RoleFormProps {
  /** Null for a new role. */
  readonly role: Role | null;
  onClose(): void;
}

export function RoleForm({ role, onClose }: RoleFormProps): ReactNode {
  const t = useT();
  const done = useDone();
  const users = useUserOptions();
  const party = useParty();
  const add = useEngineCommand('roles.add');
  const update = useEngineCommand('roles.update');
  const [type, setType] = useState<Role['type'] | null>(role?.type ?? null);
  const [stage, setStage] = useState<Role['stage']>('active');
  const [ownerId, setOwner] = useState(role?.owner?.id ?? null);
  const [deputyId, setDeputy] = useState(role?.deputy?.id ?? null);
  const [terms, setTerms] = useState(role?.terms ?? '');
  const [startedOn, setStarted] = useState(role?.startedOn ?? null);
  const name = type === null ? '' : t.any(`catalogue.party_role.type.${type}`);
  const save = async (): Promise<boolean> => {
    if (type === null) return false;
    const common = { ownerId, deputyId, terms: orNull(terms), startedOn };
    const result =
      role === null
        ? await add.run({ partyId: party.id, type, stage, ...common })
        : await update.run({ id: role.id, ...common });
    if (result.ok) done(result, t(role === null ? 'record.role.added' : 'record.role.changed', { role: name }));
    return result.ok;
  };
  const edit = {
    pending: add.pending || update.pending,
    failure: add.error ?? update.error,
  };
  return (
    <PartForm edit={edit} ready={type !== null} onSave={save} onClose={onClose}>
      {role === null && (
        <div className={styles.fieldPair}>
          <ChoiceSelect
            entity={partyRoleEntity}
            field="type"
            label={t('record.field.type')}
            autoFocus
            value={type}
            onChange={setType}
          />
          <ChoiceSelect
            entity={partyRoleEntity}
            field="stage"
            label={t('record.field.stage')}
            only={['starting', 'active']}
            value={stage}
            onChange={(next) => next !== null && setStage(next)}
          />
        </div>
      )}
      <div className={styles.fieldPair}>
        <Select
          label={t('record.field.owner')}
          clearable
          autoFocus={role !== null}
          value={ownerId}
          options={users}
          onChange={setOwner}
        />
        <Select label={t('record.field.deputy')} clearable value={deputyId} options={users} onChange={setDeputy} />
      </div>
      <TextField label={t('record.field.terms')} value={terms} onChange={setTerms} />
      <CivilDateField label={t('record.field.startedOn')} value={startedOn} onChange={setStarted} />
    </PartForm>
  );
}
