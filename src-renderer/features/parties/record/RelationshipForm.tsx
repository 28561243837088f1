// Connects this party with another one, or changes the details of a connection.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Chip, CivilDateField, Select, TextField, useT } from '../../../ui';
import { PartyPicker } from '../../search';
import type { PickedParty } from '../../search';
import { orNull, PartForm } from './PartForm';
import { otherLabel, readRelation, relationOptions } from './relation-choices';
import type { Relationship } from './relation-choices';
import { useRelating } from './use-relating';

export interface RelationshipFormProps {
  readonly record: PartyRecord;
  /** Null for a new one. */
  readonly relationship: Relationship | null;
  onClose(): void;
}

export function RelationshipForm({ record, relationship, onClose }: RelationshipFormProps): ReactNode {
  const t = useT();
  const [other, setOther] = useState<PickedParty | null>(relationship?.party ?? null);
  const [relation, setRelation] = useState<string | null>(null);
  const [details, setDetails] = useState({
    position: relationship?.position ?? '',
    note: relationship?.note ?? '',
    fromOn: relationship?.fromOn ?? null,
    toOn: relationship?.toOn ?? null,
  });
  const change = (part: Partial<typeof details>): void => setDetails({ ...details, ...part });
  const relating = useRelating();
  const save = (): Promise<boolean> => {
    const common = { ...details, position: orNull(details.position), note: orNull(details.note) };
    if (relationship !== null) return relating.change(relationship, common);
    if (other === null || relation === null) return Promise.resolve(false);
    return relating.connect(record.id, other, { ...readRelation(relation), ...common });
  };
  const kind = (other?.kind ?? 'person') as PartyRecord['kind'];
  return (
    <PartForm
      edit={relating}
      ready={relationship !== null || (other !== null && relation !== null)}
      onSave={save}
      onClose={onClose}
    >
      {other === null ? (
        <PartyPicker label={t('relationships.who')} autoFocus without={[record.id]} onPick={setOther} />
      ) : (
        <div>
          <Chip
            onRemove={relationship === null ? () => (setOther(null), setRelation(null)) : undefined}
            removeLabel={t('search.drop', { name: other.name })}
          >
            {relationship !== null && `${otherLabel(t, relationship)}: `}
            <bdi dir="auto">{other.name}</bdi>
          </Chip>
        </div>
      )}
      {relationship === null && other !== null && (
        <Select
          label={t('relationships.what', { name: other.name })}
          autoFocus
          value={relation}
          options={relationOptions(t, record.kind, kind)}
          onChange={setRelation}
        />
      )}
      <TextField
        label={t('relationships.position')}
        value={details.position}
        onChange={(position) => change({ position })}
      />
      <CivilDateField
        label={t('relationships.from')}
        value={details.fromOn}
        onChange={(fromOn) => change({ fromOn })}
      />
      <CivilDateField label={t('relationships.to')} value={details.toOn} onChange={(toOn) => change({ toOn })} />
      <TextField label={t('relationships.note')} value={details.note} onChange={(note) => change({ note })} />
    </PartForm>
  );
}
