// The paper an authority stands on: one of the files of either party.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Select, useT } from '../../ui';

export interface DocumentFieldProps {
  readonly parties: readonly [string, string];
  readonly value: string | null;
  onChange(id: string | null): void;
}

export function DocumentField({ parties: [subject, agent], value, onChange }: DocumentFieldProps): ReactNode {
  const t = useT();
  const ofSubject = useEngineQuery('attachments.list', { of: { partyId: subject }, withActivities: false, limit: 100 });
  const ofAgent = useEngineQuery('attachments.list', { of: { partyId: agent }, withActivities: false, limit: 100 });
  const files = [...(ofSubject.data?.items ?? []), ...(ofAgent.data?.items ?? [])];
  return (
    <Select
      label={t('authority.document')}
      hint={t('authority.document-hint')}
      placeholder={t('authority.no-document')}
      value={value}
      options={files.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
      clearable
    />
  );
}
