// What an export may be told: format, columns, calendar of days, and what a format has of its own.

import type { ReactNode } from 'react';
import { Segments, Select, Switch, useT } from '../../ui';
import type { Translate } from '../../ui';
import { formatsFor, isTable } from './export-source';
import type { ExportChoice, ExportSource } from './export-source';
import styles from './exports.module.css';

export interface ExportChoicesProps {
  readonly source: ExportSource;
  readonly choice: ExportChoice;
  onChange(choice: ExportChoice): void;
}

export function ExportChoices({ source, choice, onChange }: ExportChoicesProps): ReactNode {
  const t = useT();
  const change = (part: Partial<ExportChoice>): void => onChange({ ...choice, ...part });
  const { format } = choice;
  return (
    <>
      <p className={styles.what}>{sourceWords(t, source)}</p>
      <Select
        label={t('exports.format')}
        value={format}
        options={formatsFor(source).map((value) => ({
          value,
          label: t(`exports.format.${value}`),
        }))}
        onChange={(next) => next !== null && change({ format: next })}
      />
      <p className="dw-muted">{aboutWords(t, source, format)}</p>
      {isTable(format) && source.list === 'parties' && (
        <Segments
          label={t('exports.columns')}
          fullWidth
          value={choice.columns}
          options={(['all', 'shown'] as const).map((value) => ({
            value,
            label: t(`exports.columns.${value}`),
          }))}
          onChange={(columns) => change({ columns })}
        />
      )}
      {isTable(format) && (
        <Select
          label={t('exports.calendar')}
          hint={t('exports.calendar.note')}
          value={choice.calendar}
          options={(['gregory', 'persian', 'umalqura'] as const).map((value) => ({
            value,
            label: t(`common.calendar-${value}`),
          }))}
          onChange={(next) => next !== null && change({ calendar: next })}
        />
      )}
      {format === 'csv' && (
        <Switch
          label={t('exports.mark')}
          checked={choice.byteOrderMark}
          onChange={(byteOrderMark) => change({ byteOrderMark })}
        />
      )}
      {format === 'vcf' && (
        <Segments
          label={t('exports.cards')}
          value={choice.cards}
          options={(['3.0', '4.0'] as const).map((value) => ({ value, label: value }))}
          onChange={(cards) => change({ cards })}
        />
      )}
    </>
  );
}

function sourceWords(t: Translate, source: ExportSource): string {
  if (source.list === 'activities') return t('exports.what.activities');
  if (source.list === 'forecast') return t('exports.what.forecast');
  if (source.list === 'audit') return t('exports.what.audit');
  if (source.selected !== undefined) return t('exports.what.selected', { count: source.selected.size });
  const { value, capped } = source.count ?? { value: 0, capped: false };
  return t(capped ? 'exports.what.capped' : 'exports.what.list', { count: value });
}

const aboutWords = (t: Translate, { list }: ExportSource, format: ExportChoice['format']): string =>
  format === 'ics' && list !== 'audit' && list !== 'forecast'
    ? t(`exports.about.ics-${list}`)
    : t.any(`exports.about.${format}`);
