// One condition of a rule: which part of a record, how many of them, and what each must be like; all chosen from the catalogue.

import { relationshipTypes } from '@shared/features/relationships/relationship-types';
import type { Condition, FieldTest } from '@shared/features/quality/rule';
import { patternNames } from '@shared/features/quality/patterns';
import { testableFields, testedEntities, testsOf } from '@shared/features/quality/testable';
import type { TestKind } from '@shared/features/quality/testable';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button, IconButton, NumberInput, Select, TagsSelect, TextField, useT } from '../../ui';
import styles from './quality.module.css';
import { valueWords } from './rule-words';

export interface ConditionEditorProps {
  readonly condition: Condition;
  onChange(condition: Condition): void;
  onRemove: (() => void) | undefined;
}

export const anyCondition: Condition = { of: 'party', where: [{ field: 'birth_on', test: 'empty' }], least: 1 };

const counts = ['some', 'none', 'least', 'most'] as const;
type CountKind = (typeof counts)[number];

const kindOfCount = ({ least, most }: Condition): CountKind =>
  least === 1 ? 'some' : most === 0 ? 'none' : least === undefined ? 'most' : 'least';

const countOf: Readonly<Record<CountKind, Pick<Condition, 'least' | 'most'>>> = {
  some: { least: 1 },
  none: { most: 0 },
  least: { least: 2 },
  most: { most: 1 },
};

export function ConditionEditor({ condition, onChange, onRemove }: ConditionEditorProps): ReactNode {
  const t = useT();
  const { of, where, least, most } = condition;
  const kind = kindOfCount(condition);
  const change = (index: number, one: FieldTest | null): void =>
    onChange({ ...condition, where: where.flatMap((old, at) => (at === index ? (one ?? []) : old)) });
  return (
    <fieldset className={styles.condition}>
      <div className={styles.fields}>
        <Select
          label={t('quality.part')}
          hideLabel
          searchable={false}
          options={testedEntities.map((value) => ({ value, label: t.any(`catalogue.${value}`) }))}
          value={of}
          onChange={(entity) => entity !== null && onChange({ of: entity, where: [firstTest(entity)], least, most })}
        />
        <Select
          label={t('quality.count')}
          hideLabel
          options={counts.map((value) => ({ value, label: t(`quality.count-kind.${value}`) }))}
          value={kind}
          onChange={(next) => next !== null && onChange({ of, where, ...countOf[next] })}
        />
        {(kind === 'least' || kind === 'most') && (
          <NumberInput
            label={t('quality.count')}
            hideLabel
            min={1}
            max={100}
            value={least ?? most ?? 1}
            onChange={(value) => onChange({ of, where, [kind]: value ?? 1 })}
          />
        )}
        {onRemove !== undefined && (
          <IconButton label={t('quality.remove-condition')} onClick={onRemove}>
            <IconTrash size="1.1rem" />
          </IconButton>
        )}
      </div>
      {where.map((one, index) => (
        <div key={index} className={styles.fields}>
          <TestEditor of={of} one={one} onChange={(next) => change(index, next)} />
          <IconButton label={t('quality.remove-test')} onClick={() => change(index, null)}>
            <IconTrash size="1.1rem" />
          </IconButton>
        </div>
      ))}
      {where.length < 6 && (
        <Button small kind="quiet" onClick={() => onChange({ ...condition, where: [...where, firstTest(of)] })}>
          {t('quality.add-test')}
        </Button>
      )}
    </fieldset>
  );
}

const fieldNames = (of: Condition['of']): string[] =>
  Object.keys(testableFields(of)).filter((name) => testsOf(of, name).length > 0);

const firstTest = (of: Condition['of']): FieldTest => ({ field: fieldNames(of)[0]!, test: 'filled' });

/** A question with what it asks about at first. */
function testBegun(of: Condition['of'], field: string, test: TestKind): FieldTest {
  if (test === 'in' || test === 'not-in') return { field, test, values: choicesOf(of, field)?.slice(0, 1) ?? [] };
  if (test === 'older' || test === 'within') return { field, test, days: 365 };
  if (test === 'matches' || test === 'matches-not') return { field, test, pattern: 'placeholder' };
  return test === 'shared' ? { field, test, more: 2 } : { field, test };
}

function choicesOf(of: Condition['of'], field: string): readonly string[] | undefined {
  if (of === 'relationship' && field === 'type') return relationshipTypes.map(({ key }) => key);
  return testableFields(of)[field]?.choices;
}

interface TestEditorProps {
  readonly of: Condition['of'];
  readonly one: FieldTest;
  onChange(one: FieldTest): void;
}

function TestEditor({ of, one, onChange }: TestEditorProps): ReactNode {
  const t = useT();
  const tests = testsOf(of, one.field);
  return (
    <>
      <Select
        label={t('quality.field')}
        hideLabel
        options={fieldNames(of).map((value) => ({ value, label: t.any(`catalogue.${of}.${value}`) }))}
        value={one.field}
        onChange={(field) => field !== null && onChange(testBegun(of, field, testsOf(of, field)[0]!))}
      />
      <Select
        label={t('quality.test')}
        hideLabel
        options={tests.map((value) => ({ value, label: t(`quality.test.${value}`) }))}
        value={one.test}
        onChange={(test) => test !== null && onChange(testBegun(of, one.field, test))}
      />
      <ValueEditor of={of} one={one} onChange={onChange} />
    </>
  );
}

function ValueEditor({ of, one, onChange }: TestEditorProps): ReactNode {
  const t = useT();
  const label = t('quality.value');
  switch (one.test) {
    case 'in':
    case 'not-in': {
      const choices = choicesOf(of, one.field);
      if (choices === undefined)
        return (
          <TextField
            label={label}
            hideLabel
            value={one.values[0] ?? ''}
            onChange={(text) => onChange({ ...one, values: text === '' ? [] : [text] })}
          />
        );
      const options = choices.map((value) => ({ value, label: valueWords(t, { of, field: one.field }, value) }));
      return (
        <TagsSelect
          label={label}
          hideLabel
          options={options}
          value={one.values}
          onChange={(values) => onChange({ ...one, values })}
        />
      );
    }
    case 'older':
    case 'within':
      return (
        <Amount
          label={t('quality.days-label')}
          value={one.days}
          max={36_500}
          onChange={(days) => onChange({ ...one, days })}
        />
      );
    case 'shared':
      return (
        <Amount
          label={t('quality.more-label')}
          value={one.more}
          max={40}
          onChange={(more) => onChange({ ...one, more })}
        />
      );
    case 'matches':
    case 'matches-not':
      return (
        <Select
          label={label}
          hideLabel
          options={patternNames.map((value) => ({ value, label: t(`quality.pattern.${value}`) }))}
          value={one.pattern}
          onChange={(pattern) => pattern !== null && onChange({ ...one, pattern })}
        />
      );
    case 'empty':
    case 'filled':
      return null;
  }
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  onChange(value: number): void;
}

const Amount = ({ label, value, max, onChange }: AmountProps): ReactNode => (
  <NumberInput label={label} min={0} max={max} value={value} onChange={(next) => onChange(next ?? 0)} />
);
