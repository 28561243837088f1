// The second step: which column goes where, what the rows are, and what to do with what is already there.

import { partyRoleEntity } from '@shared/catalogue';
import type { ColumnMapping } from '@shared/features/imports/imports.contract';
import { duplicatePolicies, existingPolicies } from '@shared/features/imports/imports.contract';
import { importEntities, partyTarget } from '@shared/features/imports/mapping/record-targets';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Button, Buttons, ChoiceSelect, Fields, Select, Stack, TextField, useT } from '../../ui';
import { CalendarChoice } from './CalendarChoice';
import { ColumnTable } from './ColumnTable';
import styles from './import.module.css';
import type { ImportPlan } from './use-import-plan';
import { useSorts } from './use-sorts';

export function MapStep({ plan }: { readonly plan: ImportPlan }): ReactNode {
  const t = useT();
  const { look, mapping } = plan;
  if (look === null || mapping === null) return null;
  const named = look.format === 'vcard' || mapping.columns.some(({ target }) => namesSomebody(mapping.into, target));
  const knownSet =
    look.mappedBy === null
      ? null
      : t.has(`import.known.${look.mappedBy}`)
        ? t.any(`import.known.${look.mappedBy}`)
        : look.mappedBy;
  return (
    <Stack>
      {knownSet !== null && <p className={styles.good}>{t('import.mappedBy', { name: knownSet })}</p>}
      <Sort plan={plan} mapping={mapping} />
      {look.format !== 'vcard' && <ColumnTable look={look} mapping={mapping} onChange={plan.map} />}
      {!named && <p className={styles.caution}>{t(mapping.into === 'parties' ? 'import.noName' : 'import.noParty')}</p>}
      {look.dateSamples.length > 0 && <CalendarChoice look={look} mapping={mapping} onChange={plan.map} />}
      <Rules plan={plan} mapping={mapping} />
      <Buttons>
        <Button onClick={() => plan.go('file')}>{t('import.back')}</Button>
        <Button kind="primary" pending={plan.busy} onClick={() => void plan.tryOut()}>
          {t('import.tryNow')}
        </Button>
      </Buttons>
    </Stack>
  );
}

function namesSomebody(into: ColumnMapping['into'], target: string | null): boolean {
  if (target === null) return false;
  return into === 'parties'
    ? target.startsWith('name.') || target === 'organisation.name'
    : partyTarget(target) !== null;
}

interface RulesProps {
  readonly plan: ImportPlan;
  readonly mapping: ColumnMapping;
}

/** What the rows are, and a mapping that was kept under a name. */
function Sort({ plan, mapping }: RulesProps): ReactNode {
  const t = useT();
  const kept = useEngineQuery('imports.mappings', {});
  const fitting = (kept.data?.mappings ?? []).filter((one) => one.mapping.into === mapping.into);
  return (
    <Fields>
      {plan.look?.format !== 'vcard' && (
        <Select
          label={t('import.into')}
          value={mapping.into}
          options={importEntities.map((value) => ({ value, label: t(`import.into.${value}`) }))}
          onChange={(into) => into !== null && plan.into(into)}
        />
      )}
      {fitting.length > 0 && (
        <Select
          label={t('import.kept')}
          placeholder={t('import.keptNone')}
          value={null}
          searchable
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            const chosen = fitting.find((one) => one.id === id);
            if (chosen !== undefined) plan.map(chosen.mapping);
          }}
        />
      )}
    </Fields>
  );
}

function Rules({ plan, mapping }: RulesProps): ReactNode {
  const t = useT();
  return (
    <Fields>
      {mapping.into === 'parties' ? (
        <PartyRules plan={plan} mapping={mapping} />
      ) : (
        <RecordRules plan={plan} mapping={mapping} />
      )}
      <Select
        label={t('import.existing')}
        value={plan.existing}
        options={existingPolicies.map((value) => ({ value, label: t(`import.existing.${value}`) }))}
        onChange={(existing) => existing !== null && plan.settle({ existing })}
      />
      {(mapping.into === 'parties' || mapping.into === 'activities') && (
        <Select
          label={t('import.duplicates')}
          value={plan.duplicates}
          options={duplicatePolicies.map((value) => ({ value, label: t(`import.duplicates.${value}`) }))}
          onChange={(duplicates) => duplicates !== null && plan.settle({ duplicates })}
        />
      )}
      <TextField
        label={t('import.remember')}
        hint={t('import.rememberHint')}
        value={plan.rememberAs}
        maxLength={100}
        onChange={(rememberAs) => plan.settle({ rememberAs })}
      />
    </Fields>
  );
}

const kinds = ['guess', 'person', 'organisation'] as const;

function PartyRules({ plan, mapping }: RulesProps): ReactNode {
  const t = useT();
  return (
    <>
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
    </>
  );
}

/** What rows are that do not say it themselves. */
function RecordRules({ plan, mapping }: RulesProps): ReactNode {
  const t = useT();
  const choices = useSorts(mapping.into);
  return (
    <Select
      label={t('import.recordType')}
      clearable
      searchable
      placeholder={t('import.recordTypeNone')}
      value={mapping.recordType ?? null}
      options={choices}
      onChange={(recordType) => plan.map({ ...mapping, recordType })}
    />
  );
}
