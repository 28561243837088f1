// Every column of the file with what it looks like and where it goes.

import type { ColumnMapping } from '@shared/features/imports/imports.contract';
import { existingPolicies } from '@shared/features/imports/imports.contract';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Select, useT } from '../../ui';
import { headingsOf } from './headings';
import styles from './import.module.css';
import { targetChoices, withOwn } from './target-words';
import type { Look } from './use-import-plan';

export interface ColumnTableProps {
  readonly look: Look;
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

export function ColumnTable({ look, mapping, onChange }: ColumnTableProps): ReactNode {
  const t = useT();
  const targets = useMemo(() => targetChoices(t, mapping.into), [t, mapping.into]);
  const rules = existingPolicies.map((value) => ({ value, label: t(`import.rule.${value}`) }));
  const columnOf = (index: number): Column =>
    mapping.columns.find((column) => column.index === index) ?? { index, target: null };
  const put = (column: Column): void => {
    const others = mapping.columns.filter(({ index }) => index !== column.index);
    onChange({ ...mapping, columns: [...others, column].toSorted((one, other) => one.index - other.index) });
  };
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{t('import.column')}</th>
          <th scope="col">{t('import.sample')}</th>
          <th scope="col">{t('import.target')}</th>
          <th scope="col">{t('import.rule')}</th>
        </tr>
      </thead>
      <tbody>
        {headingsOf(t, look).map((header, index) => (
          <tr key={`${index}:${header}`} data-left-out={columnOf(index).target === null || undefined}>
            <th scope="row">
              <bdi dir="auto">{header}</bdi>
            </th>
            <td className={styles.samples}>
              <bdi dir="auto">{samplesOf(look, index).join(' · ')}</bdi>
            </td>
            <td className={styles.targetCell}>
              <Select
                label={`${t('import.target')}: ${header}`}
                hideLabel
                clearable
                searchable
                placeholder={t('import.leaveOut')}
                value={columnOf(index).target}
                options={withOwn(t, targets, columnOf(index).target)}
                onChange={(target) => put({ ...columnOf(index), target })}
              />
            </td>
            <td className={styles.ruleCell}>
              {columnOf(index).target !== null && (
                <Select
                  label={`${t('import.rule')}: ${header}`}
                  hideLabel
                  clearable
                  placeholder={t('import.rule.asAll')}
                  value={columnOf(index).rule ?? null}
                  options={rules}
                  onChange={(rule) => put({ ...columnOf(index), rule: rule ?? undefined })}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Column = ColumnMapping['columns'][number];

const SAMPLES = 3;

function samplesOf(look: Look, index: number): readonly string[] {
  const values = look.rows.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, SAMPLES);
}
