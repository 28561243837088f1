// Every column of the file with what it looks like and where it goes.

import type { ColumnMapping } from '@shared/features/imports/imports.contract';
import { importTargets } from '@shared/features/imports/mapping/targets';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Select, useT } from '../../ui';
import { headingsOf } from './headings';
import styles from './import.module.css';
import type { Look } from './use-import-plan';

export interface ColumnTableProps {
  readonly look: Look;
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

export function ColumnTable({ look, mapping, onChange }: ColumnTableProps): ReactNode {
  const t = useT();
  const targets = useMemo(
    () => importTargets.map((value) => ({ value: value as string, label: t.any(`import.target.${value}`) })),
    [t],
  );
  const targetOf = (index: number): string | null =>
    mapping.columns.find((column) => column.index === index)?.target ?? null;
  const choose = (index: number, target: string | null): void => {
    const others = mapping.columns.filter((column) => column.index !== index);
    onChange({ ...mapping, columns: [...others, { index, target }].toSorted((one, other) => one.index - other.index) });
  };
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{t('import.column')}</th>
          <th scope="col">{t('import.sample')}</th>
          <th scope="col">{t('import.target')}</th>
        </tr>
      </thead>
      <tbody>
        {headingsOf(t, look).map((header, index) => (
          <tr key={`${index}:${header}`} data-left-out={targetOf(index) === null || undefined}>
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
                value={targetOf(index)}
                options={targets}
                onChange={(target) => choose(index, target)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SAMPLES = 3;

function samplesOf(look: Look, index: number): readonly string[] {
  const values = look.rows.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, SAMPLES);
}
