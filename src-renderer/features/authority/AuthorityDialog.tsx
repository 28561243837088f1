// Gives somebody authority over a party's matters, forbids it, or changes what was given.

import { authorityEntity } from '@shared/catalogue';
import type { Authority } from '@shared/features/authority/authority.contract';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { Button, CivilDateField, ChoiceSelect, Dialog, ErrorState, Segments, TextField, useT } from '../../ui';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';
import { authorityForm, isReady, type AuthorityForm } from './authority-form';
import styles from './authority.module.css';
import { DocumentField } from './DocumentField';
import { PickedChip } from './PickedChip';
import { ReachFields } from './ReachFields';
import { useSaveAuthority } from './use-save-authority';

export interface AuthorityDialogProps {
  readonly subject: PickedParty;
  /** What is changed; null for a new one. */
  readonly authority: Authority | null;
  /** Whose it is; chosen for a new one. */
  readonly agent: PickedParty | null;
  onClose(): void;
}

export function AuthorityDialog({ subject, authority, agent, onClose }: AuthorityDialogProps): ReactNode {
  const t = useT();
  const [who, setWho] = useState(agent);
  const [form, setForm] = useState<AuthorityForm>(() => authorityForm(authority));
  const change = (part: Partial<AuthorityForm>): void => setForm({ ...form, ...part });
  const saving = useSaveAuthority(subject, authority);
  const ready = who !== null && isReady(form);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (who !== null && ready && (await saving.save(who, form))) onClose();
  };
  const title =
    authority === null
      ? t('authority.add-title', { name: subject.name })
      : t('authority.edit-title', { name: who?.name ?? '' });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {who === null ? (
          <PartyPicker label={t('authority.agent')} autoFocus without={[subject.id]} onPick={setWho} />
        ) : (
          <PickedChip
            label={t('authority.agent')}
            party={who}
            onDrop={authority === null ? () => setWho(null) : undefined}
          />
        )}
        {authority === null && <Grounds form={form} onChange={change} />}
        <ReachFields form={form} onChange={change} />
        <div className={styles.dates}>
          <CivilDateField label={t('authority.from')} value={form.fromOn} onChange={(fromOn) => change({ fromOn })} />
          <CivilDateField label={t('authority.to')} value={form.toOn} onChange={(toOn) => change({ toOn })} />
        </div>
        {who !== null && (
          <DocumentField
            parties={[subject.id, who.id]}
            value={form.attachmentId}
            onChange={(attachmentId) => change({ attachmentId })}
          />
        )}
        <TextField label={t('authority.note')} value={form.note} onChange={(note) => change({ note })} />
        {authority === null && form.stance === 'allow' && <QuestionFields form={form} onChange={change} />}
        {saving.failure !== null && <ErrorState inline error={saving.failure} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="primary" disabled={!ready} pending={saving.pending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: AuthorityForm;
  onChange(part: Partial<AuthorityForm>): void;
}

function Grounds({ form, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const stances = (['allow', 'refuse'] as const).map((value) => ({
    value,
    label: t(`catalogue.authority.stance.${value}`),
  }));
  return (
    <>
      <ChoiceSelect
        entity={authorityEntity}
        field="basis"
        label={t('authority.basis')}
        value={form.basis}
        onChange={(basis) => basis !== null && onChange({ basis })}
      />
      <Segments
        label={t('authority.stance')}
        value={form.stance}
        options={stances}
        onChange={(stance) => onChange({ stance })}
      />
    </>
  );
}

function QuestionFields({ form, onChange }: FieldsProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.dates}>
      <TextField
        label={t('authority.question')}
        value={form.question}
        onChange={(question) => onChange({ question })}
      />
      <TextField
        label={t('authority.answer')}
        hint={t('authority.answer-hint')}
        value={form.answer}
        onChange={(answer) => onChange({ answer })}
      />
    </div>
  );
}
