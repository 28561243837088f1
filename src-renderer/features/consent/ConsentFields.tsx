// What somebody said: yes or no, about which purpose, by which channels, of which brand, after which words.

import { consentChannels, type consentSources } from '@shared/catalogue';
import type { ConsentChannel } from '@shared/features/consent/consent';
import { mayObject, type Purpose, type Wording } from '@shared/features/privacy/purpose';
import { directionOf } from '@shared/locale/language';
import type { TypedMoment } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import { Segments, Select, TagsSelect, TextField, useT } from '../../ui';
import { usePurposeWords } from '../privacy';
import styles from './consent.module.css';

export interface ConsentForm {
  readonly purposeId: string;
  readonly channels: ConsentChannel[];
  readonly action: 'given' | 'refused';
  readonly brand: string;
  readonly source: (typeof consentSources)[number];
  /** Words for when it was said; nothing typed means now. */
  readonly moment: TypedMoment;
  readonly givenBy: string;
  readonly evidence: string;
  readonly attachmentId: string | null;
}

export interface ConsentFieldsProps {
  readonly form: ConsentForm;
  readonly purposes: readonly Purpose[];
  /** What the person is shown or read out. */
  readonly wording: Wording | undefined;
  onChange(part: Partial<ConsentForm>): void;
}

export function ConsentFields({ form, purposes, wording, onChange }: ConsentFieldsProps): ReactNode {
  const t = useT();
  const wordsOf = usePurposeWords();
  const asked = purposes.filter(({ active, basis }) => active && mayObject(basis));
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={t('catalogue.consent_event.purpose_id')}
          value={form.purposeId}
          options={asked.map((purpose) => ({ value: purpose.id, label: wordsOf(purpose) }))}
          onChange={(purposeId) => purposeId !== null && onChange({ purposeId })}
        />
        <TagsSelect
          label={t('catalogue.consent_event.channel')}
          required
          value={form.channels}
          options={consentChannels.map((value) => ({
            value,
            label: t.any(`catalogue.consent_event.channel.${value}`),
          }))}
          onChange={(channels) => onChange({ channels })}
        />
      </div>
      {wording !== undefined && (
        <blockquote className={styles.wording} lang={wording.language} dir={directionOf(wording.language)}>
          {wording.text}
        </blockquote>
      )}
      <div className={styles.fields}>
        <div>
          <Segments
            label={t('catalogue.consent_event.action')}
            value={form.action}
            options={(['given', 'refused'] as const).map((value) => ({
              value,
              label: t.any(`catalogue.consent_event.action.${value}`),
            }))}
            onChange={(action) => onChange({ action })}
          />
        </div>
        <TextField
          label={t('catalogue.consent_event.brand')}
          hint={t('consent.brand-hint')}
          value={form.brand}
          onChange={(brand) => onChange({ brand })}
        />
      </div>
    </>
  );
}
