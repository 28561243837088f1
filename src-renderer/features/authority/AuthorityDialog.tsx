// Gives somebody authority over a party's matters, forbids it, or changes what was given.

import { authorityEntity } from '@shared/catalogue';
import type { Authority } from '@shared/features/authority/authority.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { ChoiceSelect, CivilDateField, Dialog, Fields, Form, FormFoot, Segments, TextField, useT } from '../../ui';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';
import { authorityForm, isReady, type AuthorityForm } from './authority-form';
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
  const submit = async (): Promise<void> => {
    if (who !== null && ready && (await saving.save(who, form))) onClose();
  };
  const title =
    authority === null
      ? t('authority.add-title', { name: subject.name })
      : t('authority.edit-title', { name: who?.name ?? '' });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form onSubmit={submit}>
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
        <Fields>
          <CivilDateField label={t('authority.from')} value={form.fromOn} onChange={(fromOn) => change({ fromOn })} />
          <CivilDateField label={t('authority.to')} value={form.toOn} onChange={(toOn) => change({ toOn })} />
        </Fields>
        {who !== null && (
          <DocumentField
            parties={[subject.id, who.id]}
            value={form.attachmentId}
            onChange={(attachmentId) => change({ attachmentId })}
          />
        )}
        <TextField label={t('authority.note')} value={form.note} onChange={(note) => change({ note })} />
        {authority === null && form.stance === 'allow' && <QuestionFields form={form} onChange={change} />}
        <FormFoot ready={ready} pending={saving.pending} failure={saving.failure} onClose={onClose} />
      </Form>
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
    <Fields>
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
    </Fields>
  );
}
