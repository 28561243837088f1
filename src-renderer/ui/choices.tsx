// Fields to choose from: one of a list, one of a catalogue field's values, or several as tags.

import { Select as MantineSelect, MultiSelect, SegmentedControl } from '@mantine/core';
import type { Entity } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { commonProps } from './fields';
import type { FieldProps } from './fields';
import style from './choices.module.css';
import { useT } from './words';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly options: readonly Option<Value>[];
  /** The choice can be taken back to nothing. */
  readonly clearable?: boolean;
  /** Narrow the list by typing; by itself for lists over ten. */
  readonly searchable?: boolean;
  /** In a small panel that closes at a press outside: the list belongs to the panel, so that choosing from it is no press outside. */
  readonly inPanel?: boolean;
}

const SEARCH_FROM = 10;

export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { value, onChange, options, clearable = false, searchable, inPanel = false, ...rest } = props;
  const t = useT();
  return (
    <MantineSelect
      {...commonProps(rest)}
      classNames={{ input: style.input, option: style.option }}
      value={value}
      data={options.map((option) => ({ ...option }))}
      onChange={(next) => {
        if (next !== null || clearable) onChange(next as Value | null);
      }}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      searchable={searchable ?? options.length > SEARCH_FROM}
      // By keyboard a choice is taken back by choosing it again.
      allowDeselect={clearable}
      nothingFoundMessage={t('common.nothing-found')}
      checkIconPosition="right"
      comboboxProps={{ shadow: 'md', withinPortal: !inPanel, transitionProps: { duration: 0 } }}
      maxDropdownHeight={320}
    />
  );
}

export interface ChoiceSelectProps<Value extends string> extends Omit<SelectProps<Value>, 'options' | 'label'> {
  readonly entity: Entity;
  /** A field of type 'choice'; labels come from the catalogue's words. */
  readonly field: string;
  readonly label?: string;
  /** Only some of the field's values. */
  readonly only?: readonly Value[];
}

export function ChoiceSelect<Value extends string>({
  entity,
  field,
  label,
  only,
  ...rest
}: ChoiceSelectProps<Value>): ReactNode {
  const t = useT();
  const values = only ?? ((entity.fields[field]?.choices ?? []) as readonly Value[]);
  const options = values.map((value) => ({ value, label: t.any(`catalogue.${entity.key}.${field}.${value}`) }));
  return <Select {...rest} label={label ?? t.any(`catalogue.${entity.key}.${field}`)} options={options} />;
}

export interface TagsSelectProps<Value extends string> extends FieldProps {
  readonly value: readonly Value[];
  readonly onChange: (value: Value[]) => void;
  readonly options: readonly Option<Value>[];
}

/** Several of a list, shown as tags in the field. */
export function TagsSelect<Value extends string>({
  value,
  onChange,
  options,
  ...rest
}: TagsSelectProps<Value>): ReactNode {
  const t = useT();
  return (
    <MultiSelect
      {...commonProps(rest)}
      classNames={{ input: style.tags, pill: style.pill, option: style.option }}
      value={[...value]}
      data={options.map((option) => ({ ...option }))}
      onChange={(next) => onChange(next as Value[])}
      searchable
      nothingFoundMessage={t('common.nothing-found')}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
    />
  );
}

export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly fullWidth?: boolean;
}

/** Two to four choices side by side. */
export function Segments<Value extends string>({
  label,
  value,
  onChange,
  options,
  fullWidth,
}: SegmentsProps<Value>): ReactNode {
  return (
    <SegmentedControl
      aria-label={label}
      classNames={{ root: style.segments, label: style.segment, indicator: style.indicator }}
      value={value}
      data={options.map((option) => ({ ...option }))}
      onChange={(next) => onChange(next as Value)}
      fullWidth={fullWidth}
      transitionDuration={0}
    />
  );
}
