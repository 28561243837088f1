// A purpose, changed or made anew: its names, its lawful basis with the weighing where it needs one, and the data it needs.

import { dataCategories, purposeEntity } from '@shared/catalogue';
import type { Purpose } from '@shared/features/privacy/purpose';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { ChoiceSelect, Dialog, Fields, Form, FormFoot, TagsSelect, TakeBack, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { balancingWords, usePurposeWords } from './purpose-words';

const languages = ['ar', 'fa', 'en'] as const;
const noNames = { ar: '', fa: '', en: '' };

export interface PurposeDialogProps {
  /** null: a new one. */
  readonly purpose: Purpose | null;
  onClose(): void;
}

interface PurposeForm extends Pick<Purpose, 'basis' | 'categories'> {
  readonly names: Readonly<Record<(typeof languages)[number], string>>;
  readonly balancing: string;
}

export function PurposeDialog({ purpose, onClose }: PurposeDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const wordsOf = usePurposeWords();
  const save = useEngineCommand('privacy.savePurpose');
  const remove = useEngineCommand('privacy.removePurpose');
  const [form, setForm] = useState<PurposeForm>({
    names: purpose?.names ?? noNames,
    basis: purpose?.basis ?? 'consent',
    categories: purpose?.categories ?? ['name', 'contact'],
    balancing: (purpose === null ? null : balancingWords(t, purpose)) ?? '',
  });
  const isNamed = languages.every((language) => form.names[language].trim() !== '');
  const hasNames = isNamed || (purpose?.preset === true && languages.every((one) => form.names[one].trim() === ''));
  const isWeighed = form.basis !== 'legitimate-interest' || form.balancing.trim() !== '';
  const title = purpose === null ? t('privacy.new-purpose') : wordsOf(purpose);
  const submit = async (): Promise<void> => {
    if (!hasNames || !isWeighed) return;
    const answer = await save.run({
      id: purpose?.id,
      names: isNamed ? form.names : null,
      basis: form.basis,
      balancing: form.balancing.trim() === '' ? null : form.balancing,
      categories: [...form.categories],
      active: purpose?.active ?? true,
    });
    if (!answer.ok) return;
    done(answer, t('record.saved', { field: title }));
    onClose();
  };
  const takeBack = async (): Promise<void> => {
    const answer = await remove.run({ id: purpose?.id ?? '' });
    if (!answer.ok) return;
    done(answer, t('privacy.purpose-removed', { purpose: title }));
    onClose();
  };
  const failure = save.error ?? remove.error;
  return (
    <Dialog opened onClose={onClose} size="large" title={title}>
      <Form onSubmit={submit}>
        <PurposeFields
          form={form}
          shipped={purpose?.preset === true}
          onChange={(part) => setForm({ ...form, ...part })}
        />
        <FormFoot ready={hasNames && isWeighed} pending={save.pending} failure={failure} onClose={onClose}>
          {purpose !== null && (!purpose.preset || purpose.isChanged) && (
            <TakeBack
              of={purpose}
              remove={t('privacy.remove-purpose')}
              pending={remove.pending}
              onTakeBack={takeBack}
            />
          )}
        </FormFoot>
      </Form>
    </Dialog>
  );
}

interface PurposeFieldsProps {
  readonly form: PurposeForm;
  readonly shipped: boolean;
  onChange(part: Partial<PurposeForm>): void;
}

function PurposeFields({ form, shipped, onChange }: PurposeFieldsProps): ReactNode {
  const t = useT();
  const categories = dataCategories.map((value) => ({ value, label: t.any(`privacy.category.${value}`) }));
  return (
    <>
      <Fields>
        {languages.map((language, place) => (
          <TextField
            key={language}
            label={t('privacy.name-in', { language: t.any(`common.language-${language}`) })}
            hint={shipped && place === 0 ? t('privacy.names-shipped') : undefined}
            required={!shipped}
            autoFocus={place === 0}
            value={form.names[language]}
            onChange={(name) => onChange({ names: { ...form.names, [language]: name } })}
          />
        ))}
      </Fields>
      <ChoiceSelect
        entity={purposeEntity}
        field="basis"
        value={form.basis}
        onChange={(basis) => basis !== null && onChange({ basis })}
      />
      {form.basis === 'legitimate-interest' && (
        <TextField
          label={t('catalogue.purpose.balancing')}
          hint={t('privacy.balancing-hint')}
          required
          rows={3}
          value={form.balancing}
          onChange={(balancing) => onChange({ balancing })}
        />
      )}
      <TagsSelect
        label={t('catalogue.purpose.categories')}
        value={form.categories}
        options={categories}
        onChange={(next) => onChange({ categories: next })}
      />
    </>
  );
}
