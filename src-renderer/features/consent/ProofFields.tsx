// How it was said and when, by whom in the person's stead, and what proves it.

import { consentEventEntity } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { ChoiceSelect, MomentInput, Select, TextField, useT } from '../../ui';
import styles from './consent.module.css';
import type { ConsentForm } from './ConsentFields';

export interface ProofFieldsProps {
  readonly form: ConsentForm;
  readonly partyId: string;
  /** Whether the words for when it was said are understood. */
  readonly understood: boolean;
  onChange(part: Partial<ConsentForm>): void;
}

export function ProofFields({ form, partyId, understood, onChange }: ProofFieldsProps): ReactNode {
  const t = useT();
  const files = useEngineQuery('attachments.list', { of: { partyId }, withActivities: false });
  const items = files.data?.items ?? [];
  return (
    <>
      <div className={styles.fields}>
        <ChoiceSelect
          entity={consentEventEntity}
          field="source"
          value={form.source}
          onChange={(source) => source !== null && onChange({ source })}
        />
        <MomentInput
          label={t('consent.when')}
          hint={t('consent.when-hint')}
          error={understood ? undefined : t('consent.when-unclear')}
          value={form.moment}
          onChange={(moment) => onChange({ moment })}
        />
      </div>
      <TextField
        label={t('catalogue.consent_event.given_by')}
        hint={t('consent.given-by-hint')}
        value={form.givenBy}
        onChange={(givenBy) => onChange({ givenBy })}
      />
      <TextField
        label={t('catalogue.consent_event.evidence')}
        hint={t('consent.evidence-hint')}
        rows={2}
        value={form.evidence}
        onChange={(evidence) => onChange({ evidence })}
      />
      {items.length > 0 && (
        <Select
          label={t('catalogue.consent_event.attachment_id')}
          clearable
          value={form.attachmentId}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(attachmentId) => onChange({ attachmentId })}
        />
      )}
    </>
  );
}
