// The fields of a new record: kind, name, how to reach them, what they are to the office.

import { partyKinds, partyRoleEntity } from '@shared/catalogue';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, ChoiceSelect, Segments, TextField, useT } from '../../../ui';
import styles from './create.module.css';
import { nameParts } from './new-party-form';
import type { NewPartyForm } from './new-party-form';

export interface NewPartyFieldsProps {
  readonly form: NewPartyForm;
  readonly nameMissing: boolean;
  change(part: Partial<NewPartyForm>): void;
}

export function NewPartyFields({ form, nameMissing, change }: NewPartyFieldsProps): ReactNode {
  const t = useT();
  const kinds = partyKinds.map((value) => ({ value, label: t.any(`catalogue.party.kind.${value}`) }));
  return (
    <>
      <Segments
        label={t('people.create.kind')}
        value={form.kind}
        options={kinds}
        fullWidth
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('people.create.name')}
        hint={t('people.create.nameHint')}
        value={form.name}
        autoFocus
        required
        error={nameMissing ? t('people.create.nameMissing') : undefined}
        onChange={(name) => change({ name })}
      />
      {form.kind === 'person' && <PartsFields form={form} change={change} />}
      <div className={styles.pair}>
        <TextField
          label={t('people.create.phone')}
          direction="ltr"
          inputMode="tel"
          value={form.phone}
          onChange={(phone) => change({ phone })}
        />
        <TextField
          label={t('people.create.email')}
          direction="ltr"
          inputMode="email"
          value={form.email}
          onChange={(email) => change({ email })}
        />
      </div>
      <ChoiceSelect
        entity={partyRoleEntity}
        field="type"
        label={t('people.create.role')}
        placeholder={t('people.create.noRole')}
        clearable
        value={form.role}
        onChange={(role) => change({ role })}
      />
    </>
  );
}

function PartsFields({ form, change }: Omit<NewPartyFieldsProps, 'nameMissing'>): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <div className={styles.partsBlock}>
      <Button
        small
        kind="quiet"
        icon={<Icon size="1rem" aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('people.create.parts')}
      </Button>
      {open && (
        <div className={styles.parts}>
          {nameParts.map((part) => (
            <TextField
              key={part}
              label={t(`record.field.${part}`)}
              value={form.parts[part]}
              onChange={(text) => change({ parts: { ...form.parts, [part]: text } })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
