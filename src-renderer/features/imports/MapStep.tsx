// The second step: which column goes where, what the rows are, and what to do with what is already there.

import { partyRoleEntity } from '@shared/catalogue';
import type { ColumnMapping } from '@shared/features/imports/imports.contract';
import { existingPolicies } from '@shared/features/imports/imports.contract';
import type { ReactNode } from 'react';
import { Button, ChoiceSelect, Select, TextField, useT } from '../../ui';
import { CalendarChoice } from './CalendarChoice';
import { ColumnTable } from './ColumnTable';
import styles from './import.module.css';
import type { ImportPlan } from './use-import-plan';

export function MapStep({ plan }: { readonly plan: ImportPlan }): ReactNode {
  const t = useT();
  const { look, mapping } = plan;
  if (look === null || mapping === null) return null;
  const named =
    look.format === 'vcard' ||
    mapping.columns.some(({ target }) => target?.startsWith('name.') || target === 'organisation.name');
  const knownSet =
    look.mappedBy === null
      ? null
      : t.has(`import.known.${look.mappedBy}`)
        ? t.any(`import.known.${look.mappedBy}`)
        : look.mappedBy;
  return (
    <div className={styles.stack}>
      {knownSet !== null && <p className={styles.good}>{t('import.mappedBy', { name: knownSet })}</p>}
      {look.format !== 'vcard' && <ColumnTable look={look} mapping={mapping} onChange={plan.map} />}
      {!named && <p className={styles.caution}>{t('import.noName')}</p>}
      {look.dateSamples.length > 0 && <CalendarChoice look={look} mapping={mapping} onChange={plan.map} />}
      <Rules plan={plan} mapping={mapping} />
      <div className={styles.footer}>
        <Button onClick={() => plan.go('file')}>{t('import.back')}</Button>
        <Button kind="primary" pending={plan.busy} onClick={() => void plan.tryOut()}>
          {t('import.tryNow')}
        </Button>
      </div>
    </div>
  );
}

const kinds = ['guess', 'person', 'organisation'] as const;

function Rules({ plan, mapping }: { readonly plan: ImportPlan; readonly mapping: ColumnMapping }): ReactNode {
  const t = useT();
  return (
    <div className={styles.fields}>
      <Select
        label={t('import.kind')}
        value={mapping.kind}
        options={kinds.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
        onChange={(kind) => kind !== null && plan.map({ ...mapping, kind })}
      />
      <ChoiceSelect
        entity={partyRoleEntity}
        field="type"
        label={t('import.role')}
        placeholder={t('import.noRole')}
        clearable
        value={mapping.roleType ?? null}
        onChange={(roleType) => plan.map({ ...mapping, roleType })}
      />
      <Select
        label={t('import.existing')}
        value={plan.existing}
        options={existingPolicies.map((value) => ({ value, label: t(`import.existing.${value}`) }))}
        onChange={(existing) => existing !== null && plan.settle({ existing })}
      />
      <TextField
        label={t('import.remember')}
        hint={t('import.rememberHint')}
        value={plan.rememberAs}
        maxLength={100}
        onChange={(rememberAs) => plan.settle({ rememberAs })}
      />
    </div>
  );
}
